import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";

/** "sha256-" and the hex digest of these bytes (text: as UTF-8). */
export function sha256(content: Uint8Array | string): string {
  return `sha256-${createHash("sha256").update(content).digest("hex")}`;
}

/** The digest of a value: of its canonical JSON. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
