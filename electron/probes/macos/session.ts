import { known } from "../../../shared/observation.ts";
import { commandLine, couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { hypervisorOf, readSystemReport } from "./systemProfiler.ts";

/** How the person sits at this session. Screen sharing leaves no sign that a program can read, so it looks like sitting in front of the Mac. */
export const session: Probe<"session"> = {
  id: "macos.session",
  fact: "session",
  uses: ["system_profiler-json"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const isSsh = (host.environment("SSH_CONNECTION") ?? "") !== "";
    const answer = await readSystemReport(host, signal);
    if ("refusal" in answer) return couldNotSee(answer.refusal);
    const { model } = answer.report;
    return {
      observation: known({ remote: isSsh ? "ssh" : "none", virtual: hypervisorOf(model) }),
      evidence: [evidence("SSH_CONNECTION", isSsh ? "set" : "not set"), evidence(commandLine("system_profiler-json"), `model: ${model ?? "?"}`)],
    };
  },
};
