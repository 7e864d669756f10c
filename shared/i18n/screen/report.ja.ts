export const reportJa = {
  "screen.nav.report": "報告書",
} as const;
