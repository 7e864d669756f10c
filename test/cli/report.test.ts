import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

describe("a report made here", () => {
  it.each(["html", "json"])("verifies (%s), and one changed character of it is found", async (format) => {
    const home = temporaryFolder();
    const file = path.join(temporaryFolder(), `report.${format}`);
    const made = await preflight(["report", "--out", file], { home });
    expect([made.code, made.stderr]).toEqual([0, ""]);
    expect(made.stdout).toContain(file);
    expect(made.stdout).toMatch(/番号 [0-9A-Z]{4}(-[0-9A-Z]{4}){2}/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, "utf8");
    expect(text.trimStart().startsWith(format === "html" ? "<" : "{")).toBe(true);

    const right = await preflight(["report", "verify", file], { home });
    expect([right.code, right.stderr]).toEqual([0, ""]);
    expect(right.stdout).toContain("この報告書は書き換えられていません");

    for (const part of [0.2, 0.4, 0.6, 0.8]) {
      const at = Math.floor(text.length * part);
      writeFileSync(file, `${text.slice(0, at)}${text[at] === "x" ? "y" : "x"}${text.slice(at + 1)}`);
      const wrong = await preflight(["report", "verify", file], { home });
      expect([part, wrong.code, wrong.stderr]).toEqual([part, 20, ""]);
      expect(wrong.stdout).toContain("この報告書は信用できません");
    }
    writeFileSync(file, text.slice(0, text.length / 2));
    expect((await preflight(["report", "verify", file, "--json"], { home })).code).toBe(20);
  });

  it("is told from one of another version, from one that a mail gateway changed, and from a PDF", async () => {
    const home = temporaryFolder();
    const file = path.join(home, "report.html");
    const verify = async (bytes: string | Buffer) => {
      writeFileSync(file, bytes);
      const run = await preflight(["report", "verify", file], { home });
      expect(run.stderr).toBe("");
      return [run.code, run.stdout.replaceAll(/\s+/g, "")] as const;
    };
    const [code, said] = await verify(readFileSync("test/fixtures/reports-kept/0.0.1.html"));
    expect([code, said]).toEqual([10, expect.stringContaining("別の版（0.0.1）で作られた報告書です")]);
    expect(said).not.toContain("不一致");
    const made = path.join(home, "made.html");
    await preflight(["report", "--out", made], { home });
    const carried = await verify(`\ufeff${readFileSync(made, "utf8").replaceAll("\n", "\r\n")}`);
    expect(carried).toEqual([0, expect.stringContaining("改行コードが変わっていたため、元に戻して確かめました")]);
    expect(await verify("%PDF-1.4\n")).toEqual([65, expect.stringContaining("これはPDFです")]);
    expect(await verify("")).toEqual([65, expect.stringContaining("ファイルが空")]);
    expect(await verify("Hello")).toEqual([65, expect.stringContaining("Preflightの報告書ではありません")]);
  });

  it("can be verified on another PC, which says that it has no journal entry to compare", async () => {
    const file = path.join(temporaryFolder(), "report.json");
    await preflight(["report", "--out", file], { home: temporaryFolder() });
    const run = await preflight(["report", "verify", file, "--lang", "en"], { home: temporaryFolder() });
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/\? Journal of this PC +not checked/);
  });

  it("names nobody unless asked to", async () => {
    const home = temporaryFolder();
    const namespace = "hostname lent-pc-4711";
    const hidden = await preflight(["report", "--out", "-", "--format", "json"], { home, namespace });
    expect([hidden.code, hidden.stderr]).toEqual([0, ""]);
    expect(hidden.stdout).not.toContain("lent-pc-4711");
    const shown = await preflight(["report", "--out", "-", "--format", "json", "--show", "host,user"], { home, namespace });
    expect(shown.stdout).toContain("lent-pc-4711");
  });

  it("never takes the place of another file unless told so", async () => {
    const home = temporaryFolder();
    const file = path.join(temporaryFolder(), "report.html");
    writeFileSync(file, "mine");
    expectOneSentence(await preflight(["report", "--out", file], { home }), 70, "がすでにあるため");
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await preflight(["report", "--out", file, "--force"], { home })).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("<html");
    expect(readdirSync(path.dirname(file))).toEqual(["report.html"]);
  });

  it("never takes the place of what is no file, even when told so", async () => {
    const home = temporaryFolder();
    const file = path.join(temporaryFolder(), "report.html");
    execFileSync("/usr/bin/mkfifo", [file]);
    expectOneSentence(await preflight(["report", "--out", file, "--force"], { home }), 70, "ふつうのファイルではありません");
    expect(lstatSync(file).isFIFO()).toBe(true);
  });

  it("says when it cannot be written or read", async () => {
    const home = temporaryFolder();
    expectOneSentence(
      await preflight(["report", "--out", path.join(home, "missing", "report.html")], { home }),
      70,
      "書き込めませんでした（見つかりません）",
    );
    expectOneSentence(await preflight(["report", "verify", path.join(home, "none.html")], { home }), 70, "読めませんでした（見つかりません）");
    expectOneSentence(await preflight(["report", "verify", home], { home }), 70, "読めませんでした（フォルダーです）");
    // Opening a pipe would wait for somebody to write into it.
    const pipe = path.join(home, "pipe");
    execFileSync("/usr/bin/mkfifo", [pipe]);
    expectOneSentence(await preflight(["report", "verify", pipe], { home }), 70, "読めませんでした（普通のファイルではありません）");
  });
});
