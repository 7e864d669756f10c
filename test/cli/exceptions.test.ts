import { describe, expect, it } from "vitest";
import { z } from "zod";
import { exceptionRecordSchema, standingEntrySchema } from "../../shared/exceptions.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

const reason = "貸し出し PC の入れ替えを待っているためです（来週の予定）";
const measure = "機密の情報を扱わず、席を離れません";

function requestOf(changes: Readonly<Record<string, string | undefined>> = {}): readonly string[] {
  const options = { check: "rules-accepted", reason, measure, ends: "7d", ticket: "IT-1042", ...changes };
  return ["exceptions", "request", ...Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))];
}

describe("an exception in the terminal", () => {
  it("turns red into amber, never into green, and red again when it is revoked", async () => {
    const home = temporaryFolder();
    const policy = ["--policy", writePolicy(temporaryFolder(), oneQuestion)];
    expect((await preflight(["check", ...policy], { home })).code).toBe(20);

    const made = await preflight([...requestOf(), "--json", ...policy], { home });
    expect([made.code, made.stderr]).toEqual([0, ""]);
    const exception = exceptionRecordSchema.parse(JSON.parse(made.stdout));
    expect(exception).toMatchObject({ checkId: "rules-accepted", reason, compensatingMeasure: measure, ticket: "IT-1042" });

    const amber = await preflight(["check", ...policy], { home });
    expect(amber.code).toBe(10);
    expect(amber.stdout).toContain("! 注意");
    expect(amber.stdout).toContain(exception.id);
    expect(amber.stdout).toContain(measure);

    const list = await preflight(["exceptions", "list", ...policy], { home });
    expect(list.stdout).toContain("有効な例外 (1)");
    expect(list.stdout).toContain(reason);
    const json = await preflight(["exceptions", "list", "--json", ...policy], { home });
    const listed = { ...exception, standing: "unchecked", until: exception.endsAt };
    expect(z.array(exceptionRecordSchema.extend(standingEntrySchema.shape)).parse(JSON.parse(json.stdout))).toEqual([listed]);

    const revoked = await preflight(["exceptions", "revoke", exception.id, ...policy], { home });
    expect([revoked.code, revoked.stderr]).toEqual([0, ""]);
    expect((await preflight(["check", ...policy], { home })).code).toBe(20);
    expect((await preflight(["exceptions", "list", ...policy], { home })).stdout).toContain("終わった例外 (1)");
    expectOneSentence(await preflight(["exceptions", "revoke", exception.id, ...policy], { home }), 20, "すでに終わっています");

    const journal = await preflight(["journal", "show", "--json"], { home });
    const kinds = z
      .looseObject({ entries: z.array(z.looseObject({ kind: z.string() })) })
      .parse(JSON.parse(journal.stdout))
      .entries.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "exception")).toHaveLength(2);
    expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
  });

  it("says in a sentence what became of the light", async () => {
    const home = temporaryFolder();
    const policy = ["--policy", writePolicy(temporaryFolder(), oneQuestion)];
    const made = await preflight([...requestOf(), ...policy, "--lang", "en"], { home });
    expect(made.stdout).toMatch(/Exception EX-[0-9A-Z]{8} was recorded\./);
    expect(made.stdout).toContain("! Caution");
  });

  it.each([
    ["a short reason", { reason: "急ぎです" }, "exceptions.minReasonLength"],
    ["nobody who approved", { ticket: undefined }, "exceptions.needApproval"],
    ["an end too far away", { ends: "15d" }, "exceptions.maxDays"],
    ["an end in the past", { ends: "2020-01-01" }, "期限が過去になっています"],
    ["a check that does not exist", { check: "no-such-check" }, "「no-such-check」という項目はありません"],
    ["a check that the policy does not look at", { check: "vpn" }, "「vpn」は、いまのポリシーでは点検しません"],
    ["a check that is met", { check: "device-identity" }, "例外は要りません"],
    ["an activity that does not exist", { activity: "holiday" }, "「holiday」という業務はポリシーにありません"],
  ])("is refused for %s, by the rule's name, and nothing is recorded", async (_what, changes, sentence) => {
    const home = temporaryFolder();
    const policy = ["--policy", writePolicy(temporaryFolder(), oneQuestion)];
    expectOneSentence(await preflight([...requestOf(changes), ...policy], { home }), 20, "例外を記録しませんでした", sentence);
    expect((await preflight(["exceptions", "list", "--json", ...policy], { home })).stdout).toBe("[]\n");
  });

  it("is refused where the policy permits none for the check", async () => {
    const policy = writePolicy(temporaryFolder(), { "rules-accepted": { level: "required", exceptions: { allowed: false } } });
    expectOneSentence(await preflight([...requestOf(), "--policy", policy], { home: temporaryFolder() }), 20, "exceptions.allowed");
  });

  it("asks for shorter or any words where the form needs them", async () => {
    const policy = ["--policy", writePolicy(temporaryFolder(), oneQuestion)];
    expectOneSentence(
      await preflight([...requestOf({ measure: "  " }), ...policy], { home: temporaryFolder() }),
      64,
      "--measure に何か書いてください",
    );
    expectOneSentence(
      await preflight([...requestOf({ ticket: "9".repeat(201) }), ...policy], { home: temporaryFolder() }),
      64,
      "--ticket は 200 文字まで",
    );
  });

  it("cannot be revoked by a number that does not exist", async () => {
    expectOneSentence(await preflight(["exceptions", "revoke", "EX-00000000"], { home: temporaryFolder() }), 20, "EX-00000000 は見つかりません");
  });
});
