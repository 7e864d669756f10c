import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { oneQuestion, policyText, writePolicy } from "./support/policies.ts";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

describe("preflight policy check, show, schema and explain", () => {
  it("finds no mistake in a good policy", async () => {
    const file = writePolicy(temporaryFolder(), oneQuestion);
    const run = await preflight(["policy", "check", file], { home: temporaryFolder() });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("誤りはありません");
  });

  it("shows each mistake with its line", async () => {
    const file = writePolicy(temporaryFolder(), { ...oneQuestion, "no-such-check": { level: "required" } });
    const line =
      readFileSync(file, "utf8")
        .split("\n")
        .findIndex((text) => text.includes("no-such-check:")) + 1;
    const run = await preflight(["policy", "check", file], { home: temporaryFolder() });
    expect([run.code, run.stderr]).toEqual([20, ""]);
    expect(run.stdout).toContain(`${line} 行目 rules.no-such-check`);
    const json = await preflight(["policy", "check", file, "--json"], { home: temporaryFolder() });
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, problems: [{ path: "rules.no-such-check", line }] });
  });

  it.each([
    ["ja", "「no-such-chek」という点検項目はありません", "「titel」という項目はありません（「title」のことですか）"],
    ["en", "there is no check “no-such-chek”", "there is no field “titel” (did you mean “title”?)"],
  ])("says mistakes in the author's language (%s), refuses to sign them, and lets a contradiction be seen", async (lang, check, field) => {
    const home = temporaryFolder();
    const folder = temporaryFolder();
    const file = writePolicy(folder, { ...oneQuestion, "no-such-chek": { level: "required" } }, { titel: 1 });
    const run = await preflight(["policy", "check", file, "--lang", lang], { home });
    expect(run.code).toBe(20);
    const flat = run.stdout.replace(/\s+/g, " ");
    for (const words of [check, field]) expect(flat.replaceAll(" ", "")).toContain(words.replaceAll(" ", ""));
    const doubtful = writePolicy(folder, { ...oneQuestion, "screen-lock": { level: "required", settings: { maxMinutes: 5, warnMinutes: 10 } } });
    await preflight(["policy", "keygen", "--out", folder], { home });
    for (const command of [
      ["check", doubtful],
      ["sign", doubtful, "--key", path.join(folder, "policy.key")],
    ]) {
      const doubted = await preflight(["policy", ...command, "--lang", lang], { home });
      expect([doubted.code, doubted.stdout.includes("warnMinutes")]).toEqual([20, true]);
    }
    expect((await preflight(["policy", "show", "--policy", doubtful], { home })).code).toBe(0);
  });

  it("explains every check and shows the policy in use", async () => {
    const home = temporaryFolder();
    const show = await preflight(["policy", "show"], { home });
    expect(show.code).toBe(0);
    expect(show.stdout).toContain("付属の標準ポリシー");
    expect(show.stdout).toMatch(/screen-lock +画面ロック +必須/);
    const explain = await preflight(["policy", "explain", "screen-lock", "--lang", "en"], { home });
    expect(explain.stdout).toContain("maxMinutes");
    expect(explain.stdout).toContain("The screen never locks by itself.");
    expectOneSentence(await preflight(["policy", "explain", "screen-lok"], { home }), 64, "「screen-lock」のことですか");
  });

  it("prints a JSON Schema", async () => {
    const run = await preflight(["policy", "schema"], { home: temporaryFolder() });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
  });
});

describe("keys and signatures", () => {
  it("are made, sign and verify; one changed byte and a wrong key are found", async () => {
    const home = temporaryFolder();
    const keys = path.join(temporaryFolder(), "keys");
    const made = await preflight(["policy", "keygen", "--out", keys], { home });
    expect([made.code, made.stderr]).toEqual([0, ""]);
    expect(statSync(path.join(keys, "policy.key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(keys, "policy.key"), "utf8")).toContain("BEGIN PRIVATE KEY");
    expect(readFileSync(path.join(keys, "policy.pub"), "utf8")).toContain("BEGIN PUBLIC KEY");

    const before = readFileSync(path.join(keys, "policy.key"), "utf8");
    expectOneSentence(await preflight(["policy", "keygen", "--out", keys], { home }), 70, "鍵を作りませんでした");
    expect(readFileSync(path.join(keys, "policy.key"), "utf8")).toBe(before);

    const file = writePolicy(temporaryFolder(), oneQuestion);
    expect((await preflight(["policy", "sign", file, "--key", path.join(keys, "policy.key")], { home })).code).toBe(0);
    const verify = ["policy", "verify", file, "--key", path.join(keys, "policy.pub")];
    expect((await preflight(verify, { home })).stdout).toContain("署名は正しいです");
    expect((await preflight([...verify, "--signature", `${file}.sig`], { home })).code).toBe(0);

    writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
    const changed = await preflight(verify, { home });
    expect([changed.code, changed.stderr]).toEqual([20, ""]);
    expect(changed.stdout).toContain("署名が違います");

    expectOneSentence(await preflight(["policy", "sign", file, "--key", path.join(keys, "policy.pub")], { home }), 70, "鍵として使えません");
    expectOneSentence(
      await preflight(["policy", "sign", file, "--key", path.join(keys, "none.key")], { home }),
      70,
      "読めませんでした（見つかりません）",
    );
  });

  it("sign no policy with a mistake", async () => {
    const home = temporaryFolder();
    const folder = temporaryFolder();
    await preflight(["policy", "keygen", "--out", folder], { home });
    const file = path.join(folder, "bad.yaml");
    writeFileSync(file, policyText(oneQuestion).replace("revision: 1", "revision: one"));
    const run = await preflight(["policy", "sign", file, "--key", path.join(folder, "policy.key")], { home });
    expect(run.code).toBe(20);
    expect(run.stdout).toContain("revision");
    expect(statSync(`${file}.sig`, { throwIfNoEntry: false })).toBeUndefined();
  });
});
