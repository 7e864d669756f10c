import { decide } from "../../../electron/checks/decide.ts";
import { checks } from "../../../electron/checks/registry.ts";
import type { Dispute } from "../../../electron/services/disputes.ts";
import { buildReport } from "../../../electron/services/report/buildReport.ts";
import { redactInput } from "../../../electron/services/report/redactInput.ts";
import { pseudonymWith } from "../../../electron/services/secretKey.ts";
import type { Facts } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { PersonalField } from "../../../shared/personalFields.ts";
import type { Report } from "../../../shared/report/schema.ts";
import { decisionInput, exception, fact, factsInOrder } from "../../support/builders.ts";

/** The report of a PC whose screen never locks, whose disk is not encrypted (excepted) and whose firewall could not be seen. */
export function sampleReport(
  changed: { readonly facts?: Facts; readonly readable?: readonly PersonalField[]; readonly disputes?: readonly Dispute[]; readonly now?: Date } = {},
): Report {
  const facts =
    changed.facts ??
    factsInOrder({
      "screen-lock": {
        ...fact("screen-lock", known({ mechanisms: [{ source: "org.gnome.desktop.screensaver", power: "any", lockAfterSeconds: null }] })),
        evidence: [{ source: "gsettings get org.gnome.desktop.screensaver lock-enabled", seen: "false" }],
      },
      "disk-encryption": fact("disk-encryption", known({ volumes: [{ role: "system", mount: "/", state: "not-encrypted", method: null }] })),
      firewall: fact("firewall", unknown("needs-admin", "nft list ruleset: Operation not permitted")),
    });
  const input = decisionInput({ facts, exceptions: [exception("disk-encryption")], ...(changed.now ? { now: changed.now } : {}) });
  const readable = changed.readable ?? [];
  const person = { hostname: "pc-0001", userName: "hanako" };
  const redacted = redactInput(input, decide(checks, input), checks, person, readable, pseudonymWith("5a".repeat(32)));
  const { policy } = input;
  return buildReport({
    ...{ checks, input: redacted.input, judged: redacted.judged },
    policy: { id: policy.id, revision: policy.revision, digest: `sha256-${"1".repeat(64)}`, origin: "bundled", title: policy.title },
    run: {
      id: "2f1c6a52-7d0b-4f6e-9a53-0c1d2e3f4a5b",
      startedAt: "2026-11-22T00:00:00.000Z",
      finishedAt: "2026-11-22T00:00:01.800Z",
      durationMs: 1800,
    },
    app: { version: "0.1.0", platform: "linux" },
    os: { release: "6.12.1", arch: "x64", timeZone: "Asia/Tokyo" },
    journal: { entries: [], verification: { ok: true, entries: 0, head: null, tornTail: false, brokenAt: null } },
    redaction: { readable: [...readable], decisionRestsOnHidden: redacted.decisionRestsOnHidden },
    disputes: changed.disputes ?? [],
  });
}
