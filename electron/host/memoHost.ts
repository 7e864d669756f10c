import type { CommandId } from "./commands.ts";
import type { CommandResult, Host } from "./host.ts";

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

/**
 * The same machine, asked each question once: for one run, in which several probes rest on the same answers. A command that one probe
 * cancelled is run again for the next.
 */
export function memoHost(host: Host): Host {
  const runs = new Map<CommandId, Promise<CommandResult>>();
  const start = (command: CommandId, signal: AbortSignal) => {
    const run = host.run(command, signal);
    runs.set(command, run);
    return run;
  };
  return {
    ...host,
    async run(command, signal) {
      const shared = runs.get(command);
      if (!shared) return start(command, signal);
      const result = await shared;
      if (result.outcome !== "cancelled" || signal.aborted) return result;
      const retried = runs.get(command);
      return retried && retried !== shared ? retried : start(command, signal);
    },
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
