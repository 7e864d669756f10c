import { describe, expect, it } from "vitest";
import { readLogIn } from "../../../electron/host/logIn.ts";
import { macLogIn } from "../../../electron/host/macLogIn.ts";
import type { Platform } from "../../../shared/platform.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function machine(platform: Platform, files: Readonly<Record<string, string>>, whoami?: string): Parameters<typeof readLogIn>[0] {
  return {
    platform,
    userName: () => "hana",
    readFile: async (path) => {
      const text = files[path];
      return text === undefined ? { outcome: "missing" } : { outcome: "read", bytes: bytes(text), modifiedAt: "2026-11-24T00:00:00.000Z" };
    },
    run: async (command) => {
      if (whoami === undefined) throw new Error("not here");
      return { command, outcome: "exited", code: 0, stdout: bytes(whoami), stderr: bytes(""), durationMs: 1 };
    },
  };
}

// As systemd-logind writes it (documented as private, stable since v30): MONOTONIC is the time of the log-in in µs since the start.
const logind =
  "# This is private data. Do not parse.\nNAME=hana\nSTATE=active\nSTOPPING=no\nRUNTIME=/run/user/1000\nREALTIME=1763942400000000\nMONOTONIC=41000000\n";
const boot = "/proc/sys/kernel/random/boot_id";

describe("Linux", () => {
  const files = { [boot]: "11111111-2222-3333-4444-555555555555\n", "/proc/self/loginuid": "1000\n", "/run/systemd/users/1000": logind };
  it("is the start by the kernel's name and the log-in by its time", async () => {
    expect(await readLogIn(machine("linux", files))).toEqual({ id: '["11111111-2222-3333-4444-555555555555","41000000"]', bootedAt: null });
  });
  it("is another one after a log-out and log-in, and after a start", async () => {
    const { id } = await readLogIn(machine("linux", files));
    const later = await readLogIn(machine("linux", { ...files, "/run/systemd/users/1000": logind.replace("41000000", "9941000000") }));
    const started = await readLogIn(machine("linux", { ...files, [boot]: "99999999-2222-3333-4444-555555555555" }));
    expect(new Set([id, later.id, started.id]).size).toBe(3);
  });
  it("outside of any log-in the start alone counts", async () => {
    const { id } = await readLogIn(machine("linux", { ...files, "/proc/self/loginuid": "4294967295" }));
    expect(id).toBe('["11111111-2222-3333-4444-555555555555",null]');
  });
  it("without either the time of the start is left", async () => {
    const { id, bootedAt } = await readLogIn(machine("linux", {}));
    expect(id).toBeNull();
    expect(Date.parse(bootedAt ?? "")).toBeLessThan(Date.now());
  });
});

describe("Windows", () => {
  it("is the SID of the sign-in, with the time of the start", async () => {
    const { id, bootedAt } = await readLogIn(machine("windows", {}, "S-1-5-5-0-187134\r\n"));
    expect(id).toBe("S-1-5-5-0-187134");
    expect(bootedAt).not.toBeNull();
  });
  it("where whoami does not run, or says something else, the time of the start is left", async () => {
    for (const said of [undefined, "ERROR: Unable to get Logon Id.\r\n"]) expect((await readLogIn(machine("windows", {}, said))).id).toBeNull();
  });
});

describe("macOS", () => {
  // struct utmpx32 of Apple's Libc, 628 bytes.
  const record = (type: number, seconds: number, user = "", line = "") => {
    const buffer = Buffer.alloc(628);
    buffer.write(user, 0);
    buffer.write(line, 260);
    buffer.writeInt16LE(type, 296);
    buffer.writeInt32LE(seconds, 300);
    return buffer;
  };
  const started = record(2, 1000);
  const atScreen = record(7, 1040, "hana", "console");
  it("is the start and the log-in of this person at the screen", () => {
    const file = Buffer.concat([record(10, 0), started, record(7, 1020, "taro", "console"), atScreen, record(7, 2000, "hana", "ttys000")]);
    expect(macLogIn(file, "hana")).toBe("[[1000,0],[1040,0]]");
  });
  it("is unknown where one of the two is not written down, or the file is another one", () => {
    expect([macLogIn(Buffer.concat([started]), "hana"), macLogIn(Buffer.concat([atScreen]), "hana"), macLogIn(bytes("no records"), "hana")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
