import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { createServer, type Server } from "node:net";

/** What may stand in the place of a file without being one: whoever opens it like a file waits for ever, or reads without end. */
export const strangeKinds = ["fifo", "endless link", "folder", "socket", "dangling link"] as const;
export type StrangeKind = (typeof strangeKinds)[number];

/** Puts it there. @returns the function that takes away what keeps running */
export async function putStrange(kind: StrangeKind, file: string): Promise<() => void> {
  switch (kind) {
    case "fifo":
      execFileSync("/usr/bin/mkfifo", [file]);
      return () => undefined;
    case "endless link":
      symlinkSync("/dev/zero", file);
      return () => undefined;
    case "folder":
      mkdirSync(file);
      return () => undefined;
    case "dangling link":
      symlinkSync("/nonexistent/preflight", file);
      return () => undefined;
    case "socket": {
      const server: Server = createServer();
      await new Promise<void>((resolve) => server.listen(file, resolve));
      return () => void server.close();
    }
  }
}

/** Every file that Preflight keeps in its folder, by name. */
export const keptFiles = [
  "history.json",
  "exceptions.json",
  "declarations.json",
  "networks.json",
  "requests.json",
  "settings.json",
  "desktop.json",
  "pseudonym.key.json",
  "facts.cache.json",
  "journal.jsonl",
  "journal.head.json",
  "lock-1",
] as const;
