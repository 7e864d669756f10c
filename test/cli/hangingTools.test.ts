import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { commands } from "../../electron/host/commands.ts";
import { isAlive } from "../support/isAlive.ts";
import { preflight, temporaryFolder } from "./support/preflight.ts";

/** Deaf to the request to end, without output, and with a child in a session of its own that is as deaf. Both write down who they are. */
const stubborn = (pids: string) => `#!/bin/sh
trap "" TERM
exec >&- 2>&-
echo $$ >>"${pids}"
setsid sh -c 'trap "" TERM; echo $$ >>"${pids}"; while :; do sleep 0.2; done' &
while :; do sleep 0.1; done
`;

it("a run ends within eight seconds where every tool hangs, and leaves none of them running", { timeout: 30_000 }, async () => {
  const home = temporaryFolder();
  const tool = path.join(home, "stubborn");
  const pids = path.join(home, "pids");
  writeFileSync(tool, stubborn(pids));
  chmodSync(tool, 0o755);
  const files = Object.values(commands).flatMap((command) => (command.platform === "linux" ? command.files : []));
  const there = [...new Set(files)].filter((file) => existsSync(file));
  expect(there.length).toBeGreaterThan(2);
  const env = { XDG_CURRENT_DESKTOP: "GNOME", XDG_SESSION_TYPE: "wayland" };
  const namespace = there.map((file) => `mount --bind "${tool}" "${file}"`).join("\n");
  const started = performance.now();
  const run = await preflight(["check", "--json"], { home, env, namespace });
  expect(performance.now() - started).toBeLessThan(8000);
  expect([run.code, JSON.parse(run.stdout).decision.light]).toEqual([20, "stop"]);
  const begun = readFileSync(pids, "utf8").trim().split("\n");
  expect(begun.length).toBeGreaterThan(3);
  await expect.poll(() => begun.filter((pid) => isAlive(pid))).toEqual([]);
});
