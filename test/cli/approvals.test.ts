import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { pendingRequestSchema } from "../../shared/approvals.ts";
import { exceptionRecordSchema } from "../../shared/exceptions.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

const reason = "貸し出し PC の入れ替えを待っているためです（来週の予定）";
const measure = "機密の情報を扱わず、席を離れません";
const requestArguments = ["exceptions", "request", "--check", "rules-accepted", "--reason", reason, "--measure", measure, "--ends", "7d"];

/** Keys and a policy as the security officer makes them, with the commands of the documentation. */
async function office(by: readonly string[]) {
  const home = temporaryFolder();
  const desk = path.join(home, "desk");
  expect((await preflight(["policy", "keygen", "--out", desk], { home })).code).toBe(0);
  const entry = await preflight(["exceptions", "key", path.join(desk, "policy.pub"), "--id", "desk-1", "--name", "情報システム窓口"], { home });
  expect([entry.code, entry.stderr]).toEqual([0, ""]);
  const { keys } = parse(entry.stdout) as { keys: readonly unknown[] };
  const exceptions = { maxDays: 14, needApproval: true, mayCoverUnknown: true, minReasonLength: 20, approval: { by, keys, codesPerWeek: 3 } };
  const policy = writePolicy(temporaryFolder(), oneQuestion, { exceptions });
  expect((await preflight(["policy", "check", policy], { home })).code).toBe(0);
  return { home, key: path.join(desk, "policy.key"), policy: ["--policy", policy] };
}

async function openedIn(home: string, policy: readonly string[]) {
  const made = await preflight([...requestArguments, "--json", ...policy], { home });
  expect([made.code, made.stderr]).toEqual([10, ""]);
  return pendingRequestSchema.parse(JSON.parse(made.stdout));
}

describe("an exception that the helpdesk has to approve, in the terminal", () => {
  it("goes from the request over the helpdesk's signature to amber", async () => {
    const { home, key, policy } = await office(["signed"]);
    const shown = await preflight([...requestArguments, ...policy], { home });
    expect(shown.code).toBe(10);
    const code = /RQ-[0-9A-Z]{8}/.exec(shown.stdout)?.[0] ?? "";
    const letter = shown.stdout.trimEnd().split("\n").at(-1) ?? "";
    expect(letter).toMatch(/^PFRQ1\.[A-Za-z0-9_-]+$/);
    expect((await preflight(["check", ...policy], { home })).code).toBe(20);
    expect((await preflight(["exceptions", "list", ...policy], { home })).stdout).toContain(code);

    const letterFile = path.join(temporaryFolder(), "letter.txt");
    writeFileSync(letterFile, `お願いします。\n${letter.slice(0, 50)}\n${letter.slice(50)}\n`);
    const elsewhere = temporaryFolder();
    const approve = ["exceptions", "approve", letterFile, "--key", key, "--key-id", "desk-1", "--name", "佐藤", "--ends", "2d"];
    const ledger = path.join(path.dirname(key), "approvals.jsonl");
    const read = await preflight(approve, { home: elsewhere });
    expect([read.code, read.stderr]).toEqual([10, ""]);
    for (const part of [code, reason, measure, "期限を早めます", "--yes", "断るとき"]) expect(read.stdout).toContain(part);
    expect(read.stdout).not.toContain("PFAP1.");
    expect(existsSync(ledger)).toBe(false);
    const approved = await preflight([...approve, "--yes"], { home: elsewhere });
    expect([approved.code, approved.stderr]).toEqual([0, ""]);
    for (const part of [code, reason, measure, "期限を早めます"]) expect(approved.stdout).toContain(part);
    const approval = approved.stdout.trimEnd().split("\n").at(-1) ?? "";

    const noted = JSON.parse(readFileSync(ledger, "utf8")) as unknown;
    expect(noted).toMatchObject({ schema: "preflight-approved/1", approval, payload: { code, approver: "佐藤" }, request: { reason } });

    const answered = await preflight(["exceptions", "answer", code, approval, "--json", ...policy], { home });
    expect([answered.code, answered.stderr]).toEqual([0, ""]);
    const exception = exceptionRecordSchema.parse(JSON.parse(answered.stdout));
    expect(exception).toMatchObject({ checkId: "rules-accepted", reason, approver: "情報システム窓口 · 佐藤", approvedBy: "signed" });
    expect(Date.parse(exception.endsAt)).toBeLessThan(Date.now() + 2 * 86_400_000 + 1000);
    expect((await preflight(["check", ...policy], { home })).code).toBe(10);
    expectOneSentence(await preflight(["exceptions", "answer", code, approval, ...policy], { home }), 20, code, "待っていません");
    expect((await preflight(["exceptions", "list", "--pending", "--json", ...policy], { home })).stdout).toBe("[]\n");
    expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
  });

  it("refuses every other answer with one sentence, and stays red", async () => {
    const { home, key, policy } = await office(["signed"]);
    const pending = await openedIn(home, policy);
    const second = await openedIn(home, policy);
    const foreign = await office(["signed"]);
    const approve = async (letter: string, keyFile: string, id = "desk-1") => {
      const made = await preflight(["exceptions", "approve", letter, "--key", keyFile, "--key-id", id, "--yes", "--json"], { home });
      return (JSON.parse(made.stdout) as { approval: string }).approval;
    };
    const answer = (text: string) => preflight(["exceptions", "answer", pending.code, text, ...policy], { home });
    expectOneSentence(await answer(await approve(second.letter, key)), 20, "別の申請");
    expectOneSentence(await answer(await approve(pending.letter, foreign.key)), 20, "署名が正しくありません");
    expectOneSentence(await answer(await approve(pending.letter, key, "desk-2")), 20, "ポリシーにありません");
    expectOneSentence(await answer("はい"), 20, "PFAP1");
    expectOneSentence(await answer("7K4Q-2MXD"), 20, "この種類の回答は使えません");
    expectOneSentence(
      await preflight(["exceptions", "approve", `${pending.letter}A`.replace("A", "B"), "--key", key, "--key-id", "d"], { home }),
      20,
      "PFRQ1",
    );
    expect((await preflight(["check", ...policy], { home })).code).toBe(20);
    expect((await preflight(["exceptions", "withdraw", pending.code, ...policy], { home })).code).toBe(0);
    expectOneSentence(await preflight(["exceptions", "withdraw", pending.code, ...policy], { home }), 20, "待っていません");
  });

  it("takes the code that the helpdesk made from the number alone, where the secret is the administrator's", async () => {
    const { home, policy } = await office(["code"]);
    const secret = path.join(home, "approval.secret");
    expect((await preflight(["exceptions", "secret", "--out", secret], { home })).code).toBe(0);
    const before = readFileSync(secret, "utf8");
    expectOneSentence(await preflight(["exceptions", "secret", "--out", secret], { home }), 70, "すでにある");
    expect(readFileSync(secret, "utf8")).toBe(before);
    const pending = await openedIn(home, policy);
    const heard = await preflight(["exceptions", "code", pending.code.toLowerCase(), "--secret", secret], { home: temporaryFolder() });
    expect(heard.stdout).toContain("内容は見えていません");
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}(?!\S)/.exec(heard.stdout)?.[0] ?? "";
    const answer = ["exceptions", "answer", pending.code, code, ...policy];
    expectOneSentence(await preflight(answer, { home }), 20, "この種類の回答は使えません");

    // An overlay over /etc that only this process sees.
    const layer = path.join(temporaryFolder(), "layer");
    mkdirSync(layer);
    const namespace = `
mount -t tmpfs tmpfs '${layer}'
mkdir '${layer}/upper' '${layer}/work'
mount -t overlay overlay -o lowerdir=/etc,upperdir='${layer}/upper',workdir='${layer}/work' /etc
rm -rf /etc/telework-preflight
mkdir -m 755 /etc/telework-preflight
cp '${secret}' /etc/telework-preflight/approval.secret
chown -R 0:0 /etc/telework-preflight
chmod 644 /etc/telework-preflight/approval.secret`;
    const wrong = ["exceptions", "answer", pending.code, code.startsWith("0") ? `1${code.slice(1)}` : `0${code.slice(1)}`, ...policy];
    expectOneSentence(await preflight(wrong, { home, namespace }), 20, "あと 4 回");
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answered = await preflight(answer, { home, namespace });
    expect([answered.code, answered.stderr]).toEqual([0, ""]);
    expect((await preflight(["check", ...policy], { home })).code).toBe(10);
  });

  it("asks the helpdesk on wish where both ways are open", async () => {
    const { home, policy } = await office(["employee", "signed"]);
    const made = await preflight([...requestArguments, "--ticket", "IT-1", ...policy, "--json"], { home });
    expect(made.code).toBe(0);
    expect((await preflight([...requestArguments, "--helpdesk", ...policy, "--lang", "en"], { home })).code).toBe(10);
  });
});
