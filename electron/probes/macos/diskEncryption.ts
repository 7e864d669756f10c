import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { parseFdesetup } from "./fdesetupParser.ts";

/**
 * FileVault of the start volume, on which the home folders and the swap files lie too. The storage of newer Macs is encrypted in hardware always,
 * but without FileVault its key needs no password.
 */
export const diskEncryption: Probe<"disk-encryption"> = {
  id: "macos.disk-encryption",
  fact: "disk-encryption",
  uses: ["fdesetup-status"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const result = await host.run("fdesetup-status", signal);
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal);
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
    const seen = [evidence(commandLine("fdesetup-status"), decodeUtf8(result.stdout).trim().slice(0, 500))];
    const state = parseFdesetup(result.stdout);
    if (!state.ok) return couldNotSee(unknown("unparsed", state.detail), seen);
    return { observation: known({ volumes: [{ role: "system", mount: "/", state: state.value, method: "FileVault" }] }), evidence: seen };
  },
};
