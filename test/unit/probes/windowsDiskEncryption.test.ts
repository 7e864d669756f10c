import { describe, expect, it } from "vitest";
import { judgeDiskEncryption } from "../../../electron/probes/windows/diskEncryption.ts";

const drives = [
  { drive: "C:", protection: 1 },
  { drive: "D:", protection: 2 },
];

describe("drives that have a partition", () => {
  it.each([
    ["an empty list", []],
    ["a list without the system drive", ["E:"]],
  ])("%s leaves no unprotected drive out", (_title, real) => {
    const judged = judgeDiskEncryption({ ok: true, value: { system: "C:", real, drives } });
    expect(judged).toMatchObject({
      kind: "known",
      value: {
        volumes: [
          { mount: "C:", state: "encrypted" },
          { mount: "D:", state: "not-encrypted" },
        ],
      },
    });
  });

  it("a whole list leaves out a drive of cloud storage", () => {
    const judged = judgeDiskEncryption({ ok: true, value: { system: "C:", real: ["c:"], drives } });
    expect(judged).toMatchObject({ kind: "known", value: { volumes: [{ mount: "C:" }] } });
  });
});
