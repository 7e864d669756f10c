import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import { snapshotSchema } from "../../shared/snapshot.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { escapeCharacter, expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

const decidedSchema = z.object({ decision: z.unknown(), policy: z.object({ digest: z.string() }) });
const recordedSchema = z.looseObject({ schema: z.string(), os: z.string().optional(), commands: z.record(z.string(), z.unknown()) });

/** Everything below a folder: names, contents and times. */
function stateOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true }).map((entry) =>
    path.join(entry.parentPath, entry.name),
  );
  const contents = names.sort().map((name) => [name, statText(name)]);
  return createHash("sha256").update(JSON.stringify(contents)).digest("hex");
}
function statText(name: string): string {
  try {
    return readFileSync(name, "base64");
  } catch {
    return "folder";
  }
}

/** A recording of this machine, made by the command. */
async function record(policy?: string) {
  const home = temporaryFolder();
  const folder = path.join(temporaryFolder(), "recorded");
  const run = await preflight(["facts", "--record", folder, ...(policy ? ["--policy", policy] : [])], { home });
  return { home, folder, run, machine: path.join(folder, "machine.json") };
}

describe("a recording of this machine", () => {
  it("is replayed with the same decision, byte for byte, in any place, time zone and language, twice", async () => {
    const { folder, run } = await record();
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("記録を再現し、この PC と同じ判定になることを確かめました");
    expect(readdirSync(folder).sort()).toEqual(["decision.json", "facts.json", "machine.json"]);
    const { decision } = decidedSchema.parse(JSON.parse(readFileSync(path.join(folder, "decision.json"), "utf8")));
    const elsewhere = [
      { TZ: "America/New_York", LC_ALL: "en_US.UTF-8" },
      { TZ: "Asia/Kathmandu", LC_ALL: "de_DE.UTF-8" },
      { TZ: "UTC", LC_ALL: "C" },
    ];
    const prints: string[] = [];
    for (const env of elsewhere) {
      const other = temporaryFolder();
      const replayed = await preflight(["check", "--replay", folder, "--json"], { home: other, env, cwd: "/" });
      const snapshot = snapshotSchema.parse(JSON.parse(replayed.stdout));
      expect(canonicalJson(snapshot.decision)).toBe(canonicalJson(decision));
      expect(canonicalJson(snapshot.facts)).toBe(readFileSync(path.join(folder, "facts.json"), "utf8").trimEnd());
      expect(snapshot.replayed?.recordedAt).toBe(recordedAt(folder));
      expect([snapshot.run, snapshot.helpdeskCode]).toEqual([null, null]);
      expect(replayed.code).toBe({ go: 0, caution: 10, stop: 20 }[snapshot.decision?.light ?? "go"]);
      prints.push(replayed.stdout);
      // Nothing is kept, not even a state folder.
      expect(readdirSync(other)).toEqual([]);
    }
    expect(new Set(prints).size).toBe(1);
  });

  it("leaves what is kept on the PC alone when it is replayed, and says whose light it is", async () => {
    const { home, folder } = await record();
    await preflight(["declare", "rules-accepted", "yes"], { home });
    const before = stateOf(home);
    const ja = await preflight(["check", "--replay", folder], { home });
    expect(ja.stdout).toContain("記録の再現");
    expect(ja.stdout).toContain("この PC の信号ではありません");
    expect(ja.stdout).not.toMatch(/始められる業務があります|ヘルプデスクに伝える番号/);
    // The answer that was given here is not part of the recorded PC.
    expect(ja.stdout).toMatch(/✕ テレワークのルール {2}要対応/);
    // Commands that would tell of this PC, or answer for it.
    expect(ja.stdout).not.toMatch(/preflight (?:declare|facts)/);
    expect(ja.stdout).toContain("--verbose ですべて表示します");
    const en = await preflight(["check", "--replay", folder, "--lang", "en"], { home });
    expect(en.stdout).toContain("This is the light of the recorded PC at that moment, not of this PC.");
    expect(stateOf(home)).toBe(before);
  });

  it("is not written into a folder with something in it, nor with chosen facts", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "mine"), "x");
    expectOneSentence(await preflight(["facts", "--record", folder], { home: temporaryFolder() }), 70, "空のフォルダーではない");
    expect(readdirSync(folder)).toEqual(["mine"]);
    expectOneSentence(await preflight(["facts", "--record", path.join(folder, "mine")], { home: temporaryFolder() }), 70, "空のフォルダーではない");
    expectOneSentence(
      await preflight(["facts", "route", "--record", "x"], { home: temporaryFolder(), env: { LANG: "en_GB.UTF-8" } }),
      64,
      "--record always records all facts",
    );
  });

  it("is judged by the policy that is named, and says that it is another one", async () => {
    const { home, folder } = await record();
    const policy = writePolicy(temporaryFolder(), oneQuestion);
    const run = await preflight(["check", "--replay", folder, "--policy", policy, "--lang", "en"], { home });
    expect(run.stdout.replace(/\s+/g, " ")).toContain("another policy than the one under which it was recorded (preflight-default, revision 1)");
    expect(run.code).toBe(20);
    const same = await record(policy);
    expect((await preflight(["check", "--replay", same.folder, "--policy", policy], { home })).stdout).not.toContain("別のポリシー");
  });

  it("that lacks an answer makes the fact unseen and says so; a command of another version is left aside", async () => {
    const { home, folder, machine } = await record();
    const recorded = recordedSchema.parse(JSON.parse(readFileSync(machine, "utf8")));
    delete recorded.commands["ip-link"];
    recorded.commands["future-tool"] = { outcome: "exited", code: 0, stdout: `${escapeCharacter}[2J`, stderr: "", durationMs: 1 };
    writeFileSync(machine, JSON.stringify(recorded));
    const run = await preflight(["check", "--replay", folder, "--lang", "en"], { home });
    expect(run.stdout).toContain("does not answer everything that was asked (1)");
    expect(run.stdout).toContain("the command ip-link");
    expect(run.stdout).toContain("left aside: future-tool");
    const { facts } = snapshotSchema.parse(JSON.parse((await preflight(["check", "--replay", folder, "--json"], { home })).stdout));
    expect(facts.route?.observation).toMatchObject({ kind: "unknown", reason: "failed", detail: "no recording of the command ip-link" });
  });

  it("of no stated OS needs --os, and of a stated one takes no other", async () => {
    const { home, folder, machine } = await record();
    expectOneSentence(await preflight(["check", "--replay", folder, "--os", "windows"], { home }), 64, "linux の記録です");
    const { os: _, ...unstated } = recordedSchema.parse(JSON.parse(readFileSync(machine, "utf8")));
    writeFileSync(machine, JSON.stringify(unstated));
    expectOneSentence(await preflight(["check", "--replay", folder], { home }), 64, "--os で指定してください");
    const { decision } = decidedSchema.parse(JSON.parse(readFileSync(path.join(folder, "decision.json"), "utf8")));
    const run = await preflight(["check", "--replay", folder, "--os", "linux", "--json"], { home });
    expect(canonicalJson(snapshotSchema.parse(JSON.parse(run.stdout)).decision)).toBe(canonicalJson(decision));
    expectOneSentence(await preflight(["check", "--os", "linux"], { home }), 64, "--replay");
    expectOneSentence(await preflight(["check", "--replay", folder, "--only", "vpn"], { home }), 64, "--only");
  });
});

describe("what is no recording", () => {
  const cases: readonly (readonly [string, (folder: string) => void, RegExp, RegExp])[] = [
    ["an empty folder", () => undefined, /記録（machine.json）がありません/, /There is no recording/],
    [
      "no JSON",
      (folder) => writeFileSync(path.join(folder, "machine.json"), `{${escapeCharacter}[31m`),
      /JSON として読めません/,
      /cannot be read as JSON/,
    ],
    [
      "another file",
      (folder) => writeFileSync(path.join(folder, "machine.json"), '{"schema":"preflight-report/1"}'),
      /記録ではありません/,
      /is not a recording/,
    ],
    [
      "a newer one",
      (folder) => writeFileSync(path.join(folder, "machine.json"), '{"schema":"preflight-recording/9"}'),
      /新しい Preflight/,
      /by a newer Preflight/,
    ],
    [
      "a damaged one",
      (folder) => writeFileSync(path.join(folder, "machine.json"), '{"schema":"preflight-recording/1","now":"never"}'),
      /壊れています/,
      /is damaged/,
    ],
    ["a folder of that name", (folder) => mkdirSync(path.join(folder, "machine.json")), /普通のファイルではありません/, /not a regular file/],
    ["a device", (folder) => symlinkSync("/dev/zero", path.join(folder, "machine.json")), /普通のファイルではありません/, /not a regular file/],
    [
      "a huge file",
      (folder) => {
        writeFileSync(path.join(folder, "machine.json"), "{");
        truncateSync(path.join(folder, "machine.json"), 64 * 1024 * 1024 + 1);
      },
      /大きすぎます/,
      /too large/,
    ],
  ];
  it.each(cases)("%s is said in one sentence", async (_what, make, ja, en) => {
    const folder = temporaryFolder();
    make(folder);
    expectOneSentence(await preflight(["check", "--replay", folder], { home: temporaryFolder() }), 70, ja);
    expectOneSentence(await preflight(["check", "--replay", folder], { home: temporaryFolder(), env: { LANG: "en_GB.UTF-8" } }), 70, en);
  });

  it("nor is a folder that is not there", async () => {
    expectOneSentence(await preflight(["check", "--replay", "/nowhere/at/all"], { home: temporaryFolder() }), 70, "記録（machine.json）がありません");
  });
});

function recordedAt(folder: string): string {
  return z.object({ now: z.string() }).parse(JSON.parse(readFileSync(path.join(folder, "machine.json"), "utf8"))).now;
}
