import { expect, it } from "vitest";
import { commandRefusal } from "../../../electron/probes/common/gather.ts";

const nothing = new Uint8Array();
const result = { command: "lsblk-mountpoints", code: null, stdout: nothing, stderr: nothing, durationMs: 1 } as const;

it("names what could not be ended with a command", () => {
  const left = ["sleep (4711)"];
  expect(commandRefusal({ ...result, outcome: "timeout", left })).toMatchObject({
    reason: "timeout",
    detail: expect.stringMatching(/still running: sleep \(4711\)$/),
  });
  expect(commandRefusal({ ...result, outcome: "cancelled", left })).toMatchObject({ detail: expect.stringContaining("sleep (4711)") });
  expect(commandRefusal({ ...result, outcome: "timeout" })).toMatchObject({ detail: expect.not.stringContaining("still running") });
});
