import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { keptFiles, putStrange, strangeKinds } from "../support/strangeFiles.ts";
import { bundleInto } from "../unit/services/processes/bundle.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { ended, expectNoStack, preflight, startPreflight, temporaryFolder } from "./support/preflight.ts";

/** Enough for a check on a machine that is three times slower; whoever waits for a pipe waits for ever. */
const limitMs = 55_000;

describe.each(strangeKinds)("a %s in the place of every file that is kept", (kind) => {
  it(
    "hangs no command, and each says something",
    async () => {
      const home = temporaryFolder();
      const state = path.join(home, "telework-preflight");
      mkdirSync(state, { mode: 0o700 });
      const removals = await Promise.all(keptFiles.map((name) => putStrange(kind, path.join(state, name))));
      const policy = ["--policy", writePolicy(temporaryFolder(), oneQuestion)];
      const commands = [
        ["check", ...policy],
        ["declare", "rules-accepted", "yes", ...policy],
        ["exceptions", "list", ...policy],
        ["journal", "verify"],
      ];
      const codes: (number | null)[] = [];
      for (const command of commands) {
        const run = await preflight(command, { home });
        expectNoStack(run);
        expect(`${run.stdout}${run.stderr}`.trim(), command.join(" ")).not.toBe("");
        codes.push(run.code);
      }
      for (const remove of removals) remove();
      // Not answered, so stop; the answer cannot be kept or is not green; a list can be shown; the journal is broken.
      expect([codes[0], codes[3]]).toEqual([20, 20]);
    },
    limitMs,
  );
});

it("a program that keeps the records in use is named, after one wait for the whole command", async () => {
  const home = temporaryFolder();
  const state = path.join(home, "telework-preflight");
  mkdirSync(state, { mode: 0o700 });
  const programs = temporaryFolder();
  await bundleInto(programs, ["holdLock"], path.join(import.meta.dirname, "../unit/services/processes"));
  const holder = spawn(process.execPath, [path.join(programs, "holdLock.mjs"), state], { stdio: ["ignore", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  holder.kill("SIGSTOP");
  const policy = ["--policy", writePolicy(temporaryFolder(), oneQuestion)];
  const begun = performance.now();
  const check = await ended(startPreflight(["check", ...policy], { home }));
  const tookMs = performance.now() - begun;
  const declared = await preflight(["declare", "rules-accepted", "yes", "--lang", "en", ...policy], { home });
  holder.kill("SIGKILL");
  expect(check.stdout).toContain("ほかの Preflight が記録を使い続けているため");
  expect(check.stderr).toContain(`プロセス番号 ${holder.pid}`);
  expect(declared.stderr).toContain(`process ${holder.pid}`);
  expect(declared.code).toBe(70);
  // Once 5 seconds and not once a write.
  expect(tookMs).toBeLessThan(30_000);
});
