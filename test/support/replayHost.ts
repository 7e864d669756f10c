import type { Host } from "../../electron/host/host.ts";
import type { Platform } from "../../shared/platform.ts";
import { bytes, type Fixture } from "./fixtures.ts";

const recordedAt = "2026-11-23T08:00:00.000Z";

/** A request that no recording answers. It fails the test: an answer of our own invention would prove nothing. */
class NoRecording extends Error {
  constructor(what: string, names: readonly string[]) {
    super(`no recording of ${what} in ${names.join(", ")}`);
  }
}

function isMissing(fixtures: readonly Fixture[], path: string): boolean {
  return fixtures.some(({ missing }) =>
    missing.some((entry) => entry === path || (entry.endsWith("/**") && (`${path}/`.startsWith(entry.slice(0, -2)) || path === entry.slice(0, -3)))),
  );
}

/** A machine made of recordings; the last recording that knows the answer gives it. Anything not recorded throws. */
export function replayHost(fixtures: readonly Fixture[], platform: Platform = "linux"): Host {
  const names = fixtures.map(({ name }) => name);
  const last = <T>(pick: (fixture: Fixture) => T | undefined): T | undefined => fixtures.map(pick).findLast((value) => value !== undefined);
  return {
    platform,
    async run(command, _signal, subject) {
      const key = subject === undefined ? command : `${command} ${subject}`;
      const recorded = last(({ commands }) => commands[key]);
      if (recorded === undefined) throw new NoRecording(`the command ${key}`, names);
      return { command, ...recorded, durationMs: 1 };
    },
    async readFile(path) {
      const recorded = last(({ files }) => files[path]);
      if (recorded === undefined) {
        if (isMissing(fixtures, path)) return { outcome: "missing" };
        throw new NoRecording(`the file ${path}`, names);
      }
      if (typeof recorded === "string" || Array.isArray(recorded)) return { outcome: "read", bytes: bytes(recorded), modifiedAt: recordedAt };
      if (recorded.outcome !== undefined) return { outcome: recorded.outcome };
      return { outcome: "read", bytes: bytes(recorded.text), modifiedAt: recorded.modifiedAt ?? recordedAt };
    },
    async readFolder(path) {
      const recorded = last(({ folders }) => folders[path]);
      if (recorded === undefined) {
        if (isMissing(fixtures, path)) return { outcome: "missing" };
        throw new NoRecording(`the folder ${path}`, names);
      }
      if (Array.isArray(recorded)) return { outcome: "read", names: recorded, modifiedAt: recordedAt };
      if (recorded.outcome !== undefined) return { outcome: recorded.outcome };
      return { outcome: "read", names: recorded.names ?? [], modifiedAt: recorded.modifiedAt ?? recordedAt };
    },
    async readLink(path) {
      const recorded = last(({ links }) => links[path]);
      if (recorded === undefined && !isMissing(fixtures, path)) throw new NoRecording(`the link ${path}`, names);
      return recorded ?? null;
    },
    environment: (name) => last(({ environment }) => environment[name]),
    async egress(address) {
      const recorded = last(({ egress }) => egress[address]);
      if (recorded === undefined) throw new NoRecording(`the way to ${address}`, names);
      return recorded;
    },
    interfaces() {
      const recorded = last(({ interfaces }) => interfaces);
      if (recorded === undefined) throw new NoRecording("the interfaces", names);
      return recorded;
    },
    async tlsPeer(server, port) {
      const recorded = last(({ tls }) => tls[`${server}:${port}`]);
      if (recorded === undefined) throw new NoRecording(`the TLS server ${server}:${port}`, names);
      return recorded;
    },
    async httpProbe(url) {
      const recorded = last(({ http }) => http[url]);
      if (recorded === undefined) throw new NoRecording(`the page ${url}`, names);
      return recorded.outcome === "answered" ? { ...recorded, body: bytes(recorded.body) } : recorded;
    },
    // A recording stands still.
    watchNetwork: () => () => undefined,
    hostname: () => last(({ hostname }) => hostname) ?? "hana-laptop",
    userName: () => last(({ userName }) => userName) ?? "hana",
    groupIds: () => last(({ groupIds }) => groupIds) ?? [],
    timeZone: () => last(({ timeZone }) => timeZone) ?? "Asia/Tokyo",
    now: () => new Date(last(({ now }) => now) ?? recordedAt),
  };
}
