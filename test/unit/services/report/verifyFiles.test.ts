import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checks } from "../../../../electron/checks/registry.ts";
import { reportDigest } from "../../../../electron/services/report/buildReport.ts";
import { quietJson } from "../../../../electron/services/report/html.ts";
import { reportHtml } from "../../../../electron/services/report/reportHtml.ts";
import { verifyReport } from "../../../../electron/services/verifyReport.ts";
import { canonicalJson } from "../../../../shared/report/canonicalJson.ts";
import type { Report } from "../../../../shared/report/schema.ts";
import { sampleReport } from "../sampleReport.ts";

const version = "0.1.0";
const verify = (bytes: Uint8Array | string) => verifyReport(typeof bytes === "string" ? Buffer.from(bytes) : bytes, checks, { version });
const partOf = (verification: ReturnType<typeof verify>, name: string) => verification.parts.find(({ part }) => part === name);
const json = (report: Report) => `${canonicalJson(report)}\n`;
const page = (report: Report) => reportHtml(report, "ja", checks);
/** Changed by somebody who also puts the digest right. */
function resealed(change: Partial<Report>): Report {
  const report = { ...sampleReport(), ...change };
  return { ...report, digest: reportDigest(report) };
}

describe("a report of another version", () => {
  test.each(["0.0.1", "0.0.2", "0.0.4"])("made by %s: what can be checked is, nothing is called changed, and both versions are named", (made) => {
    for (const kind of ["json", "html"]) {
      const bytes = readFileSync(`test/fixtures/reports-kept/${made}.${kind}`);
      const verification = verify(bytes);
      expect([kind, verification.madeBy]).toEqual([kind, made]);
      expect(verification.parts.filter(({ result }) => result === "failed")).toEqual([]);
      expect(partOf(verification, "digest")?.result).toBe("ok");
      // Where the rules give the same decision again there is nothing left to say against the data.
      const isProved = kind === "json" && partOf(verification, "decision")?.result === "ok";
      expect(verification.verdict).toBe(isProved ? "unchanged" : "partly");
      if (!isProved) expect(verification.parts.map(({ detail }) => detail).join("\n")).toContain(`made by ${made}, this is ${version}`);
    }
  });

  test.each(["0.0.1", "0.0.2", "0.0.4"])("made by %s: one changed character of its data is still found", (made) => {
    const text = readFileSync(`test/fixtures/reports-kept/${made}.json`, "utf8");
    const at = text.indexOf('"stop"') + 1;
    expect(verify(`${text.slice(0, at)}g${text.slice(at + 1)}`).verdict).toBe("changed");
  });

  test("a forged report that names another version is at best not checked, never proved", () => {
    const forged = resealed({ app: { version: "0.9.0", platform: "linux" }, decision: { ...sampleReport().decision, light: "go" } });
    const verification = verify(json(forged));
    expect([verification.verdict, verification.ok]).toEqual(["partly", false]);
  });

  test("where the rules are the same the decision is proved, and the page is not called wrong for its style", () => {
    const report = resealed({ app: { version: "0.0.9", platform: "linux" } });
    const verification = verify(page(report).replace("<style>", "<style>main{}"));
    expect([partOf(verification, "decision")?.result, partOf(verification, "page")?.result]).toEqual(["ok", "not-checked"]);
    expect(partOf(verification, "page")?.detail).toContain("made by 0.0.9, this is 0.1.0");
  });

  test("that left a character as it is which ours writes as an escape keeps its digest", () => {
    const disputes = [{ checkId: "firewall", at: "2026-11-21T23:00:00.000Z", words: "a\u202eb" }];
    const text = page(resealed({ app: { version: "0.0.9", platform: "linux" }, disputes }));
    const older = text.replaceAll("\\u202E", "\u202e");
    expect(older).not.toBe(text);
    expect([partOf(verify(older), "digest")?.result, verify(older).verdict]).toEqual(["ok", "partly"]);
  });

  test("of the same version, a page that was written with other words is told from one that was changed", () => {
    const text = page(sampleReport());
    const other = text.replace(/(preflight-template" content="sha256-)[0-9a-f]{64}/, `$1${"0".repeat(64)}`);
    expect(other).not.toBe(text);
    expect([verify(other).verdict, partOf(verify(other), "page")?.result]).toEqual(["partly", "not-checked"]);
    expect(partOf(verify(text.replace("<main>", "<main><p>")), "page")?.result).toBe("failed");
  });

  test("a form of later versions is not checked; the same form under our own number is damaged", () => {
    const later = (made: string) => {
      const content = { ...sampleReport(), schema: "preflight-report/2", app: { version: made, platform: "linux" }, news: [1] };
      return canonicalJson({ ...content, digest: reportDigest(content) });
    };
    expect([verify(later("1.0.0")).verdict, verify(later(version)).verdict]).toEqual(["partly", "changed"]);
  });
});

describe("what a file's way does to it", () => {
  const changes = [
    ["bom", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["line-ends", (text: string) => Buffer.from(text.replaceAll("\n", "\r\n"))],
    ["last-line", (text: string) => Buffer.from(text.replace(/\n$/, ""))],
    ["last-line", (text: string) => Buffer.from(`${text}\n\n`)],
    ["utf-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ] as const;
  test.each(changes)("is undone and said: %s", (change, carry) => {
    for (const text of [json(sampleReport()), page(sampleReport())]) {
      const verification = verify(carry(text));
      expect([verification.verdict, verification.undone]).toEqual(["unchanged", [change]]);
    }
  });

  test("a mail gateway that does both at once", () => {
    const verification = verify(`\ufeff${page(sampleReport()).replaceAll("\n", "\r\n")}`);
    expect([verification.verdict, verification.undone]).toEqual(["unchanged", ["bom", "line-ends"]]);
    expect(verify(page(sampleReport())).undone).toEqual([]);
  });

  test("what else was changed is still found", () => {
    const carried = `\ufeff${page(sampleReport()).replaceAll("\n", "\r\n")}`;
    expect(verify(carried.replace("<main>", "<main> ")).verdict).toBe("changed");
    expect(verify(json(sampleReport()).replace(":", ":\r\n")).verdict).toBe("changed");
  });
});

describe("a file that is no report", () => {
  const pad = "\0".repeat(2000);
  // The first bytes of each format as its own specification gives them.
  const files = [
    ["empty", ""],
    ["empty", "\r\n \n"],
    ["pdf", `%PDF-1.4\n%\xd3\xeb\xe9\xe1\n${pad}`],
    ["picture", `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${pad}`],
    ["picture", `\xff\xd8\xff\xe0\0\x10JFIF${pad}`],
    ["zip", `PK\x03\x04\x14\0\x06\0[Content_Types].xml${pad}`],
    ["mail", "Received: from mx.example by mail.example\r\nFrom: hanako@example.jp\r\n\r\n<html>"],
    ["mail", '<!doctype html>=0A<html lang=3D"ja">=0A<pre id=3D"preflight-report">'],
    ["other", "Good morning"],
    ["other", '{"schema":"preflight-recording/2"}'],
    ["other", `\x01\x02${pad}`],
  ] as const;
  test.each(files)("%s: nothing to verify, and not a forgery", (file, content) => {
    const verification = verify(Buffer.from(content, "latin1"));
    expect([verification.verdict, verification.file, verification.ok]).toEqual(["nothing-to-verify", file, false]);
    expect(verification.parts.filter(({ result }) => result === "failed")).toEqual([]);
  });

  test("half a report, and a page without its data, are damaged", () => {
    for (const text of [json(sampleReport()), page(sampleReport())]) {
      for (const length of [1000, text.length / 2, text.length - 200]) expect(verify(text.slice(0, length)).verdict).toBe("changed");
    }
  });
});

describe("bounds", () => {
  const nested = (depth: number) => {
    const { policy, ...rest } = sampleReport();
    const text = canonicalJson({ ...rest, policy: { ...policy, content: 0 } });
    return text.replace('"content":0', `"content":${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
  };
  test("settings that are nested 6,000 deep are refused in our own words", () => {
    const verification = verify(nested(6000));
    expect(verification.verdict).toBe("changed");
    expect(partOf(verification, "schema")?.detail).toBe("nested more than 64 levels deep");
  });

  test("small objects without end are refused by size, or counted before they are made", () => {
    const start = '{"schema":"preflight-report/1","x":[';
    const many = (bytes: number) => `${start}${"{},".repeat((bytes - start.length) / 3)}{}]}`;
    expect(partOf(verify(many(15_600_000)), "schema")?.detail).toBe("larger than 8 MiB");
    expect(partOf(verify(many(8_000_000)), "schema")?.detail).toBe("more than 300000 values");
  });

  test("a real report stays far from all bounds", () => {
    const text = json(sampleReport());
    expect(text.length).toBeLessThan(1024 * 1024);
    expect(text.split(/[[{,]/).length).toBeLessThan(50_000);
    expect(quietJson(text)).toBe(text);
  });
});

describe("what a report says about itself", () => {
  const { policy, run } = sampleReport();
  const summary = (change: Partial<typeof policy.summary>) => ({ policy: { ...policy, summary: { ...policy.summary, ...change } } });
  test.each([
    ["a summary that names another policy", summary({ id: "strict" })],
    ["a summary with another title", summary({ title: { ja: "厳しい", en: "Strict" } })],
    ["a run of 2020", { run: { ...run, startedAt: "2020-01-01T00:00:00.000Z", finishedAt: "2020-01-01T00:00:02.000Z" } }],
    ["a run that ended before it began", { run: { ...run, finishedAt: "2026-11-21T00:00:00.000Z" } }],
    ["a run after the report", { run: { ...run, startedAt: "2026-12-24T00:00:00.000Z", finishedAt: "2026-12-24T00:00:02.000Z" } }],
  ])("%s is found although the digest fits", (_, change) => {
    const verification = verify(json(resealed(change)));
    expect([partOf(verification, "digest")?.result, partOf(verification, "context")?.result]).toEqual(["ok", "failed"]);
    expect(verification.verdict).toBe("changed");
  });

  test("a clock that was set back during the run, and is said to have been, is no forgery", () => {
    const later = { run: { ...run, finishedAt: "2026-11-22T02:00:00.000Z" } };
    const context = (change: Partial<Report>) => partOf(verify(json(resealed(change))), "context")?.result;
    expect(context(later)).toBe("failed");
    expect(context({ ...later, integrity: [{ kind: "clock-went-back", detail: "2 h" }] })).toBe("ok");
  });
});
