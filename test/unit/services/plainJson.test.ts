import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readJsonBody } from "../../../electron/browser/readBody.ts";
import { checks } from "../../../electron/checks/registry.ts";
import { resolvePolicy } from "../../../electron/checks/resolvePolicy.ts";
import { createGate } from "../../../electron/ipc/serve.ts";
import { readApproval } from "../../../electron/services/approvals/approvalText.ts";
import { scanJournal } from "../../../electron/services/journalChain.ts";
import { understand } from "../../../electron/services/keptFormat.ts";
import { parsePolicy } from "../../../electron/services/policy/parsePolicy.ts";
import { parseRecording } from "../../../electron/services/recording/readRecording.ts";
import { reportDigest } from "../../../electron/services/report/buildReport.ts";
import { verifyReport } from "../../../electron/services/verifyReport.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import { plainJson, plainProblem } from "../../../shared/plainJson.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import { bundledPolicyText } from "../../support/bundledPolicyText.ts";
import { sampleReport } from "./sampleReport.ts";

const names = ["__proto__", "constructor", "prototype"] as const;
/** The name escaped as well: what counts is the name, not how it is written. */
const spellings = names.flatMap((name) => [name, name.replace("o", "\\u006f")]);
const deep = `${'{"a":'.repeat(6000)}1${"}".repeat(6000)}`;

describe("JSON from outside", () => {
  test.each(spellings)("with a field named %s is refused, at any depth", (name) => {
    for (const text of [`{"${name}":1}`, `{"a":[{"b":{"${name}":{"x":1}}}]}`])
      expect(plainJson(text)).toEqual({ ok: false, problem: "reserved-name" });
    expect(plainJson(`["${name}"]`)).toMatchObject({ ok: true });
  });

  test("is bounded in depth and number, and what stands in a string is not counted", () => {
    expect(plainJson(deep)).toEqual({ ok: false, problem: "too-deep" });
    expect(plainJson(`[${"1,".repeat(300_001)}1]`)).toEqual({ ok: false, problem: "too-many" });
    const text = `${"[{,".repeat(200_000)}"\\`;
    expect(plainJson(JSON.stringify([text]))).toEqual({ ok: true, value: [text] });
    for (const broken of ["", '{"a', '"\\', "{", "}", "]]", "nul"]) expect(plainJson(broken)).toEqual({ ok: false, problem: "not-json" });
  });

  test("a value that holds itself ends", () => {
    const value: Record<string, unknown> = {};
    value["self"] = value;
    expect(plainProblem(value)).toBe("too-deep");
  });
});

describe.each(names)("a field named %s does not come through any door", (name) => {
  const evil = (text: string) => text.replace(/^\{/, `{"${name}":{"x":1},`);

  test("a report, in the settings of its policy, with a digest that fits", () => {
    const report = sampleReport();
    const [id = ""] = Object.keys(report.policy.content.rules);
    const text = canonicalJson(report);
    const at = text.indexOf('"settings":{', text.indexOf(`"${id}":{`, text.indexOf('"rules":'))) + '"settings":{'.length;
    const content = JSON.parse(`${text.slice(0, at)}"${name}":1${text[at] === "}" ? "" : ","}${text.slice(at)}`);
    const forged = canonicalJson({ ...content, digest: reportDigest(content) });
    expect(forged).toContain(`"${name}"`);
    const verification = verifyReport(Buffer.from(forged), checks);
    expect([verification.verdict, verification.parts[0]?.detail]).toEqual(["changed", expect.stringContaining("__proto__, constructor, prototype")]);
  });

  test("a policy file", () => {
    const text = bundledPolicyText.replace(/^rules:$/m, `rules:\n  screen-lock-evil:\n    level: "off"\n    settings: { ${name}: { x: 1 } }`);
    const parsed = parsePolicy(Buffer.from(text), checks);
    expect(parsed.ok ? "taken" : parsed.problems.map(({ detail }) => detail).join()).toContain("__proto__, constructor, prototype");
    expect(resolvePolicy({ id: name }, checks).ok).toBe(false);
  });

  test("a recording", () => {
    expect(parseRecording(Buffer.from(evil('{"schema":"preflight-recording/2"}')))).toMatchObject({ ok: false, problem: { code: "not-json" } });
  });

  test("a state file, which is then spoilt and set aside whole", () => {
    const format = { name: "state.json", family: "preflight-state", version: 1, schema: z.record(z.string(), z.unknown()) };
    expect(understand(format, evil('{"schema":"preflight-state/1"}')).kind).toBe("spoilt");
    expect(understand(format, '{"schema":"preflight-state/1"}').kind).toBe("value");
  });

  test("a line of the journal, with a digest that fits", () => {
    const body = `{"at":"2026-12-01T00:00:00.000Z","data":{"${name}":1},"kind":"run","previous":"sha256-${"0".repeat(64)}","seq":1}`;
    const digest = `sha256-${createHash("sha256").update(body).digest("hex")}`;
    const line = body.replace(',"kind"', `,"digest":"${digest}","kind"`);
    const head = { seq: 1, digest };
    expect(scanJournal(Buffer.from(`${line}\n`), head).verification.ok).toBe(false);
    const harmless = body.replace(name, "type");
    const right = `sha256-${createHash("sha256").update(harmless).digest("hex")}`;
    const whole = harmless.replace(',"kind"', `,"digest":"${right}","kind"`);
    expect(scanJournal(Buffer.from(`${whole}\n`), { seq: 1, digest: right }).verification.ok).toBe(true);
  });

  test("a call of the page, by the browser or the window", async () => {
    const request = { headers: {}, iterator: () => Readable.from([Buffer.from(evil('{"a":1}'))]) } as unknown as IncomingMessage;
    expect(await readJsonBody(request, 1000)).toEqual({ ok: false, code: "not-json", status: 400 });
    const incidents: string[] = [];
    const gate = createGate({} as Handlers, ({ detail }) => incidents.push(detail));
    expect(await gate.call("run.start", JSON.parse(`{"checks":[{"${name}":1}]}`), { trusted: true })).toEqual({ error: "bad-input" });
    expect(incidents).toEqual(["reserved-name"]);
  });

  test("an approval", () => {
    const times = { approvedAt: "2026-12-01T00:00:00.000Z", expiresAt: "2026-12-02T00:00:00.000Z" };
    const content = JSON.stringify({ schema: "preflight-approval/1", code: "RQ-00000000", request: "0".repeat(64), keyId: "k", ...times });
    const textOf = (json: string) => `PFAP1.${Buffer.from(json).toString("base64url")}.${"A".repeat(86)}`;
    expect(readApproval(textOf(content))?.payload.keyId).toBe("k");
    expect(readApproval(textOf(evil(content)))).toBeNull();
  });
});

test("no door tells an engine's words of what is nested 6,000 deep", () => {
  const recording = parseRecording(Buffer.from(`{"schema":"preflight-recording/2","commands":${deep}}`));
  expect(recording).toEqual({ ok: false, problem: { code: "not-json", detail: "nested more than 64 levels deep" } });
  expect(parseRecording(Buffer.from("{oops"))).toEqual({ ok: false, problem: { code: "not-json", detail: "not JSON" } });
});
