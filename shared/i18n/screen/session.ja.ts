export const sessionJa = {} as const;
