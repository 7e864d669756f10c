export const desktopJa = {} as const;
