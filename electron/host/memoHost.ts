import type { CommandId } from "./commands.ts";
import type { CommandResult, Host, HttpResult, TlsResult } from "./host.ts";

function remember<V>(ask: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const answers = new Map<string, Promise<V>>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
}

function sharing<V>(): (key: string, ask: () => Promise<V>) => Promise<V> {
  const answers = new Map<string, Promise<V>>();
  return (key, ask) => {
    const known = answers.get(key) ?? ask();
    answers.set(key, known);
    return known;
  };
}

/**
 * The same machine, asked each question once: for one run, in which several probes rest on the same answers. A command that one probe
 * cancelled is run again for the next.
 */
export function memoHost(host: Host): Host {
  const runs = new Map<string, Promise<CommandResult>>();
  const start = (key: string, command: CommandId, signal: AbortSignal, subject?: string) => {
    const run = host.run(command, signal, subject);
    runs.set(key, run);
    return run;
  };
  const shareTls = sharing<TlsResult>();
  const shareHttp = sharing<HttpResult>();
  return {
    ...host,
    async run(command, signal, subject) {
      const key = `${command} ${subject ?? ""}`;
      const shared = runs.get(key);
      if (!shared) return start(key, command, signal, subject);
      const result = await shared;
      if (result.outcome !== "cancelled" || signal.aborted) return result;
      const retried = runs.get(key);
      return retried && retried !== shared ? retried : start(key, command, signal, subject);
    },
    tlsPeer: (server, port, signal) => shareTls(`${server} ${port}`, () => host.tlsPeer(server, port, signal)),
    httpProbe: (url, signal) => shareHttp(url, () => host.httpProbe(url, signal)),
    readFile: remember((path) => host.readFile(path)),
    readFolder: remember((path) => host.readFolder(path)),
    readLink: remember((path) => host.readLink(path)),
    egress: (() => {
      const ask = remember((key) => {
        const [family, address] = key.split(" ", 2);
        return host.egress(address ?? "", family === "6" ? 6 : 4);
      });
      return (address, family) => ask(`${family} ${address}`);
    })(),
  };
}
