import type { Clearance, Decision, Finding } from "../../shared/decision.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { Facts } from "../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../shared/observation.ts";
import { defaultSettings } from "../../shared/settings.ts";
import type { CheckInfo, Snapshot } from "../../shared/snapshot.ts";
import { policyTexts } from "./policyTexts.ts";

// Invented data. Times are in UTC; the tests show them in Asia/Tokyo, nine hours later.
export const noon = "2026-11-24T00:12:04.000Z";
export const validUntil = "2026-11-24T00:27:04.000Z";
const both = (ja: string, en: string) => ({ ja, en });

const info = (id: string, part: Partial<CheckInfo> = {}): CheckInfo => ({
  id,
  group: "technology",
  kind: "measured",
  risks: ["malware"],
  facts: [],
  ...part,
});
const checks: readonly CheckInfo[] = [
  info("wifi-security", { risks: ["eavesdropping"], facts: ["wifi-link"] }),
  info("vpn", { risks: ["eavesdropping", "intrusion"], facts: ["vpn"] }),
  info("updates", { risks: ["malware"], facts: ["pending-updates"] }),
  info("firewall", { risks: ["intrusion"], facts: ["firewall"] }),
  info("screen-lock", { risks: ["loss", "intrusion"], facts: ["screen-lock"] }),
  info("disk-encryption", { risks: ["loss"], facts: ["disk-encryption"] }),
  info("screen-privacy", { group: "people", kind: "declared", risks: ["intrusion"] }),
  info("own-pc", { group: "people", kind: "declared", risks: ["human-error"] }),
  info("rules-read", { group: "rules", kind: "declared", risks: ["human-error"] }),
];

const message = (key: string, params?: Finding["verdict"]["message"]["params"]) => (params ? { key, params } : { key });
export const findingsOf = {
  wifi: (ssid: string): Finding => ({
    checkId: "wifi-security",
    outcome: "block",
    since: noon,
    verdict: {
      status: "fail",
      message: message("check.wifi-security.open", { ssid, security: { key: "wifi.open" } }),
      remedy: "switch",
      subject: ssid,
    },
  }),
  vpn: { checkId: "vpn", outcome: "block", since: noon, verdict: { status: "fail", message: message("check.vpn.down"), remedy: "connect" } },
  updates: {
    checkId: "updates",
    outcome: "grace",
    since: noon,
    resolveBefore: "2026-11-29T00:12:04.000Z",
    verdict: { status: "fail", message: message("check.updates.pending", { count: 3 }), remedy: "update" },
  },
  firewall: {
    checkId: "firewall",
    outcome: "warn",
    since: noon,
    verdict: { status: "unknown", message: message("unknown.needs-admin"), reason: "needs-admin" },
  },
  screenLock: {
    checkId: "screen-lock",
    outcome: "ok",
    since: noon,
    verdict: { status: "pass", message: message("check.screen-lock.locks", { minutes: 5 }) },
  },
  disk: {
    checkId: "disk-encryption",
    outcome: "skipped",
    since: noon,
    verdict: { status: "not-applicable", message: message("not-applicable.virtual") },
  },
  privacy: {
    checkId: "screen-privacy",
    outcome: "warn",
    since: noon,
    verdict: { status: "fail", message: message("check.screen-privacy.missing"), remedy: "declare" },
  },
  ownPc: { checkId: "own-pc", outcome: "ok", since: noon, verdict: { status: "pass", message: message("check.own-pc.yes") } },
  rules: { checkId: "rules-read", outcome: "ok", since: noon, verdict: { status: "pass", message: message("check.rules-read.yes") } },
} as const satisfies Record<string, Finding | ((ssid: string) => Finding)>;

export const cafe = "Cafe_Free_WiFi";

function factsOf(ssid: string): Facts {
  const fact = <V>(observation: Observation<V>, source: string, seen: string) => ({
    observation,
    evidence: [{ source, seen }],
    at: noon,
    durationMs: 12,
    validForMs: 900_000,
  });
  const via = { interface: "wlan0", kind: "wifi" as const };
  return {
    route: {
      id: "route",
      ...fact(
        known({ legs: [{ target: "internet" as const, address: "192.0.2.1", family: 4 as const, via }], underlay: via }),
        "UDP connect",
        "192.0.2.1 → wlan0",
      ),
    },
    "wifi-link": {
      id: "wifi-link",
      ...fact(
        known({ connected: true as const, interface: "wlan0", ssid, bssid: null, security: "open" as const, signalPercent: 71 }),
        "nmcli device wifi",
        `SSID ${ssid}, security --`,
      ),
    },
    vpn: {
      id: "vpn",
      ...fact(
        known({ internetV4: "direct" as const, internetV6: "none" as const, company: null, dns: null, carrying: [], idle: [], clients: [] }),
        "UDP connect",
        "192.0.2.1 → wlan0",
      ),
    },
    firewall: { id: "firewall", ...fact(unknown("needs-admin", "nft list ruleset: exit 1, Operation not permitted"), "nft list ruleset", "exit 1") },
  };
}

const clearance = (activityId: string, part: Partial<Clearance>): Clearance => ({
  activityId,
  light: "go",
  blockedBy: [],
  cautionedBy: [],
  exceptions: [],
  validUntil,
  ...part,
});

const decision: Decision = {
  light: "stop",
  clearances: [
    clearance("customer-data", { light: "stop", blockedBy: ["wifi-security", "vpn"], cautionedBy: ["updates"] }),
    clearance("mail", { light: "caution", cautionedBy: ["updates", "firewall"] }),
    clearance("public-docs", {}),
  ],
  coverage: { evaluated: 4, unknown: 1, skipped: 1, declared: 3 },
  integrity: [],
  validUntil,
};

/** A café without VPN: one blocked, one careful and one free activity. `ssid`: the name that the network calls itself. */
export function stopSnapshot(part: Partial<Snapshot> = {}, ssid: string = cafe): Snapshot {
  const { wifi, vpn, updates, firewall, screenLock, disk, privacy, ownPc, rules } = findingsOf;
  return {
    schema: "preflight-snapshot/1",
    app: { version: "0.1.0", platform: "linux" },
    phase: { kind: "finished" },
    run: { id: "run-1", startedAt: "2026-11-24T00:12:02.000Z", finishedAt: noon, durationMs: 1800 },
    policy: { id: "example", revision: 12, digest: `sha256-${"0".repeat(64)}`, origin: "bundled", title: both("標準ポリシー", "Standard policy") },
    policyTexts,
    checks: [...checks],
    findings: [wifi(ssid), vpn, updates, firewall, screenLock, disk, privacy, ownPc, rules],
    decision,
    facts: factsOf(ssid) as Snapshot["facts"],
    exceptions: [],
    standings: {},
    declarations: [{ checkId: "own-pc", affirmed: true, at: noon, policyRevision: 12 }],
    answers: [],
    requests: [],
    lessons: [],
    openings: [],
    guarded: [],
    disputes: [],
    session: { ended: null },
    settings: { ...defaultSettings, introduced: true },
    networkId: "net-4f2a",
    helpdeskCode: "C622-2062-HJTT",
    ...part,
  };
}

/** Nothing to fix: everything may start. */
export function goSnapshot(): Snapshot {
  const { screenLock, disk, ownPc, rules } = findingsOf;
  return stopSnapshot({
    findings: [screenLock, disk, ownPc, rules],
    decision: {
      ...decision,
      light: "go",
      clearances: decision.clearances.map(({ activityId }) => clearance(activityId, {})),
      coverage: { evaluated: 1, unknown: 0, skipped: 1, declared: 2 },
    },
  });
}

/** A run under way, `done` of 9 items in. */
export function runningSnapshot(done: number): Snapshot {
  return stopSnapshot({
    phase: { kind: "running", done, total: 9 },
    decision: null,
    findings: stopSnapshot().findings.slice(0, done),
    helpdeskCode: null,
  });
}

/** The managed policy could not be trusted. */
export function refusedSnapshot(): Snapshot {
  const clearances = decision.clearances.map(({ activityId }) => clearance(activityId, { light: "stop" }));
  return stopSnapshot({
    findings: [],
    decision: { ...decision, clearances, integrity: [{ kind: "policy-refused", detail: "/etc/preflight/policy.yaml: signature does not verify" }] },
  });
}

export const exceptionOfWifi: ExceptionRecord = {
  id: "EX-7K4Q2MXD",
  checkId: "wifi-security",
  subject: cafe,
  activityId: "customer-data",
  networkId: "net-4f2a",
  reason: "出張先でほかの回線が使えず、本日中の見積もり提出が必要なため",
  compensatingMeasure: "画面をほかの人に見せず、作業が終わったらすぐに切断する",
  ticket: "REQ-1042",
  createdAt: noon,
  endsAt: "2026-11-26T14:59:00.000Z",
  policy: { id: "example", revision: 12 },
};

/** The same café after an exception was granted. */
export function exceptedSnapshot(): Snapshot {
  const { wifi, updates, firewall, screenLock, disk, privacy, ownPc, rules } = findingsOf;
  const excepted: Finding = { ...wifi(cafe), outcome: "excepted", exceptionId: exceptionOfWifi.id };
  return stopSnapshot({
    findings: [excepted, updates, firewall, screenLock, disk, privacy, ownPc, rules],
    decision: {
      ...decision,
      light: "caution",
      clearances: decision.clearances.map(({ activityId }) =>
        clearance(activityId, { light: "caution", cautionedBy: ["wifi-security"], exceptions: [exceptionOfWifi.id] }),
      ),
    },
    exceptions: [exceptionOfWifi],
    standings: { [exceptionOfWifi.id]: { standing: "counts", until: exceptionOfWifi.endsAt } },
  });
}
