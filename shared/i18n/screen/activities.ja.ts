export const activitiesJa = {} as const;
