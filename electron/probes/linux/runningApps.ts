import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readProcesses } from "./processes.ts";

/** Which programs of the policy's list run. The name must be the same, upper and lower case aside; no other program's name is kept. */
export const runningApps: Probe<"running-apps"> = {
  id: "linux.running-apps",
  fact: "running-apps",
  uses: [],
  validForMs: 600_000,
  async collect(host, { watchedApps }) {
    const processes = await readProcesses(host);
    if (processes === null || processes.examined === 0) return couldNotSee(unknown("failed", "/proc: the programs that run could not be listed"));
    const matched = [...new Set(watchedApps)].filter((name) => {
      const wanted = name.trim().toLowerCase();
      return wanted !== "" && processes.names.has(wanted);
    });
    return {
      observation: known({ examined: processes.examined, matched: matched.slice(0, 64).map(outside) }),
      evidence: [evidence("/proc/*/comm, /proc/*/cmdline", [`${processes.examined} programs looked at`, ...matched.slice(0, 64)])],
    };
  },
};
