/** The largest policy file that is read, in bytes. */
export const maxPolicyBytes = 1024 * 1024;
