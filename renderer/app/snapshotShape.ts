import type { Snapshot } from "../../shared/snapshot.ts";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * True when a value has the outer shape of a snapshot. The full schema is held at the gate on the main side; here it is only made sure that a
 * cut or foreign answer becomes an error on the screen. zod stays out of the page: its compiler would ask for `unsafe-eval`.
 */
export function looksLikeSnapshot(value: unknown): value is Snapshot {
  if (!isRecord(value) || value["schema"] !== "preflight-snapshot/1") return false;
  const lists = ["checks", "findings", "exceptions", "declarations"].every((key) => Array.isArray(value[key]));
  const records = ["app", "phase", "policy", "policyTexts", "facts"].every((key) => isRecord(value[key]));
  const decision = value["decision"];
  return lists && records && (decision === null || (isRecord(decision) && Array.isArray(decision["clearances"])));
}
