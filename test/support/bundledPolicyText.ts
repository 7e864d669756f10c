import text from "../../shared/policy/default.policy.yaml?raw";

/** The text of the default policy as it is in the package: what a security officer starts from. */
export const bundledPolicyText: string = text;
