export const approvalsJa = {} as const;
