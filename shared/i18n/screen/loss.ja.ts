export const lossJa = {
  "screen.nav.loss": "紛失・盗難",
} as const;
