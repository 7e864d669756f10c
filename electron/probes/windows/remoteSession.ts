import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";

type Remote = FactValue<"session">["remote"];

function byName(name: string): Remote | null {
  if (/^RDP-/i.test(name)) return "remote-desktop";
  if (/^(ICA|PCoIP|BLAST|VMware)/i.test(name)) return "other";
  return /^Console$/i.test(name) ? "none" : null;
}

/**
 * How the person sits at this session. SESSIONNAME is from the time of signing in and stays when a session is taken over from afar, so the
 * number of the session at the PC's own screen goes before it. null: neither was to be had.
 */
export function remoteOf(block: DeviceBlock<"session"> | null, sessionName: string | undefined): Remote | null {
  const name = block?.name || (sessionName ?? "");
  if (block !== null && block.console !== null) {
    if (block.session === block.console) return "none";
    return byName(name) === "other" ? "other" : "remote-desktop";
  }
  return byName(name);
}
