import { describe, expect, it } from "vitest";
import { judgeDiskEncryption, pageFileDrives } from "../../../electron/probes/windows/diskEncryption.ts";

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

describe("media that can be taken out", () => {
  const judge = (more: object) => {
    const judged = judgeDiskEncryption({ ok: true, value: { system: "C:", real: ["C:", "D:"], drives, ...more } });
    return judged.kind === "known" ? judged.value : judged;
  };
  it("an older script did not look: nothing is said of them", () => {
    expect(judge({})).not.toHaveProperty("removable");
  });
  it("sticks are named with their state; what the shell does not tell is not seen", () => {
    const removable = [
      { drive: "e:", protection: 2 },
      { drive: "F:", protection: 1 },
      { drive: "G:", protection: null },
      { drive: "H:", protection: 6 },
    ];
    expect(judge({ outer: [], removable })).toMatchObject({
      volumes: [{ mount: "C:" }, { mount: "D:" }],
      removable: [
        { mount: "E:", state: "not-encrypted" },
        { mount: "F:", state: "encrypted" },
        { mount: "G:", state: "unseen" },
        { mount: "H:", state: "encrypted" },
      ],
    });
  });
  it("a disk on a cable is one of them, and no data volume of the PC", () => {
    expect(judge({ outer: ["D:"], removable: [] })).toMatchObject({
      volumes: [{ mount: "C:" }],
      removable: [{ mount: "D:", state: "not-encrypted" }],
    });
  });
  it("without word on the cables it stays a data volume", () => {
    expect(judge({ outer: null, removable: [] })).toMatchObject({ volumes: [{ mount: "C:" }, { mount: "D:" }], removable: [] });
  });
  it("the system drive is the PC's own, whatever it hangs on", () => {
    expect(judge({ outer: ["C:"], removable: [] })).toMatchObject({ volumes: [{ role: "system", mount: "C:" }, { mount: "D:" }], removable: [] });
  });
});

describe("page files", () => {
  const key = (values: Readonly<Record<string, string>>) =>
    ({
      ok: true,
      source: "",
      key: {
        values: new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value])),
        subkeys: [],
        below: new Map(),
        complete: true,
        valuesRead: true,
      },
    }) as const;
  // https://learn.microsoft.com/windows/client-management/generate-kernel-or-complete-crash-dump names both values.
  it.each([
    [{ ExistingPageFiles: "\\??\\C:\\pagefile.sys" }, ["C:"]],
    [{ ExistingPageFiles: "\\??\\D:\\pagefile.sys\n\\??\\e:\\pagefile.sys", PagingFiles: "C:\\pagefile.sys 0 0" }, ["D:", "E:"]],
    [{ PagingFiles: "?:\\pagefile.sys" }, []],
    [{ PagingFiles: "c:\\pagefile.sys 0 0\\0D:\\pagefile.sys 16 8192" }, ["C:", "D:"]],
    [{}, []],
  ])("%j lie on %j", (values, expected) => {
    expect(pageFileDrives(key(values as Record<string, string>))).toEqual(expected);
  });
  it("an older recording did not ask", () => {
    expect(pageFileDrives(undefined)).toEqual([]);
  });
  it("that were moved are swap of their own, also on a disk with a cable; the system's is its own", () => {
    const judged = judgeDiskEncryption({ ok: true, value: { system: "C:", real: ["C:", "D:"], drives, outer: ["D:"], removable: [] } }, ["C:", "D:"]);
    expect(judged).toMatchObject({
      value: {
        volumes: [
          { role: "system", mount: "C:" },
          { role: "swap", mount: "D:", state: "not-encrypted", method: null },
        ],
      },
    });
  });
});
