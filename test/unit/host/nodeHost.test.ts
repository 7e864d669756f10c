import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { childEnvironment } from "../../../electron/host/childEnvironment.ts";
import { decodeUtf8 } from "../../../electron/host/decode.ts";
import type { CommandResult, Host } from "../../../electron/host/host.ts";
import { memoHost } from "../../../electron/host/memoHost.ts";
import { createNodeHost } from "../../../electron/host/nodeHost.ts";

let folder = "";
const host = createNodeHost("linux");
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preflight-host-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the host", () => {
  it("reads a file with its bytes and time", async () => {
    await writeFile(join(folder, "text"), "日本語");
    const file = await host.readFile(join(folder, "text"));
    expect(file).toMatchObject({ outcome: "read", modifiedAt: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(file.outcome === "read" && decodeUtf8(file.bytes)).toBe("日本語");
  });

  it("reads files of /proc, which say that they are empty", async () => {
    const file = await host.readFile("/proc/self/mountinfo");
    expect(file.outcome === "read" && file.bytes.length).toBeGreaterThan(0);
  });

  it("refuses what is too large, no file, or not there", async () => {
    await writeFile(join(folder, "large"), "");
    await truncate(join(folder, "large"), 4 * 1024 * 1024 + 1);
    expect(await host.readFile(join(folder, "large"))).toEqual({ outcome: "too-large" });
    expect(await host.readFile(folder)).toEqual({ outcome: "not-a-file" });
    expect(await host.readFile(join(folder, "nothing"))).toEqual({ outcome: "missing" });
    expect(await host.readFile(join(folder, "text", "below"))).toEqual({ outcome: "missing" });
  });

  it("does not wait for a pipe or a device", async () => {
    execFileSync("/usr/bin/mkfifo", [join(folder, "pipe")]);
    await symlink("/dev/zero", join(folder, "endless"));
    expect(await host.readFile(join(folder, "pipe"))).toEqual({ outcome: "not-a-file" });
    expect(await host.readFile(join(folder, "endless"))).toEqual({ outcome: "not-a-file" });
  });

  it("lists a folder in order, and says why not", async () => {
    await writeFile(join(folder, "a"), "");
    const listed = await host.readFolder(folder);
    expect(listed.outcome === "read" && [...listed.names].sort()).toEqual(listed.outcome === "read" && listed.names);
    expect(listed.outcome === "read" && listed.names).toContain("a");
    expect(await host.readFolder(join(folder, "nothing"))).toEqual({ outcome: "missing" });
  });

  it("reads the target of a link, or null", async () => {
    await symlink("/target/of/link", join(folder, "link"));
    expect(await host.readLink(join(folder, "link"))).toBe("/target/of/link");
    expect(await host.readLink(join(folder, "nothing"))).toBeNull();
  });

  it("names the interface that traffic to the loopback would use", async () => {
    expect(await host.egress("127.0.0.9", 4)).toEqual({ outcome: "routed", localAddress: "127.0.0.1", interface: "lo" });
  });

  it("answers a target that is no address of its family without asking anybody", async () => {
    for (const [target, family] of [
      ["localhost", 4],
      ["::1", 4],
      ["127.0.0.1", 6],
      ["", 4],
    ] as const) {
      expect(await host.egress(target, family)).toMatchObject({ outcome: "failed" });
    }
  });

  it("names machine and user", () => {
    expect(host.hostname()).not.toBe("");
    expect(typeof host.userName()).toBe("string");
  });
});

describe("the host of one run", () => {
  const counting = () => {
    const asked: string[] = [];
    const answer = (command: CommandResult["command"], outcome: CommandResult["outcome"]): CommandResult => ({
      command,
      outcome,
      code: 0,
      stdout: new Uint8Array(),
      stderr: new Uint8Array(),
      durationMs: 0,
    });
    const inner: Host = {
      ...host,
      run: async (command, signal) => {
        asked.push(command);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return answer(command, signal.aborted ? "cancelled" : "exited");
      },
      egress: async (address, family) => {
        asked.push(`${address}/${family}`);
        return { outcome: "no-route" };
      },
    };
    return { asked, memo: memoHost(inner) };
  };

  it("runs each command once, also for probes that ask at the same time", async () => {
    const { asked, memo } = counting();
    const { signal } = new AbortController();
    await Promise.all([memo.run("ip-link", signal), memo.run("ip-link", signal)]);
    await memo.run("ip-link", signal);
    await memo.run("apt-config", signal);
    await memo.egress("192.0.2.1", 4);
    await memo.egress("192.0.2.1", 4);
    expect(asked).toEqual(["ip-link", "apt-config", "192.0.2.1/4"]);
  });

  it("does not let one probe's cancellation answer for another", async () => {
    const { memo } = counting();
    const first = new AbortController();
    const cancelled = memo.run("ip-link", first.signal);
    const second = memo.run("ip-link", new AbortController().signal);
    first.abort();
    expect((await cancelled).outcome).toBe("cancelled");
    expect((await second).outcome).toBe("exited");
  });
});

describe("whose settings are read", () => {
  const elsewhere = { HOME: "/tmp/elsewhere", USER: "nobody", XDG_CONFIG_HOME: "/tmp/config", USERPROFILE: "C:\\Elsewhere" };

  it("is the user's by the record of the OS, whatever the environment says", () => {
    const before = { ...process.env };
    Object.assign(process.env, elsewhere);
    try {
      const { username, homedir } = userInfo();
      expect(host.homeFolder()).toBe(homedir);
      expect(host.userName()).toBe(username);
      expect(host.homeFolder()).not.toBe("/tmp/elsewhere");
    } finally {
      process.env = before;
    }
  });

  it("and of every command that is run", () => {
    const record = { name: "hana", home: "/home/hana" };
    const given = childEnvironment("linux", { ...elsewhere, DBUS_SESSION_BUS_ADDRESS: "unix:path=/run/user/1000/bus" }, record);
    expect(given).toMatchObject({ HOME: "/home/hana", USER: "hana", LOGNAME: "hana", DBUS_SESSION_BUS_ADDRESS: "unix:path=/run/user/1000/bus" });
    expect(given).not.toHaveProperty("XDG_CONFIG_HOME");
    expect(childEnvironment("macos", elsewhere, { ...record, home: "/Users/hana" })).toMatchObject({ HOME: "/Users/hana" });
    expect(childEnvironment("windows", elsewhere, { ...record, home: "C:\\Users\\hana" })).toMatchObject({ USERPROFILE: "C:\\Users\\hana" });
    // A user id without a record: better no home than one that somebody chose.
    expect(childEnvironment("linux", elsewhere, undefined)).not.toHaveProperty("HOME");
  });
});
