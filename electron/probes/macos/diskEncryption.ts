import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { parseFdesetup } from "./fdesetupParser.ts";
import { readFurtherVolumes, volumeCommands } from "./furtherVolumes.ts";

/**
 * FileVault of the start volume, on which the home folders and the swap files lie too, and the volumes beside it. The storage of newer Macs is encrypted in
 * hardware always, but without FileVault its key needs no password.
 */
export const diskEncryption: Probe<"disk-encryption"> = {
  id: "macos.disk-encryption",
  fact: "disk-encryption",
  uses: ["fdesetup-status", ...volumeCommands],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const [result, further] = await Promise.all([host.run("fdesetup-status", signal), readFurtherVolumes(host, signal)]);
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal);
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
    const seen = [evidence(commandLine("fdesetup-status"), decodeUtf8(result.stdout).trim().slice(0, 500))];
    const state = parseFdesetup(result.stdout);
    if (!state.ok) return couldNotSee(unknown("unparsed", state.detail), seen);
    const system = { role: "system" as const, mount: "/", state: state.value, method: "FileVault" };
    if (further === undefined) return { observation: known({ volumes: [system] }), evidence: seen };
    if ("refusal" in further) {
      // A start volume in order says nothing of the others; one that is not is enough to know.
      if (state.value === "encrypted" || state.value === "encrypting") return couldNotSee(further.refusal, seen);
      return { observation: known({ volumes: [system], removable: null }), evidence: seen };
    }
    const { builtIn, removable } = further;
    return { observation: known({ volumes: [system, ...builtIn], removable: [...removable] }), evidence: [...seen, ...further.seen] };
  },
};
