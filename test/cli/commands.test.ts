import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { snapshotSchema } from "../../shared/snapshot.ts";
import { root } from "./support/built.ts";
import { oneQuestion, oneRecommendation, writePolicy } from "./support/policies.ts";
import { escapeCharacter, expectNoStack, expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

describe("preflight", () => {
  it("says its version and nothing else", async () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));
    const home = temporaryFolder();
    expect(await preflight(["--version"], { home })).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    expect(await preflight(["check", "--version"], { home })).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("teaches with examples in the person's language", async () => {
    const home = temporaryFolder();
    const ja = await preflight(["exceptions", "request", "--help"], { home });
    expect(ja.code).toBe(0);
    expect(ja.stdout).toContain("例外を申請し");
    expect(ja.stdout).toContain("preflight exceptions request --check disk-encryption");
    const en = await preflight(["--help"], { home, env: { LANG: "en_GB.UTF-8" } });
    expect(en.code).toBe(0);
    expect(en.stdout).toContain("Checks this PC and its network before remote work starts.");
    expect((await preflight(["-h"], { home, env: { LANG: "C" } })).stdout).toContain("テレワークを始める前に");
  });

  it.each([
    [["chekc"], /「chekc」というコマンドはありません。「check」のことですか。/],
    [["check", "--jsn"], /「--jsn」というオプションはありません。「--json」のことですか。/],
    [["check", "--policy"], /「--policy」には値（FILE）が必要です。/],
    [["journal", "show", "--last", "-3"], /--last|件数/],
    [["journal", "show", "--last", "many"], /「many」は件数として読めません/],
    [["check", "--only", "screen-lok"], /「screen-lok」という項目はありません。「screen-lock」のことですか。/],
    [["facts", "rout"], /「rout」という事実はありません。「route」のことですか。/],
    [["exceptions"], /何をするかを指定してください/],
    [[], /何をするかを指定してください。使い方は「preflight --help」/],
    [["report"], /--out/],
    [["exceptions", "request", "--check", "vpn", "--reason", "x", "--measure", "y", "--ends", "someday"], /「someday」は期限として読めません/],
  ])("answers the mistake in %j with one sentence and code 64", async (args, sentence) => {
    expectOneSentence(await preflight(args, { home: temporaryFolder() }), 64, sentence);
  });

  it("shows what is dangerous in a wrong word instead of obeying it", async () => {
    const run = await preflight(["\u001b[2J\nok"], { home: temporaryFolder() });
    expectOneSentence(run, 64, "␛[2J␊ok");
  });
});

describe("preflight check", () => {
  it("is stop, caution and go by exit code, shape and word", async () => {
    const home = temporaryFolder();
    const required = writePolicy(temporaryFolder(), oneQuestion);
    const recommended = writePolicy(temporaryFolder(), oneRecommendation);
    const stop = await preflight(["check", "--policy", required], { home });
    expect(stop.stdout).toContain("✕ 停止");
    expect(stop.stdout).toContain("preflight declare rules-accepted yes");
    expect([stop.code, stop.stderr]).toEqual([20, ""]);
    const caution = await preflight(["check", "--policy", recommended], { home });
    expect(caution.stdout).toContain("! 注意");
    expect([caution.code, caution.stderr]).toEqual([10, ""]);
    expect((await preflight(["declare", "rules-accepted", "yes", "--policy", required], { home })).code).toBe(0);
    const go = await preflight(["check", "--policy", required, "--lang", "en"], { home });
    expect(go.stdout).toContain("✓ Ready");
    expect([go.code, go.stderr]).toEqual([0, ""]);
    expect((await preflight(["declare", "rules-accepted", "no", "--policy", required], { home })).code).toBe(0);
    expect((await preflight(["check", "--policy", required], { home })).code).toBe(20);
  });

  it("says which policy judged, until when the light holds, and the code for the helpdesk", async () => {
    const run = await preflight(["check", "--policy", writePolicy(temporaryFolder(), oneQuestion)], { home: temporaryFolder() });
    expect(run.stdout).toContain("利用者が開いたファイル（管理外）");
    expect(run.stdout).toMatch(/有効期限 +.*\d\d:\d\d まで/);
    expect(run.stdout).toMatch(/ヘルプデスクに伝える番号 +[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/);
  });

  it("prints exactly one snapshot with --json, of this machine", async () => {
    const run = await preflight(["check", "--json"], { home: temporaryFolder() });
    const snapshot = snapshotSchema.parse(JSON.parse(run.stdout));
    expect(snapshot.phase.kind).toBe("finished");
    expect(snapshot.policy.origin).toBe("bundled");
    expect(Object.keys(snapshot.facts).length).toBeGreaterThan(5);
    expect(run.code).toBe({ go: 0, caution: 10, stop: 20 }[snapshot.decision?.light ?? "stop"]);
    expect(run.stderr).toBe("");
  });

  it("uses no colours and no cursor movement when nobody looks at a terminal", async () => {
    const run = await preflight(["check"], { home: temporaryFolder(), env: { FORCE_COLOR: "1", TERM: "xterm-256color" } });
    expect(run.stdout).not.toContain(escapeCharacter);
    expect(run.stdout).not.toContain("\r");
  });

  it("speaks of the chosen items alone with --only", async () => {
    const home = temporaryFolder();
    const policy = writePolicy(temporaryFolder(), { "rules-accepted": { level: "recommended" }, "assigned-device": { level: "required" } });
    const run = await preflight(["check", "--only", "rules-accepted", "--policy", policy], { home });
    expect(run.stdout).toContain("選んだ項目だけの結果です");
    expect(run.stdout).not.toContain("開始できます");
    expect(run.stdout).not.toContain("assigned-device");
    expect(run.code).toBe(10);
    const absent = await preflight(["check", "--only", "vpn", "--policy", policy], { home });
    expectOneSentence({ ...absent, stdout: "" }, 64, "「vpn」は、いまのポリシーでは点検しません");
  });

  it("shows a policy's dangerous words instead of obeying them", async () => {
    const evil = "悪い\u001b[31m題名\u202e\u0007";
    const policy = writePolicy(temporaryFolder(), oneQuestion, { title: { ja: evil, en: evil } });
    const run = await preflight(["check", "--policy", policy], { home: temporaryFolder() });
    expect(run.stdout).toContain("悪い␛[31m題名<U+202E>␇");
    for (const steering of [escapeCharacter, "\u202e", "\u0007"]) expect(run.stdout).not.toContain(steering);
  });
});

describe("preflight gate", () => {
  it("answers for one activity with that activity's code", async () => {
    const home = temporaryFolder();
    const policy = writePolicy(temporaryFolder(), {
      "rules-accepted": { level: "required", requiredFor: { classes: ["confidential"] }, otherwise: "recommended" },
    });
    const all = await preflight(["gate", "--json", "--policy", policy], { home });
    const gate = z
      .strictObject({
        schema: z.literal("preflight-gate/1"),
        light: z.enum(["go", "caution", "stop"]),
        clearances: z.array(z.looseObject({ activityId: z.string(), light: z.enum(["go", "caution", "stop"]), validUntil: z.iso.datetime() })),
        integrity: z.array(z.unknown()),
      })
      .parse(JSON.parse(all.stdout));
    expect([all.code, gate.light]).toEqual([20, "stop"]);
    const amber = gate.clearances.find(({ light }) => light === "caution");
    const red = gate.clearances.find(({ light }) => light === "stop");
    const first = await preflight(["gate", "--activity", amber?.activityId ?? "", "--policy", policy], { home });
    expect([first.code, first.stderr]).toEqual([10, ""]);
    expect(first.stdout).toContain("注意して始められます");
    const second = await preflight(["gate", "--activity", red?.activityId ?? "", "--policy", policy], { home });
    expect([second.code, second.stderr]).toEqual([20, ""]);
    expect(second.stdout).toContain("始められません");
    expect(second.stdout).toContain("いまできる業務");
  });

  it("refuses an activity that the policy does not have", async () => {
    expectOneSentence(
      await preflight(["gate", "--activity", "holiday"], { home: temporaryFolder() }),
      64,
      "「holiday」という業務はポリシーにありません",
    );
  });
});

describe("preflight facts, declare and completion", () => {
  it("shows what was read, with evidence and time", async () => {
    const home = temporaryFolder();
    const json = await preflight(["facts", "device-identity", "--json"], { home });
    expect([json.code, json.stderr]).toEqual([0, ""]);
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(json.stdout)))).toEqual(["device-identity"]);
    const text = await preflight(["facts", "device-identity", "--lang", "en"], { home });
    expect(text.stdout).toMatch(/device-identity/);
    expect(text.stdout).toMatch(/read at \d\d:\d\d in \d+ ms/);
    expect(text.stdout).not.toContain("antivirus");
  });

  it("takes no answer for what is measured", async () => {
    expectOneSentence(
      await preflight(["declare", "firewall", "yes"], { home: temporaryFolder() }),
      20,
      "「firewall」は測定する項目のため、答えられません",
    );
    expectOneSentence(await preflight(["declare", "nonsense", "yes"], { home: temporaryFolder() }), 64, "「nonsense」という項目はありません");
    expectOneSentence(await preflight(["declare", "rules-accepted", "perhaps"], { home: temporaryFolder() }), 64, "「perhaps」は使えません");
  });

  it("completes in a real bash", async () => {
    const home = temporaryFolder();
    const script = await preflight(["completion", "bash"], { home });
    expect(script.code).toBe(0);
    const file = path.join(home, "completion.bash");
    writeFileSync(
      file,
      `${script.stdout}
COMP_WORDS=(preflight check --only scr); COMP_CWORD=3; _preflight; echo "\${COMPREPLY[@]}"
COMP_WORDS=(preflight exceptions r); COMP_CWORD=2; _preflight; echo "\${COMPREPLY[@]}"
COMP_WORDS=(preflight --lang en exceptions request --me); COMP_CWORD=5; _preflight; echo "\${COMPREPLY[@]}"
`,
    );
    const { execFileSync } = await import("node:child_process");
    expect(execFileSync("bash", ["--norc", file], { encoding: "utf8" })).toBe("screen-lock\nrequest revoke\n--measure\n");
  });

  it("never shows a stack, whatever the command", async () => {
    for (const args of [
      ["journal", "show"],
      ["journal", "verify"],
      ["exceptions", "list"],
      ["policy", "show"],
      ["policy", "explain"],
    ]) {
      const run = await preflight(args, { home: temporaryFolder() });
      expectNoStack(run);
      expect([args, run.code, run.stderr]).toEqual([args, 0, ""]);
    }
  });
});
