import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../electron/checks/decide.ts";
import { checks } from "../../electron/checks/registry.ts";
import { buildReport } from "../../electron/services/report/buildReport.ts";
import { redactInput } from "../../electron/services/report/redactInput.ts";
import { reportHtml } from "../../electron/services/report/reportHtml.ts";
import { pseudonymWith } from "../../electron/services/secretKey.ts";
import { verifyReport } from "../../electron/services/verifyReport.ts";
import type { FactValue } from "../../shared/facts/catalogue.ts";
import { known } from "../../shared/observation.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import { decisionInput, exception, fact, factsInOrder, valuesInOrder } from "../support/builders.ts";

const pseudonym = pseudonymWith("5a".repeat(32));
const policy = {
  digest: `sha256-${"1".repeat(64)}`,
  origin: "bundled" as const,
};
const run = { id: "run-1", startedAt: "2026-11-22T00:00:00.000Z", finishedAt: "2026-11-22T00:00:01.000Z", durationMs: 1000 };

interface Person {
  readonly ssid: string;
  readonly user: string;
  readonly host: string;
  readonly serial: string;
  readonly ip: string;
  readonly mac: string;
}

// A letter of its own at both ends keeps values apart from the words of the policy, which is in the report whole and is not personal.
const word = fc
  .string({ unit: fc.constantFrom(..."ABCxyz019 _-:\\\"'<&.*+?()[]{}|^$/%あ漢é😀"), minLength: 3, maxLength: 14 })
  .map((text) => `Ж${text}Ж`);
const people: fc.Arbitrary<Person> = fc.record({
  ssid: word,
  user: word,
  host: word,
  serial: word,
  ip: fc.ipV4().filter((ip) => !/^(127|0\.0\.0\.0)/.test(ip) && ip !== "192.0.2.1"),
  mac: fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 })
    .map((bytes) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":")),
});

function reportOf(person: Person, readable: readonly "ssid"[] = []) {
  const wifi: FactValue<"wifi-link"> = {
    connected: true,
    interface: "wlan0",
    ssid: person.ssid,
    bssid: person.mac,
    security: "open",
    signalPercent: 50,
  };
  const sentence = `${person.user}@${person.host} on "${person.ssid}" from ${person.ip} (${person.mac}) with ${person.serial}`;
  const facts = factsInOrder({
    "wifi-link": {
      ...fact("wifi-link", known(wifi)),
      evidence: [{ source: `/home/${person.user}/x`, seen: `${sentence}\n${person.ssid.replace(/[\\:]/g, "\\$&")}:80\n${JSON.stringify(sentence)}` }],
    },
    "listening-services": fact("listening-services", known({ examined: 2, exposed: [{ protocol: "tcp", port: 22, address: person.ip }] })),
    "device-identity": fact(
      "device-identity",
      known({ ...valuesInOrder["device-identity"], hostname: person.host, user: person.user, serial: person.serial }),
    ),
    firewall: fact("firewall", { kind: "unknown", reason: "denied", detail: sentence }),
  });
  const exceptions = [exception("firewall", { reason: sentence, compensatingMeasure: sentence, approver: `manager of ${person.user}` })];
  const input = decisionInput({ facts, exceptions, integrity: [{ kind: "state-unwritable", detail: sentence }] });
  const judged = decide(checks, input);
  const redacted = redactInput(input, judged, checks, { hostname: person.host, userName: person.user }, readable, pseudonym);
  const report = buildReport({
    ...{ checks, run },
    policy: { ...policy, id: input.policy.id, revision: input.policy.revision, title: input.policy.title },
    input: redacted.input,
    judged: redacted.judged,
    app: { version: "0.1.0", platform: "linux" },
    os: { release: "6.12.1", arch: "x64", timeZone: "Asia/Tokyo" },
    journal: { entries: [], verification: { ok: true, entries: 0, head: null, tornTail: false, brokenAt: null } },
    redaction: { readable: [...readable], decisionRestsOnHidden: redacted.decisionRestsOnHidden },
  });
  return { report, original: judged };
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, item]) => [key, ...stringsIn(item)]) : [];
}

describe("a redacted report", () => {
  test("holds none of the personal values anywhere, and its page neither", () => {
    fc.assert(
      fc.property(people, (person) => {
        const { report } = reportOf(person);
        const texts = stringsIn(report);
        for (const value of Object.values(person)) expect(texts.filter((text) => text.includes(value))).toEqual([]);
        const page = reportHtml(report, "ja", checks);
        for (const letter of ["Ж", person.ip, person.mac]) expect(page.includes(letter)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test("still verifies, with the lights of the original", () => {
    fc.assert(
      fc.property(people, (person) => {
        const { report, original } = reportOf(person);
        expect(verifyReport(Buffer.from(`${canonicalJson(report)}\n`), checks).ok).toBe(true);
        expect(report.decision.clearances.map(({ light }) => light)).toEqual(original.decision.clearances.map(({ light }) => light));
      }),
      { numRuns: 60 },
    );
  });

  test("gives the same value the same name and different values different names", () => {
    fc.assert(
      fc.property(people, word, (person, otherSsid) => {
        fc.pre(otherSsid !== person.ssid);
        const ssid = (report: ReturnType<typeof reportOf>["report"]) => canonicalJson(report.facts["wifi-link"]?.observation);
        expect(ssid(reportOf(person).report)).toBe(ssid(reportOf(person).report));
        expect(ssid(reportOf(person).report)).not.toBe(ssid(reportOf({ ...person, ssid: otherSsid }).report));
      }),
      { numRuns: 30 },
    );
  });

  test("shows the one field that was left readable", () => {
    fc.assert(
      fc.property(people, (person) => {
        const { report } = reportOf(person, ["ssid"]);
        expect(canonicalJson(report.facts["wifi-link"]?.observation)).toContain(JSON.stringify(person.ssid));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a changed report", () => {
  const someone: Person = { ssid: "Cafe-guest", user: "hanako", host: "pc-0001", serial: "EX-77001", ip: "198.51.100.7", mac: "02:00:5e:10:00:01" };
  const json = Buffer.from(`${canonicalJson(reportOf(someone).report)}\n`);
  const page = Buffer.from(reportHtml(reportOf(someone).report, "ja", checks));

  test("is found by any changed byte", () => {
    fc.assert(
      fc.property(fc.nat(json.length - 2), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const bytes = Buffer.from(json);
        bytes[index] = (bytes[index] ?? 0) ^ change;
        expect(verifyReport(bytes, checks).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test("is found by any changed byte of the page as well", () => {
    fc.assert(
      fc.property(fc.nat(page.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const bytes = Buffer.from(page);
        bytes[index] = (bytes[index] ?? 0) ^ change;
        expect(verifyReport(bytes, checks).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("never makes the verifier throw", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => verifyReport(bytes, checks).ok === false));
  });
});
