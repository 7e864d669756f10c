import { known } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readLoginSession } from "./loginSession.ts";
import { detectVirtual } from "./virtual.ts";

/** How the person sits at this session, and whether the machine is a real one. logind's word comes before our own environment. */
export const session: Probe<"session"> = {
  id: "linux.session",
  fact: "session",
  uses: [],
  validForMs: 600_000,
  async collect(host) {
    const [login, virtual] = await Promise.all([readLoginSession(host), detectVirtual(host)]);
    const remote = login?.remote ?? (host.environment("SSH_CONNECTION") ? "ssh" : "none");
    return {
      observation: known({ remote, virtual }),
      evidence: [
        evidence("/run/systemd/sessions", login === null ? "says nothing of this session" : `remote: ${login.remote}`),
        evidence("SSH_CONNECTION", host.environment("SSH_CONNECTION") ? "set" : "not set"),
        evidence("/sys/class/dmi/id, /proc/cpuinfo, container signs", virtual ?? "a real machine"),
      ],
    };
  },
};
