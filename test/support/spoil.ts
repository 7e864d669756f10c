import type { CommandId } from "../../electron/host/commands.ts";
import type { Host } from "../../electron/host/host.ts";

/** What a probe rests on: the one command or file whose bad days are played. */
export type Source = { readonly command: CommandId } | { readonly file: string };

export const spoilings = ["denied", "timeout", "tool-missing", "garbage", "truncated", "empty", "escapes"] as const;
export type Spoiling = (typeof spoilings)[number];

const garbage = Uint8Array.from({ length: 2048 }, (_, index) => (index * 7 + 129) % 256);
const hostile = new TextEncoder().encode('\u001b[2J\u001b]0;owned\u0007<img src=x onerror="alert(1)">\u202e\r\n'.repeat(3));

function spoilBytes(bytes: Uint8Array, how: Spoiling): Uint8Array {
  switch (how) {
    case "garbage":
      return garbage;
    case "truncated":
      return bytes.slice(0, Math.floor(bytes.length * 0.6));
    case "escapes":
      return hostile;
    case "empty":
    case "denied":
    case "timeout":
    case "tool-missing":
      return new Uint8Array();
  }
}

const outcomes = { denied: "denied", timeout: "timeout", "tool-missing": "missing" } as const;

/** The same machine on a bad day of one of its sources. A file has no time-out: it fails instead. */
export function spoil(host: Host, source: Source, how: Spoiling): Host {
  const ends = how === "denied" || how === "timeout" || how === "tool-missing";
  if ("command" in source) {
    return {
      ...host,
      async run(command, signal, subject) {
        const good = await host.run(command, signal, subject);
        if (command !== source.command) return good;
        return {
          ...good,
          outcome: ends ? outcomes[how] : "exited",
          code: ends ? null : 0,
          stdout: spoilBytes(good.stdout, how),
          stderr: new Uint8Array(),
        };
      },
    };
  }
  return {
    ...host,
    async readFile(path) {
      const good = await host.readFile(path);
      if (path !== source.file || good.outcome !== "read") return good;
      if (how === "timeout") return { outcome: "failed" };
      if (ends) return { outcome: how === "denied" ? "denied" : "missing" };
      return { ...good, bytes: spoilBytes(good.bytes, how) };
    },
  };
}
