/** The screens by name. */
export type View = "check" | "exceptions" | "journal" | "report" | "learn" | "loss" | "settings";
