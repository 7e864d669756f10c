export const settingsJa = {
  "screen.nav.settings": "設定",
} as const;
