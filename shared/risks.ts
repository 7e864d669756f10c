import { z } from "zod";

/** The six telework risks of the source paper (mission table "Six risks"); every check names those that it lowers. */
export const riskIds = ["malware", "loss", "eavesdropping", "intrusion", "external-service", "human-error"] as const;
export const riskIdSchema = z.enum(riskIds);
export type RiskId = (typeof riskIds)[number];

/** The six telework methods of the source paper. Whether data stays on the PC decides how strong its protection must be. */
export const methodIds = ["remote-desktop", "virtual-desktop", "cloud-app", "secure-browser", "app-wrapping", "take-home-pc"] as const;
export const methodIdSchema = z.enum(methodIds);

/** Information classes, from harmless to "never by telework". */
export const informationClassIds = ["public", "internal", "confidential", "restricted"] as const;
export const informationClassIdSchema = z.enum(informationClassIds);

/** The three parts of a company's answer: what is measured, what people declare and learn, what is ruled and accepted. */
export const groups = ["technology", "people", "rules"] as const;
export const groupSchema = z.enum(groups);
export type Group = (typeof groups)[number];
