import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundleInto, runProgram } from "../unit/services/processes/bundle.ts";
import { start, temporaryFolder } from "../unit/services/world.ts";

// Needs Linux and the right to make a mount namespace (root, as test/setup has it).
let programs: Awaited<ReturnType<typeof temporaryFolder>>;
let place: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  programs = await temporaryFolder();
  await bundleInto(programs.folder, ["runOnce"]);
}, 60_000);
afterAll(() => programs.remove());
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe("a disk of its own, in a mount namespace", () => {
  const mounted = (options: string, prepare: string, at: Date) => {
    const script = `mount -t tmpfs -o ${options} none "$1" && ${prepare} && exec "$2" "$3" "$1" 1 "$4"`;
    return runProgram("/usr/bin/unshare", [
      "-m",
      "/bin/sh",
      "-c",
      script,
      "sh",
      place.folder,
      process.execPath,
      path.join(programs.folder, "runOnce.mjs"),
      at.toISOString(),
    ]);
  };

  test("a full disk: the verdict comes, says what was not kept, and is no better", async () => {
    const { code, stdout, stderr } = await mounted(
      "size=32k",
      'mkdir "$1/state" && { dd if=/dev/zero of="$1/fill" bs=1k count=64 2>/dev/null || true; }',
      start,
    );
    expect([code, stderr]).toEqual([0, ""]);
    const { light, integrity, outcomes } = JSON.parse(stdout);
    expect(light).toBe("stop");
    expect(integrity).toEqual(expect.arrayContaining(["state-unwritable"]));
    // With a sound disk this would be in its days of grace.
    expect(outcomes["restart-pending"]).toBe("block");
  });

  test("a read-only disk: the same", async () => {
    const { code, stdout, stderr } = await mounted("size=1m", 'mkdir "$1/state" && mount -o remount,ro "$1"', start);
    expect([code, stderr]).toEqual([0, ""]);
    const { integrity, outcomes } = JSON.parse(stdout);
    expect(integrity).toEqual(expect.arrayContaining(["state-unwritable", "journal-unwritable"]));
    expect(outcomes["restart-pending"]).toBe("block");
  });
});
