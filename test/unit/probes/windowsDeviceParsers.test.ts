import { describe, expect, it } from "vitest";
import { readers } from "../../../electron/probes/readers.ts";
import { bitLockerState } from "../../../electron/probes/windows/diskEncryption.ts";
import { fileTimeIso } from "../../../electron/probes/windows/fileTime.ts";
import { parseSleepStates } from "../../../electron/probes/windows/powercfgParser.ts";
import { parseRegQuery } from "../../../electron/probes/windows/regQueryParser.ts";
import { remoteOf } from "../../../electron/probes/windows/remoteSession.ts";
import { isoDate } from "../../../electron/probes/windows/settings.ts";
import { splitEndpoint } from "../../../electron/probes/windows/sockets.ts";
import { samples } from "../../support/samples.ts";

const none = new Uint8Array();
const bytes = (text: string) => new TextEncoder().encode(text);
/** Samples that the one PowerShell did not print, and whose lists have no end that would show a cut. */
const lines = samples().filter(({ name, command, stream }) => name.startsWith("windows/") && command !== "powershell" && stream === "stdout");
const device = lines.filter(({ command }) => /^(reg-|powercfg-|dsregcmd-|netstat|tasklist)/.test(command));

function read(sample: (typeof lines)[number], stdout: Uint8Array) {
  return readers[sample.command]?.({ code: sample.code, stdout, stderr: none }) ?? [];
}

describe("an output that was cut", () => {
  // The end of these lists does not show: that the program ended by itself is the only proof.
  const open = new Set(["tasklist", "netstat", "reg-enrollments"]);
  // Cut before its forged line, it is an honest output.
  const forged = "windows/dsregcmd-status/twice";
  it.each(device.filter(({ command, name }) => !open.has(command) && name !== forged).map((sample) => [sample.name, sample] as const))(
    "says no other thing than the whole: %s",
    (_name, sample) => {
      const whole = read(sample, bytes(sample.text));
      const rows = sample.text.split("\n");
      for (let end = 0; end < rows.length; end += 1) {
        for (const text of [
          rows.slice(0, end).join("\n"),
          `${rows.slice(0, end).join("\n")}\n`,
          `${rows
            .slice(0, end + 1)
            .join("\n")
            .slice(0, -1)}`,
        ]) {
          for (const { fact, observation, part } of read(sample, bytes(text))) {
            // What calls itself a part claims nothing of the whole.
            if (observation.kind !== "known" || part === true) continue;
            const same = whole.find((reading) => reading.fact === fact);
            // A key that is there and was read no further: a restart is pending, the one thing that this proves.
            if (fact === "restart-pending") expect(observation.value).toMatchObject({ pending: true });
            else expect({ text, observation }).toEqual({ text, observation: same?.observation });
          }
        }
      }
    },
  );

  it("of netstat within TCP is no list", () => {
    const sample = device.find(({ name }) => name === "windows/netstat/ja");
    const cut = sample?.text.split("  UDP")[0] ?? "";
    expect(cut).toContain("3389");
    expect(readers.netstat?.({ code: 0, stdout: bytes(cut), stderr: none })[0]?.observation.kind).toBe("unknown");
  });
});

describe("another program's output", () => {
  const others = lines.map(({ text }) => bytes(text));
  it.each(device.map((sample) => [sample.name, sample] as const))("is not read as one's own: %s", (_name, sample) => {
    const folder = sample.name.split("/")[1];
    const foreign = lines.filter(({ name, command }) => name.split("/")[1] !== folder && command !== sample.command);
    for (const other of foreign) {
      for (const { fact, observation } of read(sample, bytes(other.text))) {
        // An empty line is all that an empty key leaves.
        if (other.text.trim() === "" && fact === "restart-pending") continue;
        expect({ other: other.name, kind: observation.kind }).toEqual({ other: other.name, kind: "unknown" });
      }
    }
    expect(others.length).toBeGreaterThan(50);
  });

  it.each(["", "\0\0\0\0", "\ufffd".repeat(100), "PS C:\\> ", "アクセスが拒否されました。\r\n", "HKEY_LOCAL_MACHINE\\", '{"ok":true}'])(
    "%j says nothing",
    (text) => {
      for (const [command, reader] of Object.entries(readers)) {
        if (!/^(reg-|powercfg-|dsregcmd-|netstat|tasklist)/.test(command)) continue;
        for (const { observation } of reader({ code: 0, stdout: bytes(text), stderr: none }))
          expect(`${command} ${observation.kind}`).toBe(`${command} unknown`);
      }
    },
  );

  it("a refused program says nothing, whatever it printed", () => {
    for (const sample of device.filter(({ code }) => code === 0)) {
      const readings = readers[sample.command]?.({ code: 1, stdout: bytes(sample.text), stderr: none }) ?? [];
      expect(readings.map(({ observation }) => observation.kind)).toEqual(readings.map(() => "unknown"));
    }
  });
});

describe("reg.exe query", () => {
  const key = "HKLM\\SOFTWARE\\X";
  const own = "HKEY_LOCAL_MACHINE\\SOFTWARE\\X";
  const parse = (text: string) => parseRegQuery(bytes(text), key);

  it("tells values of the key from those below, and direct keys from deeper ones", () => {
    const parsed = parse(
      `\r\n${own}\r\n    A    REG_DWORD    0x10\r\n    B c    REG_SZ    four    blanks\r\n\r\n${own}\\Sub\r\n    A    REG_QWORD    0x100000000\r\n\r\n${own}\\Sub\\Deep\r\n`,
    );
    expect(parsed).toMatchObject({ ok: true, value: { subkeys: ["Sub"], complete: true, valuesRead: true } });
    if (!parsed.ok) return;
    expect([...parsed.value.values]).toEqual([
      ["a", 16],
      ["b c", "four    blanks"],
    ]);
    expect([...(parsed.value.below.get("sub") ?? [])]).toEqual([["a", 2 ** 32]]);
  });

  it("does not take a key of a similar name for one below", () => {
    expect(parse(`\r\n${own}Y\r\n    A    REG_SZ    1\r\n\r\n`).ok).toBe(false);
  });

  it("keeps a number that it cannot read as text", () => {
    const parsed = parse(`\r\n${own}\r\n    A    REG_DWORD    0xzz\r\n    D    REG_MULTI_SZ    a\\0b\r\n\r\n`);
    expect(parsed.ok && [...parsed.value.values]).toEqual([
      ["a", "0xzz"],
      ["d", "a\nb"],
    ]);
  });
});

describe("powercfg /a", () => {
  it("takes no list with reasons for the one of what the PC has", () => {
    const lack = "A:\n    x (S0 y)\n        why\n    x (S3)\n        why\n";
    expect(parseSleepStates(bytes(lack))).toEqual({ ok: true, value: { modernStandby: false, sleeps: false } });
    expect(parseSleepStates(bytes(`${lack}\nB:\n    x (S1)\n        why\n`)).ok).toBe(false);
    expect(parseSleepStates(bytes("A:\n    x (S0 y)\n\nB:\n    x (S3)\n")).ok).toBe(false);
  });
});

describe("dates", () => {
  it.each([
    ["2026-12-08T03:21:47Z", "2026-12-08T03:21:47.000Z"],
    ["2026-11-23T18:33:13.1234567Z", "2026-11-23T18:33:13.123Z"],
    ["2026-11-23T18:33:13.0000000", "2026-11-23T18:33:13.000Z"],
    ["2026-11-23T18:33:13+09:00", "2026-11-23T09:33:13.000Z"],
    ["2026-11-23", "2026-11-23T00:00:00.000Z"],
    ["1601-01-01T00:00:00.0000000Z", null],
    ["1899-12-30T00:00:00Z", null],
    ["12/08/2026", undefined],
    ["2026年12月8日", undefined],
    ["1765163207", undefined],
    ["2026-13-40T00:00:00Z", undefined],
    ["", undefined],
  ])("%s is %s", (text, date) => {
    expect(isoDate(text)).toBe(date);
  });

  it.each([
    [134_081_000_000_000_000, "2025-11-20T08:13:20.000Z"],
    [0, null],
    [Number.NaN, null],
    [9e18, null],
  ])("FILETIME %s is %s", (value, date) => {
    expect(fileTimeIso(value)).toBe(date);
  });
});

describe("small things", () => {
  it.each([
    [1, "system", "encrypted"],
    [6, "data", "encrypted"],
    [6, "system", null],
    ["2", "system", "not-encrypted"],
    [true, "system", null],
    [1.5, "system", null],
    ["on", "system", null],
    [null, "data", null],
  ] as const)("BitLocker %s of a %s volume: %s", (value, role, state) => {
    expect(bitLockerState(value, role)).toBe(state);
  });

  it.each([
    ["0.0.0.0:135", { address: "0.0.0.0", port: 135 }],
    ["[fe80::1%7]:1900", { address: "fe80::1%7", port: 1900 }],
    ["[::]:70000", null],
    ["::1:80", null],
    ["host:80", null],
    ["1.2.3.4:0", null],
  ])("endpoint %s", (text, endpoint) => {
    expect(splitEndpoint(text)).toEqual(endpoint);
  });

  it.each([
    [null, "Console", "none"],
    [null, "RDP-Tcp#4", "remote-desktop"],
    [null, "", null],
    [null, undefined, null],
    [{ session: 1, console: null, name: "Console" }, undefined, "none"],
    [{ session: 1, console: 2, name: "" }, "Console", "remote-desktop"],
  ] as const)("session %j named %s is %s", (block, name, remote) => {
    expect(remoteOf(block, name)).toBe(remote);
  });
});
