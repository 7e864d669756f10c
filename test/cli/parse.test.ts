import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { encode } from "../support/encode.ts";
import { root } from "./support/built.ts";
import { ended, escapeCharacter, expectOneSentence, preflight, startPreflight, temporaryFolder } from "./support/preflight.ts";

const english = { LANG: "en_GB.UTF-8" };
const fixture = (name: string) => readFileSync(path.join(root, "test/fixtures", name), "utf8");
const openWifi = fixture("windows/netsh-wlan-show-interfaces/win10-ja-open.txt");
const netsh = "windows/netsh-wlan-show-interfaces";

function file(bytes: Uint8Array | string): string {
  const name = path.join(temporaryFolder(), "pasted.txt");
  writeFileSync(name, bytes);
  return name;
}

const parsedSchema = z.strictObject({
  schema: z.literal("preflight-parse/1"),
  command: z.string(),
  exit: z.number(),
  readings: z.array(z.object({ fact: z.string(), observation: z.looseObject({ kind: z.string() }), part: z.literal(true).optional() })),
  instead: z.object({ run: z.string(), as: z.string().nullable() }).nullable(),
});
async function read(name: string, bytes: Uint8Array | string, ...more: readonly string[]) {
  const run = await preflight(["parse", name, file(bytes), "--json", ...more], { home: temporaryFolder() });
  return { run, readings: parsedSchema.parse(JSON.parse(run.stdout)).readings };
}

describe("preflight parse", () => {
  it("says in both languages what is read, with the fact's id, and judges nothing", async () => {
    const home = temporaryFolder();
    const ja = await preflight(["parse", netsh, file(openWifi)], { home });
    expect(ja.stdout).toContain("✓ wifi-link  読み取りました");
    expect(ja.stdout).toContain('"security": "open"');
    expect([ja.code, ja.stderr]).toEqual([0, ""]);
    const en = await preflight(["parse", netsh, file(openWifi)], { home, env: english });
    expect(en.stdout).toContain("✓ wifi-link  Read");
  });

  const windows = openWifi.replaceAll(/\r?\n/g, "\r\n");
  it.each([
    ["UTF-8 with a byte order mark", `\ufeff${openWifi}`],
    ["CRLF", windows],
    ["code page 932", encode(openWifi, "cp932")],
    ["UTF-16", Buffer.from(`\ufeff${windows}`, "utf16le")],
    ["behind a comment", `# netsh wlan show interfaces\n${openWifi}`],
    ["behind the prompt of PowerShell", `PS C:\\Users\\hana> netsh wlan show interfaces\r\n${windows}`],
    ["between prompts of cmd", `C:\\Users\\hana>netsh wlan show interfaces\r\n${windows}\r\nC:\\Users\\hana>`],
  ] as const)("reads the same out of an output pasted as %s", async (_how, bytes) => {
    const { readings } = await read(netsh, bytes);
    expect(readings).toEqual((await read(netsh, openWifi)).readings);
    expect(readings[0]?.observation.kind).toBe("known");
  });

  it("reads standard input, the exit code and standard error", async () => {
    const child = startPreflight(["parse", netsh, "-", "--json"], { home: temporaryFolder() });
    const { code, stdout } = await ended(child);
    // Nobody writes to it here: an empty output says nothing.
    expect([code, parsedSchema.parse(JSON.parse(stdout)).exit]).toEqual([10, 0]);
    const lock = fixture("macos/sysadminctl-screenLock/immediate.txt");
    const onError = await read("macos/sysadminctl-screenLock", "", "--stderr", file(lock));
    expect(onError.readings[0]?.observation.kind).toBe("known");
    expect((await read("macos/fdesetup-status", "FileVault is On.\n", "--exit", "1")).readings[0]?.observation.kind).not.toBe("known");
  });

  it("says why nothing could be read, in words, with code 10", async () => {
    const refused = fixture("windows/netsh-wlan-show-interfaces/win11-24h2-ja-location-refused.txt");
    const ja = await preflight(["parse", netsh, file(refused), "--exit", "1"], { home: temporaryFolder() });
    expect(ja.code).toBe(10);
    expect(ja.stdout).toMatch(/位置情報/);
    const en = await preflight(["parse", netsh, file("nothing of the kind")], { home: temporaryFolder(), env: english });
    expect(en.code).toBe(10);
    expect(en.stdout).toMatch(/\? wifi-link|wifi-link/);
  });

  it("quotes what comes from outside and obeys none of it", async () => {
    const evil = openWifi.replace(/^(\s+SSID\s+: ).*$/m, `$1${escapeCharacter}[2J\u202eevil`);
    const run = await preflight(["parse", netsh, file(evil)], { home: temporaryFolder() });
    for (const steering of [escapeCharacter, "\u202e"]) expect(run.stdout).not.toContain(steering);
  });

  it("reads what helpdesks paste under the name of its own tool, and marks a part as a part", async () => {
    const pasted = readFileSync(path.join(root, "test/pasted/windows/manage-bde-status/on-ja.txt"));
    const ja = await preflight(["parse", "windows/manage-bde -status", file(pasted)], { home: temporaryFolder() });
    expect(ja.stdout).toContain("disk-encryption  一部を読み取りました");
    expect(ja.stdout).not.toContain("✓");
    expect(ja.code).toBe(0);
    const { readings } = await read("windows/manage-bde-status", pasted);
    expect(readings[0]).toMatchObject({ part: true, observation: { kind: "known" } });
  });

  it.each([
    ["windows/systeminfo", "Host Name: PC-0417\n", "reg query", "windows/reg-current-version"],
    ["windows/Get-HotFix", "Source Description HotFixID\n", "reg query", "windows/reg-current-version"],
    ["windows/Get-NetAdapter", "Name : Wi-Fi\n", "preflight facts --record DIR", null],
    ["linux/lsblk", "NAME MAJ:MIN\nsda 8:0\n", "lsblk -J -o NAME", "linux/lsblk-mountpoints"],
    ["linux/lsblk-mountpoints", "NAME MAJ:MIN\nsda 8:0\n", "lsblk -J -o NAME", "linux/lsblk-mountpoints"],
    ["linux/ip-rule", "0: from all lookup local\n", "preflight facts --record DIR", null],
    ["macos/ifconfig", "en0: flags=8863\n", "networksetup -listallhardwareports", "macos/networksetup-listallhardwareports"],
    ["windows/manage-bde-status", "(nothing)\n", "Get-BitLockerVolume | Format-List", "windows/Get-BitLockerVolume"],
  ] as const)("says what to run instead of %s", async (name, bytes, run, as) => {
    const json = await read(name, bytes);
    expect(json.run.code).toBe(10);
    const instead = parsedSchema.parse(JSON.parse(json.run.stdout)).instead;
    expect(instead?.run).toContain(run);
    expect(instead?.as).toBe(as);
    const ja = await preflight(["parse", name, file(bytes)], { home: temporaryFolder() });
    expect(ja.stdout.replaceAll(/\s+/g, "")).toContain(run.replaceAll(/\s+/g, ""));
    const en = await preflight(["parse", name, file(bytes)], { home: temporaryFolder(), env: english });
    expect(en.stdout).toMatch(/\b[Rr]un\b/);
  });

  it("lists what can be read", async () => {
    const run = await preflight(["parse", "--list"], { home: temporaryFolder() });
    const names = run.stdout.trimEnd().split("\n");
    for (const name of [netsh, "macos/fdesetup-status", "windows/powershell", "windows/Get-BitLockerVolume"]) expect(names).toContain(name);
    expect(names).toEqual([...names].sort());
    expect(run.code).toBe(0);
  });

  it.each([
    [["parse", "windows/netsh-wlan-show-interface", "x"], "「windows/netsh-wlan-show-interfaces」のことですか"],
    [["parse", "netsh-wlan-show-interfaces", "x"], "「windows/netsh-wlan-show-interfaces」のことですか"],
    [["parse", "windows/manage-bde", "x"], "「windows/manage-bde-status」のことですか"],
    [["parse", "linux/rm", "x"], "「linux/rm」の出力は読めません"],
    [["parse", netsh], "OS/COMMAND と FILE"],
    [["parse"], "OS/COMMAND と FILE"],
    [["parse", "--list", netsh], "--list は単独"],
    [["parse", netsh, "x", "--exit", "zero"], "「zero」は終了コードとして読めません"],
    [["parse", netsh, "x", "y"], /y/],
  ] as const)("answers the mistake in %j with one sentence and code 64", async (args, sentence) => {
    expectOneSentence(await preflight(args, { home: temporaryFolder() }), 64, sentence);
  });

  it("says when a file cannot be read, with code 70", async () => {
    expectOneSentence(await preflight(["parse", netsh, "/nowhere"], { home: temporaryFolder() }), 70, "/nowhere");
    expectOneSentence(await preflight(["parse", netsh, "/dev/null", "--stderr", "/nowhere"], { home: temporaryFolder() }), 70, "/nowhere");
    expectOneSentence(await preflight(["parse", netsh, temporaryFolder()], { home: temporaryFolder(), env: english }), 70, "it is a folder");
  });
});
