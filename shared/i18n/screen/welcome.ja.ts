export const welcomeJa = {} as const;
