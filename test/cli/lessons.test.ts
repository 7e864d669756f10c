import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lessons } from "../../shared/lessons/lessons.ts";
import { riskIds } from "../../shared/risks.ts";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

const folder = mkdtempSync(path.join(tmpdir(), "preflight-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const right = (id: (typeof riskIds)[number]) => lessons[id].questions.map(({ options }) => String(options.findIndex(({ right: is }) => is) + 1));

describe("the lessons in a terminal", () => {
  it("are listed, read, answered wrong with a reason, and passed", async () => {
    const home = temporaryFolder();
    const before = await preflight(["lessons", "--lang", "en"], { home });
    expect(before.code).toBe(10);
    expect(before.stdout.match(/ due$/gm)).toHaveLength(6);
    const shown = await preflight(["lessons", "show", "loss", "--lang", "en"], { home });
    expect([shown.code, shown.stdout.includes(lessons.loss.title.en)]).toEqual([0, true]);
    expect(shown.stdout).toContain("preflight lessons answer loss N1 N2 N3");
    const wrong = await preflight(["lessons", "answer", "loss", "1", ...right("loss").slice(1), "--lang", "en"], { home });
    expect(wrong.code).toBe(20);
    expect(wrong.stdout.replace(/\s+/g, " ")).toContain(lessons.loss.questions[0].options[0].why.en);
    for (const id of riskIds) expect((await preflight(["lessons", "answer", id, ...right(id)], { home })).code, id).toBe(0);
    expect((await preflight(["lessons"], { home })).code).toBe(0);
    const check = await preflight(["check", "--only", "lessons-current", "--lang", "en"], { home });
    expect([check.code, check.stdout.includes("Security lessons")]).toEqual([0, true]);
    expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
  });

  it("say in one sentence what cannot be done", async () => {
    const home = temporaryFolder();
    expectOneSentence(await preflight(["lessons", "answer", "loss", "1"], { home }), 64, "問題は 3 問です");
    expectOneSentence(await preflight(["lessons", "answer", "lost", "1"], { home }), 64, "lost");
    expectOneSentence(await preflight(["declare", "lessons-current", "yes"], { home }), 20, "preflight lessons");
  });

  it("do not count when one was written into the file by hand", async () => {
    const home = temporaryFolder();
    await preflight(["lessons", "answer", "loss", ...right("loss")], { home });
    const file = path.join(home, "telework-preflight", "declarations.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"loss"', '"malware"'));
    // The journal has the one that was passed; the file alone gives none (decision 0149).
    const due = (await preflight(["lessons", "--lang", "en"], { home })).stdout.match(/^.* due$/gm) ?? [];
    expect(due).toHaveLength(5);
    expect(due.some((line) => line.includes("malware"))).toBe(true);
    expect(due.some((line) => line.includes("loss"))).toBe(false);
  });
});

it("the rules are shown, accepted by declare, and then said to be accepted", async () => {
  const home = temporaryFolder();
  const before = await preflight(["rules", "--lang", "en"], { home });
  expect([before.code, before.stdout.includes("Use no public Wi-Fi")]).toEqual([10, true]);
  expect((await preflight(["declare", "rules-accepted", "yes"], { home })).code).toBe(0);
  const after = await preflight(["rules", "--lang", "en"], { home });
  expect([after.code, after.stdout.includes("You accepted these rules")]).toEqual([0, true]);
});

it("an answer about the place holds in the next process, and not after another start of the PC", async () => {
  const home = temporaryFolder();
  expect((await preflight(["declare", "surroundings", "yes"], { home })).code).toBe(0);
  const only = ["check", "--only", "surroundings", "--lang", "en"];
  expect((await preflight(only, { home })).code).toBe(0);
  const bootId = path.join(folder, "boot_id");
  writeFileSync(bootId, "00000000-1111-2222-3333-444444444444\n");
  const started = await preflight(only, { home, namespace: `mount --bind ${bootId} /proc/sys/kernel/random/boot_id` });
  expect(started.code).toBe(20);
  expect(started.stdout.replace(/\s+/g, " ")).toContain("before you last signed in to this PC");
});
