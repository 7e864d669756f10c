import { known } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { publishedByDocker } from "./dockerPorts.ts";
import { readWaitingSockets, socketTables } from "./waitingSockets.ts";

export const listeningServices: Probe<"listening-services"> = {
  id: "linux.listening-services",
  fact: "listening-services",
  uses: [],
  validForMs: 900_000,
  async collect(host) {
    const sockets = await readWaitingSockets(host);
    if ("refusal" in sockets) return couldNotSee(sockets.refusal);
    const published = await publishedByDocker(host, sockets.exposed);
    const list = sockets.exposed.slice(0, 512).map((socket) => (published.has(socket) ? { ...socket, past: "Docker" } : socket));
    return {
      observation: known({ examined: sockets.examined, exposed: list }),
      evidence: [
        evidence(
          socketTables.map(({ path }) => path).join(", "),
          list.length === 0
            ? `${sockets.examined} waiting sockets, none open to others`
            : list.map((one) => `${one.protocol} ${one.address} port ${one.port}${"past" in one ? `, published by ${one.past}` : ""}`),
        ),
      ],
    };
  },
};
