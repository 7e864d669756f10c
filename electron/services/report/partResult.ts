export const reportParts = ["schema", "digest", "decision", "context", "page", "journal"] as const;
export type ReportPart = (typeof reportParts)[number];

export interface PartResult {
  readonly part: ReportPart;
  readonly result: "ok" | "failed" | "not-checked";
  /** Technical words for the helpdesk. */
  readonly detail: string;
}

export function part(name: ReportPart, result: PartResult["result"], detail: string): PartResult {
  return { part: name, result, detail };
}
