export const learnJa = {
  "screen.nav.learn": "学ぶ",
} as const;
