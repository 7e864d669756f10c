import { describe, expect, it } from "vitest";
import { verdictLines } from "../../../electron/browser/verdictLines.ts";
import { createTranslator } from "../../../electron/services/text.ts";
import type { Finding, Light } from "../../../shared/decision.ts";
import { browserEn } from "../../../shared/i18n/browser.en.ts";
import { browserJa } from "../../../shared/i18n/browser.ja.ts";
import { commonEn } from "../../../shared/i18n/common.en.ts";
import { commonJa } from "../../../shared/i18n/common.ja.ts";
import { exampleSnapshot } from "../../support/fakeService.ts";

const ja = createTranslator("ja", [commonJa, browserJa]);
const en = createTranslator("en", [commonEn, browserEn]);

const finding = (checkId: string, outcome: Finding["outcome"]): Finding => ({
  checkId,
  verdict: { status: "pass", message: { key: "x" } },
  outcome,
  since: "2026-01-02T03:04:05.000Z",
});
const decision = (light: Light) => ({
  light,
  clearances: [],
  coverage: { evaluated: 1, unknown: 0, skipped: 0, declared: 0 },
  integrity: [],
  validUntil: "2026-01-02T03:04:05.000Z",
});

describe("the verdict in the terminal", () => {
  it("is the light by sign and word, a sentence, and how much there is to do of each kind, as the screen counts it", () => {
    const findings = [
      finding("check-a", "block"),
      finding("check-b", "block"),
      finding("check-c", "warn"),
      finding("check-d", "ok"),
      finding("check-e", "grace"),
    ];
    const snapshot = exampleSnapshot({ phase: { kind: "finished" }, decision: decision("stop"), findings });
    expect(verdictLines(snapshot, ja)).toEqual([
      "✕ 停止 – 始められない業務があります。理由と直し方はアドレスの画面で確認してください。",
      "直すこと 4 件",
    ]);
    expect(verdictLines(snapshot, en)[1]).toBe("To fix: 4");
  });

  it.each([
    ["go", "✓ Ready"],
    ["caution", "! Caution"],
    ["stop", "✕ Stop"],
  ] as const)("says %s as %s", (light, start) => {
    const [first] = verdictLines(exampleSnapshot({ phase: { kind: "finished" }, decision: decision(light) }), en);
    expect(first).toContain(`${start} – `);
  });

  it.each([
    exampleSnapshot({ phase: { kind: "finished" } }),
    exampleSnapshot({ phase: { kind: "cancelled" }, decision: decision("go") }),
    exampleSnapshot({ phase: { kind: "failed", detail: "x" }, decision: decision("go") }),
  ])("never claims a light that is not there", (snapshot) => {
    expect(verdictLines(snapshot, en)).toEqual(["The check could not be finished. Open the address and check again."]);
  });
});
