import { type DecisionInput, decide, evaluateCheck } from "../../electron/checks/decide.ts";
import { checks } from "../../electron/checks/registry.ts";
import { bundledPolicy } from "../../electron/services/policy/bundledPolicy.ts";
import type { Verdict } from "../../shared/checks/verdict.ts";
import type { Declaration, Place } from "../../shared/declarations.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { Fact, FactId, Facts, FactValue } from "../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../shared/observation.ts";
import type { Policy, Rule } from "../../shared/policy/schema.ts";
import { riskIds } from "../../shared/risks.ts";

/** The moment at which the built facts were seen: 22 November 2026, 09:00 in Tokyo. */
export const now = new Date("2026-11-22T00:00:00.000Z");

export function daysBefore(days: number, from: Date = now): string {
  return new Date(from.getTime() - days * 86_400_000).toISOString();
}

/** A PC in order, at home: every fact known and as the default policy wants it. A company VPN called wg-company carries everything. */
export const valuesInOrder: { readonly [K in FactId]: FactValue<K> } = {
  route: {
    legs: [{ target: "internet", address: "192.0.2.1", family: 4, via: { interface: "wg-company", kind: "tunnel" } }],
    underlay: { interface: "wlan0", kind: "wifi" },
  },
  resolvers: { servers: [{ address: "192.168.1.1", interface: "wlan0" }], searchDomains: [] },
  proxy: { mode: "none", server: null },
  gateway: {
    gateways: [{ interface: "wlan0", address: "192.168.1.1", mac: "00:00:5e:00:53:01" }],
    domain: null,
    metered: false,
    macShared: false,
  },
  connectivity: { level: "internet", sources: [{ source: "test", level: "internet" }] },
  "office-proof": { endpoints: [{ host: "inside.example", port: 443, outcome: "unreachable", via: "unrecognised" }] },
  "network-history": { remembered: true, named: "home", portalSeen: false, changes: [] },
  "wifi-link": { connected: true, interface: "wlan0", ssid: "home-net", bssid: null, security: "wpa2-personal", signalPercent: 70 },
  vpn: {
    internetV4: "tunnel",
    internetV6: "none",
    company: null,
    dns: null,
    carrying: [{ interface: "wg-company", kind: "wireguard", product: null, mesh: false, weak: null }],
    idle: [],
    clients: [],
  },
  "screen-lock": { mechanisms: [{ source: "org.gnome.desktop.screensaver", power: "any", lockAfterSeconds: 300 }] },
  "os-release": { product: "debian", version: "13", name: "Debian GNU/Linux 13", build: null, edition: null, kernel: "6.12.1", supportEnd: null },
  "pending-updates": { manager: "apt", total: 0, security: 0, names: [], listsAt: daysBefore(1), lastInstalledAt: daysBefore(1) },
  "automatic-updates": { enabled: true, mechanism: "unattended-upgrades", pausedUntil: null },
  "restart-pending": { pending: false, since: null, because: [] },
  "disk-encryption": { volumes: [{ role: "system", mount: "/", state: "encrypted", method: "LUKS" }], removable: [] },
  firewall: { active: true, services: [{ name: "ufw", active: true, scope: "all" }], excludedInterfaces: [] },
  "listening-services": { examined: 4, exposed: [] },
  antivirus: { products: [{ name: "ClamAV", state: "on", definitionsAt: daysBefore(1), upToDate: null }] },
  browsers: { browsers: [] },
  "remote-access": { services: [{ kind: "ssh", name: "sshd", on: false }] },
  "os-protection": { protections: [{ id: "secure-boot", state: "on" }] },
  accounts: { administrator: false, autoLogin: false, guest: false, passwordMinLength: 12, biometrics: null },
  management: { join: "entra", mdm: true, server: "mdm.example" },
  session: { remote: "none", virtual: null },
  backup: { sources: [{ name: "Backup", enabled: true, lastAt: daysBefore(1) }] },
  "running-apps": { examined: 100, matched: [] },
  clock: { timeZone: "Asia/Tokyo", synchronised: true, notBefore: daysBefore(2) },
  "device-identity": {
    hostname: "pc-0001",
    user: "hanako",
    manufacturer: "Example Works",
    model: "Book 14",
    serial: "EX-0001",
    assetTag: null,
    chassis: "notebook",
    virtual: null,
  },
};

export function fact<K extends FactId>(id: K, observation: Observation<FactValue<K>>, parts: Partial<Pick<Fact, "at" | "validForMs">> = {}): Fact<K> {
  return { id, observation, evidence: [{ source: "test", seen: "built" }], at: now.toISOString(), durationMs: 1, validForMs: 86_400_000, ...parts };
}

/** One known fact, to be spread into `facts`. */
export function knownFact<K extends FactId>(id: K, value: FactValue<K>): Facts {
  return { [id]: fact(id, known(value)) };
}

/** All facts of a PC in order, seen at `now`; `changed` replaces some of them. */
export function factsInOrder(changed: Facts = {}): Facts {
  const base = Object.fromEntries(Object.entries(valuesInOrder).map(([id, value]) => [id, fact(id as FactId, known(value) as Observation<never>)]));
  return { ...base, ...changed };
}

const bundled = bundledPolicy(checks);

/** The default policy as its company would use it: with the name of its VPN. */
export function companyPolicy(): Policy {
  const { policy } = bundled;
  return { ...policy, network: { ...policy.network, vpnInterfaces: ["wg-company"] } };
}

/** The same policy with some rules changed. */
export function withRules(policy: Policy, changes: Readonly<Record<string, Partial<Rule>>>): Policy {
  const rules = Object.fromEntries(
    Object.entries(changes).map(([id, change]): [string, Rule] => {
      const base: Rule = policy.rules[id] ?? { level: "off", otherwise: "recommended", graceDays: 0, settings: {}, exceptions: { allowed: true } };
      return [id, { ...base, ...change }];
    }),
  );
  return { ...policy, rules: { ...policy.rules, ...rules } };
}

/** The network and the log-in of the built PC. */
export const here: Place = { networkId: "net-home", logIn: { id: "log-in-today", bootedAt: null } };

/** An answer given here. */
export function declaration(checkId: string, parts: Partial<Declaration> = {}): Declaration {
  return { checkId, affirmed: true, at: daysBefore(0.1), policyRevision: 1, policyId: bundled.policy.id, place: here, ...parts };
}

/** Every declared check answered with yes a little while ago, and every lesson passed. */
export function allDeclared(): readonly Declaration[] {
  const lessons = riskIds.map((subject) => declaration("lessons-current", { subject }));
  return [...checks.filter(({ id, kind }) => kind === "declared" && id !== "lessons-current").map(({ id }) => declaration(id)), ...lessons];
}

export function exception(checkId: string, parts: Partial<ExceptionRecord> = {}): ExceptionRecord {
  return {
    id: "EX-0000000A",
    checkId,
    reason: "The part that is missing arrives next week.",
    compensatingMeasure: "Work on internal documents only.",
    approver: "A. Manager",
    createdAt: daysBefore(1),
    endsAt: daysBefore(-3),
    policy: { id: "preflight-default", revision: 1 },
    ...parts,
  };
}

/** What a decision on a PC in order needs; `changed` replaces parts of it. */
export function decisionInput(changed: Partial<DecisionInput> = {}): DecisionInput {
  return {
    facts: factsInOrder(),
    policy: companyPolicy(),
    exceptions: [],
    declarations: allDeclared(),
    failingSince: {},
    integrity: [],
    ...here,
    now,
    ...changed,
  };
}

export function decideOn(changed: Partial<DecisionInput> = {}) {
  return decide(checks, decisionInput(changed));
}

/** The verdict of one check on a PC in order with some facts changed, under the policy of `companyPolicy` with these settings. */
export function verdictOf(
  checkId: string,
  given: {
    readonly facts?: Facts;
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly network?: Partial<Policy["network"]>;
    readonly declarations?: readonly Declaration[];
    readonly revision?: number;
    readonly policy?: Partial<Pick<Policy, "conduct" | "measures">>;
    readonly place?: Place;
    readonly now?: Date;
  } = {},
): Verdict {
  const check = checks.find(({ id }) => id === checkId);
  if (check === undefined) throw new Error(`no check ${checkId}`);
  const policy = withRules(companyPolicy(), given.settings ? { [checkId]: { settings: { ...given.settings } } } : {});
  return evaluateCheck(check, {
    facts: factsInOrder(given.facts),
    policy: { ...policy, ...given.policy, revision: given.revision ?? 1, network: { ...policy.network, ...given.network } },
    declarations: given.declarations ?? [],
    ...(given.place ?? here),
    now: given.now ?? now,
  });
}
