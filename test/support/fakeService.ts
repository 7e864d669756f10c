import type { ReportReceipt } from "../../electron/services/exportReport.ts";
import type { PreflightService } from "../../electron/services/preflight.ts";
import { informationClassIds, methodIds, riskIds } from "../../shared/risks.ts";
import { defaultSettings } from "../../shared/settings.ts";
import { type Snapshot, snapshotSchema } from "../../shared/snapshot.ts";

const text = (word: string) => ({ ja: `${word}（例）`, en: `${word} (example)` });
const each = <K extends string, V>(ids: readonly K[], value: V) => Object.fromEntries(ids.map((id) => [id, value]));

const policyTexts = snapshotSchema.shape.policyTexts.parse({
  risks: each(riskIds, { title: text("risk"), scenario: text("scenario") }),
  informationClasses: each(informationClassIds, { title: text("class"), telework: "allowed" }),
  methods: each(methodIds, { title: text("method"), dataOnDevice: false, environment: text("environment") }),
  measures: [{ id: "m-one", risk: riskIds[0], group: "technology", title: text("measure"), answer: [{ by: "organisation", how: text("how") }] }],
  activities: [{ id: "mail", title: text("mail"), class: informationClassIds[0], method: methodIds[0], startable: false }],
  exceptions: { maxDays: 7, approvalBy: ["employee"] },
});

const exampleReceipt: ReportReceipt = {
  ...{ digest: `sha256-${"0".repeat(64)}`, helpdeskCode: "C622-2062-HJTT", format: "html", language: "ja", readable: [] },
};

/** A snapshot before any run, valid by the schema, with the given parts put in. */
export function exampleSnapshot(parts: Partial<Snapshot> = {}): Snapshot {
  return snapshotSchema.parse({
    schema: "preflight-snapshot/1",
    app: { version: "0.0.1", platform: "linux" },
    phase: { kind: "idle" },
    run: null,
    policy: { id: "example", revision: 1, digest: `sha256-${"0".repeat(64)}`, origin: "bundled", title: text("policy") },
    policyTexts,
    checks: [],
    findings: [],
    decision: null,
    facts: {},
    exceptions: [],
    standings: {},
    declarations: [],
    answers: [],
    requests: [],
    lessons: [],
    openings: [],
    guarded: [],
    disputes: [],
    session: { ended: null },
    settings: defaultSettings,
    networkId: null,
    helpdeskCode: null,
    ...parts,
  });
}

export interface FakeService extends PreflightService {
  /** What was called, in order. */
  readonly heard: readonly unknown[];
  /** Makes this the current state and tells the subscribers. */
  become(snapshot: Snapshot): void;
  subscribers(): number;
}

/** A service that answers at once and remembers what it was asked. */
export function fakeService(overrides: Partial<PreflightService> = {}): FakeService {
  const heard: unknown[] = [];
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let current = exampleSnapshot();
  const hear = <T>(name: string, input: unknown, answer: T): T => {
    heard.push([name, input]);
    return answer;
  };
  return {
    heard,
    become(snapshot) {
      current = snapshot;
      for (const listener of listeners) listener(snapshot);
    },
    subscribers: () => listeners.size,
    lockedBy: () => null,
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: async (options) => hear("run", options, { ok: true }),
    cancel: () => hear("cancel", null, undefined),
    requestException: async (request) => hear("requestException", request, { ok: false, code: "nothing-to-except" }),
    revokeException: async (id) => hear("revokeException", id, { ok: true }),
    networks: async () => hear("networks", null, []),
    nameNetwork: async (named) => hear("nameNetwork", named, { ok: true }),
    forgetNetwork: async (id) => hear("forgetNetwork", id, { ok: true }),
    declare: async (checkId, affirmed) => hear("declare", [checkId, affirmed], { ok: true }),
    report: async (options) =>
      hear("report", options, { ok: true, fileName: "report.html", content: "<p>report</p>", receipt: exampleReceipt, personal: [] }),
    reportLeft: async (receipt) => hear("reportLeft", receipt, undefined),
    openRequest: async (request) => hear("openRequest", request, { ok: false, code: "nothing-to-except" }),
    withdrawRequest: async (code) => hear("withdrawRequest", code, { ok: true }),
    answerRequest: async (code, answer) => hear("answerRequest", [code, answer], { ok: false, code: "not-an-approval" }),
    answerLesson: async (lesson, answers) => hear("answerLesson", [lesson, answers], { ok: true, passed: true, wrong: [] }),
    journalDays: async (days) => hear("journalDays", days, { days: [], state: { ok: true, entries: 0, brokenAt: null } }),
    journalEntries: async (wanted) => hear("journalEntries", wanted, { lines: [], more: 0 }),
    journalFile: async () => hear("journalFile", null, null),
    dispute: async (checkId, words) => hear("dispute", [checkId, words], { ok: true }),
    setSettings: async (part) => hear("setSettings", part, { ok: true }),
    startActivity: async (id) => hear("startActivity", id, { ok: true }),
    permitCommand: async (id, options) => hear("permitCommand", [id, options], { ok: false, code: "no-clearance" }),
    lookAtGuardedApps: async () => hear("lookAtGuardedApps", null, undefined),
    hasGuardedApps: () => false,
    openRemedy: async (checkId) => hear("openRemedy", checkId, { ok: true }),
    recordApp: async (event) => hear("recordApp", event, true),
    endClearances: async (because) => hear("endClearances", because, undefined),
    watchSession: () => ({ resumed: () => undefined, locked: () => undefined, unlocked: () => undefined, end: () => undefined }),
    close: async () => hear("close", null, undefined),
    ...overrides,
  };
}
