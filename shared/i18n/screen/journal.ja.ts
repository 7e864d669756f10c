export const journalJa = {
  "screen.nav.journal": "記録",
} as const;
