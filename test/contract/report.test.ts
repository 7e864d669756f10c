import { describe, expect, test } from "vitest";
import { checks } from "../../electron/checks/registry.ts";
import { digestOf } from "../../electron/services/digest.ts";
import { reportDigest } from "../../electron/services/report/buildReport.ts";
import { dataOfPage, reportHtml } from "../../electron/services/report/reportHtml.ts";
import { verifyReport } from "../../electron/services/verifyReport.ts";
import { known } from "../../shared/observation.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import { type Report, reportSchema } from "../../shared/report/schema.ts";
import { fact, factsInOrder, knownFact } from "../support/builders.ts";
import { sampleReport } from "../unit/services/sampleReport.ts";

const bytesOf = (report: Report) => Buffer.from(`${canonicalJson(report)}\n`);
/** The same change made by somebody who also puts the digest right. */
function forged(change: (report: Report) => Report): Buffer {
  const report = change(sampleReport());
  return bytesOf({ ...report, digest: reportDigest(report) });
}
const resultOf = (bytes: Uint8Array, part: string) => verifyReport(bytes, checks).parts.find((one) => one.part === part)?.result;

describe("the report's schema", () => {
  test("round trip: what is written is what is read, and writing it again gives the same bytes", () => {
    const report = sampleReport();
    const text = canonicalJson(report);
    const read = reportSchema.parse(JSON.parse(text));
    expect(read).toEqual(report);
    expect(canonicalJson(read)).toBe(text);
  });

  test("is strict: an unknown key is refused", () => {
    expect(reportSchema.safeParse({ ...sampleReport(), extra: 1 }).success).toBe(false);
  });

  test("holds all that the issue asks for", () => {
    expect(Object.keys(reportSchema.shape).sort()).toEqual(
      [
        "app",
        "decision",
        "declarations",
        "digest",
        "disputes",
        "exceptions",
        "facts",
        "failingSince",
        "findings",
        "helpdeskCode",
        "integrity",
        "journal",
      ]
        .concat(["logIn", "networkId", "notChecked", "now", "os", "policy", "redaction", "run", "schema", "timings"])
        .sort(),
    );
  });
});

describe("canonical JSON", () => {
  // The example of RFC 8785, section 3.2.2 and 3.2.3.
  test("follows the example of RFC 8785", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\u0027\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("refuses what JSON cannot hold", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError);
  });

  // SHA-256 of the two bytes "{}".
  test("digests are SHA-256 over it", () => {
    expect(digestOf({})).toBe("sha256-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });
});

describe("verification", () => {
  test("an untouched report passes: schema, digest, decision", () => {
    expect(verifyReport(bytesOf(sampleReport()), checks)).toMatchObject({ ok: true, helpdeskCode: sampleReport().helpdeskCode });
  });

  test("a forged light is found although the digest fits", () => {
    const bytes = forged((report) => ({ ...report, decision: { ...report.decision, light: "go" } }));
    expect([resultOf(bytes, "digest"), resultOf(bytes, "decision")]).toEqual(["ok", "failed"]);
  });

  test("a forged fact is found although the digest fits", () => {
    const bytes = forged((report) => ({
      ...report,
      facts: {
        ...report.facts,
        ...knownFact("firewall", { active: true, services: [{ name: "ufw", active: true, scope: "all" }], excludedInterfaces: [] }),
      } as Report["facts"],
    }));
    expect(resultOf(bytes, "decision")).toBe("failed");
  });

  test("a forged helpdesk code is found", () => {
    expect(
      resultOf(
        forged((report) => ({ ...report, helpdeskCode: "C622-2062-HJTT" })),
        "decision",
      ),
    ).toBe("failed");
  });

  test("added white space is found", () => {
    expect(resultOf(Buffer.from(JSON.stringify(sampleReport(), null, 1)), "digest")).toBe("failed");
  });

  test("the page gives its data back, in both languages, and is itself checked", () => {
    for (const language of ["ja", "en"] as const) {
      const page = reportHtml(sampleReport(), language, checks);
      expect(dataOfPage(page)).toMatchObject({ language, json: canonicalJson(sampleReport()) });
      expect(verifyReport(Buffer.from(page), checks).ok).toBe(true);
    }
    const painted = reportHtml(sampleReport(), "en", checks).replace("<strong>Stop</strong>", "<strong>Ready</strong>");
    expect(resultOf(Buffer.from(painted), "page")).toBe("failed");
  });

  test("what the employee calls wrong is part of the report: read back, shown in both languages, held by the digest", () => {
    const disputes = [{ checkId: "firewall", at: "2026-11-21T23:00:00.000Z", words: "昨日オンにしました <b>今も</b>\u202e" }];
    const report = sampleReport({ disputes });
    expect(report.disputes).toEqual(disputes);
    expect(sampleReport()).not.toHaveProperty("disputes");
    for (const language of ["ja", "en"] as const) {
      const page = reportHtml(report, language, checks);
      expect(page).toContain("昨日オンにしました &lt;b&gt;今も&lt;/b&gt;&lt;U+202E&gt;");
      expect(verifyReport(Buffer.from(page), checks).ok).toBe(true);
    }
    expect(resultOf(bytesOf({ ...report, disputes: [{ ...disputes[0], words: "x" } as (typeof disputes)[0]] }), "digest")).toBe("failed");
    expect(reportSchema.safeParse({ ...report, disputes: [{ checkId: "firewall", at: "yesterday", words: "x" }] }).success).toBe(false);
  });

  test("the journal named in the report must hold its head", () => {
    const head = { seq: 2, digest: `sha256-${"b".repeat(64)}` };
    const first = `sha256-${"a".repeat(64)}`;
    const base = sampleReport();
    const content = { ...base, journal: { ok: true, first, head } };
    const report = bytesOf({ ...content, digest: reportDigest(content) });
    const entry = (seq: number, digest: string) => ({ seq, at: base.now, kind: "run", data: {}, previous: first, digest, trusted: true });
    const verification = { ok: true, entries: 2, head, tornTail: false, brokenAt: null };
    const result = (entries: ReturnType<typeof entry>[]) => verifyReport(report, checks, { journal: { entries, verification } }).parts.at(-1)?.result;
    expect(result([entry(1, first), entry(2, head.digest)])).toBe("ok");
    expect(result([entry(1, first)])).toBe("failed");
    expect(result([entry(1, `sha256-${"c".repeat(64)}`)])).toBe("not-checked");
  });
});

describe("the page", () => {
  test("shows text from outside as text: no markup of an SSID or a file name becomes part of the page", () => {
    const hostile = `</pre><script>alert(1)</script><img src=x onerror=alert(1)> & "' {{ssid}} $t(report.title)`;
    const wifi = fact("wifi-link", known({ connected: true, interface: "wlan0", ssid: hostile, bssid: null, security: "open", signalPercent: 1 }));
    const report = sampleReport({
      facts: factsInOrder({ "wifi-link": { ...wifi, evidence: [{ source: hostile, seen: hostile }] } }),
      readable: ["ssid"],
    });
    const page = reportHtml(report, "ja", checks);
    expect(page).not.toMatch(/<script|<img/i);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("$t(report.title)");
    expect(verifyReport(Buffer.from(page), checks).ok).toBe(true);
  });

  test("holds no character that steers a terminal or the direction of writing, and still gives its data back", () => {
    const hostile = "\u202egnp.exe\u2066\u200b\u001b[31m\u0007\u009b31m\ufeff";
    const services = [{ name: hostile, active: true, scope: "all" as const }];
    const report = sampleReport({ facts: factsInOrder(knownFact("firewall", { active: true, services, excludedInterfaces: [] })) });
    const page = reportHtml(report, "en", checks);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
    expect(verifyReport(Buffer.from(page), checks).ok).toBe(true);
    expect(JSON.parse(dataOfPage(page)?.json ?? "").facts.firewall.observation.value.services[0].name).toBe(hostile);
  });

  test("fetches and runs nothing", () => {
    const page = reportHtml(sampleReport(), "en", checks);
    expect(page).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|https?:\/\//i);
  });
});
