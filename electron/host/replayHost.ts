import type { Platform } from "../../shared/platform.ts";
import type { Host } from "./host.ts";
import { NotRecorded } from "./notRecorded.ts";
import { bytesOf, commandKey, formatOf, type Recording } from "./recording.ts";

export interface Replay {
  readonly host: Host;
  /** Questions that the recording could not answer, in the order in which they were asked. */
  misses(): readonly string[];
}

const below = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/**
 * A machine that gives the answers of a recording and looks at nothing else: not at this PC, not at the network, not at the clock.
 * What was not recorded throws, so that the fact that rests on it becomes "could not see": a file of which nobody noted anything is not
 * a file that was not there, and answering "missing" would let a replay be greener than the machine was.
 * @param platform the OS of the recording.
 */
export function createReplay(recording: Recording, platform: Platform): Replay {
  const misses = new Set<string>();
  const own = <V>(answers: Readonly<Record<string, V>>, key: string): V | undefined => (Object.hasOwn(answers, key) ? answers[key] : undefined);
  const refuse = (what: string): never => {
    misses.add(what);
    throw new NotRecorded(what, formatOf(recording));
  };
  const isMissing = (path: string) => recording.missing.some((entry) => (entry.endsWith("/**") ? below(path, entry.slice(0, -3)) : entry === path));
  const host: Host = {
    platform,
    async run(command, _signal, subject) {
      const key = commandKey(command, subject);
      const answer = own(recording.commands, key) ?? refuse(`the command ${key}`);
      return { command, ...answer, stdout: bytesOf(answer.stdout), stderr: bytesOf(answer.stderr) };
    },
    async readFile(path) {
      const answer = own(recording.files, path) ?? (isMissing(path) ? ({ outcome: "missing" } as const) : refuse(`the file ${path}`));
      return answer.outcome === "read" ? { ...answer, bytes: bytesOf(answer.bytes) } : answer;
    },
    async readFolder(path) {
      return own(recording.folders, path) ?? (isMissing(path) ? { outcome: "missing" } : refuse(`the folder ${path}`));
    },
    async readLink(path) {
      const answer = own(recording.links, path);
      return answer === undefined ? (isMissing(path) ? null : refuse(`the link ${path}`)) : answer;
    },
    environment: (name) => own(recording.environment, name),
    egress: async (address) => own(recording.egress, address) ?? refuse(`the way to ${address}`),
    // A recording does not change.
    watchNetwork: () => () => undefined,
    watchSession: () => () => undefined,
    interfaces: () => recording.interfaces ?? refuse("the interfaces"),
    tlsPeer: async (server, port) => own(recording.tls, `${server}:${port}`) ?? refuse(`the TLS server ${server}:${port}`),
    async httpProbe(url) {
      const answer = own(recording.http, url) ?? refuse(`the page ${url}`);
      return answer.outcome === "answered" ? { ...answer, body: bytesOf(answer.body) } : answer;
    },
    hostname: () => recording.hostname,
    userName: () => recording.userName,
    homeFolder: () => recording.homeFolder ?? own(recording.environment, platform === "windows" ? "USERPROFILE" : "HOME"),
    groupIds: () => recording.groupIds,
    timeZone: () => recording.timeZone,
    logIn: async () => ({ id: "recorded", bootedAt: null }),
    now: () => new Date(recording.now),
  };
  return { host, misses: () => [...misses] };
}
