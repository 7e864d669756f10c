import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { readProcesses } from "./processes.ts";
import type { Socket } from "./procNetParser.ts";

export const dockerProxy = "docker-proxy";

/** `docker-proxy -proto tcp -host-ip 0.0.0.0 -host-port 8080 …`: one program for each port that a container publishes. */
function publishedPort(words: readonly string[]): string | null {
  const value = (name: string) => {
    const at = words.indexOf(name);
    return at < 0 ? undefined : words[at + 1];
  };
  const [protocol, port] = [value("-proto"), value("-host-port")];
  return (protocol === "tcp" || protocol === "udp") && port !== undefined && /^\d{1,5}$/.test(port) ? `${protocol} ${port}` : null;
}

/**
 * Which of these sockets stand for ports that Docker publishes. It sends what comes in on them to the container before ufw and firewalld look, so that they
 * keep nothing out: https://docs.docker.com/engine/network/packet-filtering-firewalls/. With `userland-proxy: false` there is neither a program nor a socket.
 */
export async function publishedByDocker(host: Host, sockets: readonly Socket[]): Promise<ReadonlySet<Socket>> {
  if (sockets.length === 0) return new Set();
  const processes = await askedSince(2, () => readProcesses(host));
  const ports = new Set((processes?.wordsOf(dockerProxy) ?? []).map(publishedPort));
  return new Set(sockets.filter(({ protocol, port }) => ports.has(`${protocol} ${port}`)));
}
