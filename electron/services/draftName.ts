import { randomBytes } from "node:crypto";

const pattern = /^\.preflight-(\d{1,10})-[0-9a-f]{12}\.part$/;
/** How versions before called drafts in the state folder. */
const earlier = /^draft-(\d{1,10})-[0-9a-f]{12}$/;

/** A name of this process alone for what is being written, and short: with the target's name in it, it could be longer than file systems allow. */
export function draftName(): string {
  return `.preflight-${process.pid}-${randomBytes(6).toString("hex")}.part`;
}

/** The number of the process that wrote the draft with this name; null: this is no draft. */
export function writerOfDraft(name: string): number | null {
  const match = pattern.exec(name) ?? earlier.exec(name);
  return match ? Number(match[1]) : null;
}
