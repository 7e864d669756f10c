import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../../..");
const shippedFile = path.join(root, "dist/cli/preflight.js");

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? newest(path.join(folder, entry.name)) : statSync(path.join(folder, entry.name)).mtimeMs))
    .reduce((latest, time) => Math.max(latest, time), 0);
}

function isFresh(): boolean {
  const builtAt = statSync(shippedFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const config = statSync(path.join(root, "build/node.vite.config.ts")).mtimeMs;
  return builtAt > Math.max(config, ...["electron", "shared"].map((folder) => newest(path.join(root, folder))));
}

function build(): void {
  if (isFresh()) return;
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const built = spawnSync(process.execPath, [vite, "build", "--config", "build/node.vite.config.ts", "--logLevel", "warn"], {
    cwd: root,
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`dist/cli could not be built:\n${built.stderr}`);
}

/** dist/cli in a folder of its own, with nothing of the repository around it: what runs here runs without sources and node_modules. */
export interface Shipped {
  readonly file: string;
  readonly folder: string;
  remove(): void;
}

export function shippedCopy(): Shipped {
  build();
  const folder = mkdtempSync(path.join(tmpdir(), "preflight-dist-"));
  chmodSync(folder, 0o755); // another user runs it too
  cpSync(path.dirname(shippedFile), path.join(folder, "dist/cli"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
  return { folder, file: path.join(folder, "dist/cli/preflight.js"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
