import fc from "fast-check";
import { z } from "zod";
import type { DecisionInput } from "../../electron/checks/decide.ts";
import { checks } from "../../electron/checks/registry.ts";
import { type IntegrityIssue, integrityKinds } from "../../shared/decision.ts";
import type { Declaration, LogIn, Place } from "../../shared/declarations.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import { type FactId, type Facts, factIds, factValueSchemas } from "../../shared/facts/catalogue.ts";
import { browserNames } from "../../shared/facts/updates.ts";
import { type Observation, unknownReasons } from "../../shared/observation.ts";
import type { Policy, Rule } from "../../shared/policy/schema.ts";
import { informationClassIds, methodIds, riskIds } from "../../shared/risks.ts";
import { companyPolicy, daysBefore, fact, now, valuesInOrder } from "./builders.ts";

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly format?: string;
}

/** Words that checks look for, by the name of the field: random letters alone would never meet them. */
const words: Readonly<Record<string, readonly string[]>> = {
  // Of an OS, and of a VPN.
  product: ["debian", "ubuntu", "fedora", "macos", "windows-11", "windows-10", "plan9", "GlobalProtect", "Tailscale"],
  version: ["130.0.1", "142", "11", "12", "12.7", "13", "14", "26", "99", "24.04", "20.04", "25H2", "24H2", "23H2", "22H2", "sid", "44", "43"],
  edition: ["Core", "Professional", "Enterprise", "EnterpriseS", "IoTEnterpriseS", "ServerStandard"],
  interface: ["wg-company", "tun0", "wlan0", "eth0"],
  ssid: ["home-net", "0000docomo"],
  mount: ["/", "/home", "C:", "D:"],
  publicNetworks: ["0000docomo", "home-net"],
  domain: ["lan", "cafe.wi2.ne.jp", "notwi2.ne.jp"],
  hotspotDomains: ["wi2.ne.jp"],
  address: ["172.20.10.1", "192.168.1.1"],
  apps: ["Dropbox", "AnyDesk"],
  matched: ["Dropbox", "AnyDesk"],
  timeZone: ["Asia/Tokyo", "Europe/Paris"],
  timeZones: ["Asia/Tokyo"],
  ...Object.fromEntries(browserNames.map((name) => [name, ["130", "142", "142.0.1"]])),
  allowedPorts: ["22/tcp", "1-1024/tcp", "5353/udp"],
  ledger: ["EX-0001", "ABC-9"],
  serial: ["EX-0001", "XYZ", " "],
};

/** A moment `min` to `max` days before `now`, to the minute. Whole minutes, because random doubles are nearly all close to zero. */
const daysAgo = (min: number, max: number) => fc.integer({ min: min * 1440, max: max * 1440 }).map((minutes) => daysBefore(minutes / 1440));
/** Up to 40 days, or a few years, before `now`; never after it. */
const past = fc.oneof(daysAgo(0, 40), daysAgo(0, 2000));

/** Values of a JSON Schema as zod writes it. */
function fromJsonSchema(schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fromJsonSchema(choice, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type: string) => fromJsonSchema({ ...schema, type }, name)));
  switch (schema.type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number": {
      const min = schema.minimum ?? 0;
      const max = Math.min(schema.maximum ?? 100_000, 100_000);
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 3) }), fc.integer({ min, max }));
    }
    case "string": {
      if (schema.format === "date-time") return past;
      if (schema.format === "date") return fc.integer({ min: -60, max: 60 }).map((days) => daysBefore(days).slice(0, 10));
      const known = words[name];
      const free = fc.string({ minLength: schema.minLength ?? 0, maxLength: 12 });
      if (known === undefined) return free;
      return schema.minLength === undefined && name !== "allowedPorts"
        ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, free)
        : fc.constantFrom(...known);
    }
    case "array":
      return fc.array(fromJsonSchema(schema.items ?? {}, name), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, 3) });
    case "object":
      return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, fromJsonSchema(part, key)])), {
        requiredKeys: [...(schema.required ?? [])],
      });
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(schema)}`);
  }
}

const values = Object.fromEntries(factIds.map((id) => [id, fromJsonSchema(z.toJSONSchema(factValueSchemas[id]) as JsonSchema, id)]));

export const unknownObservation: fc.Arbitrary<Observation<never>> = fc.record({
  kind: fc.constant("unknown" as const),
  reason: fc.constantFrom(...unknownReasons),
  detail: fc.constant("generated"),
});

/** Half of what is seen is in order: otherwise something else would nearly always be worse than the one thing that a law is about. */
function observation(id: FactId): fc.Arbitrary<Observation<unknown>> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant({ kind: "known" as const, value: valuesInOrder[id] }) },
    { weight: 6, arbitrary: (values[id] ?? fc.constant(null)).map((value) => ({ kind: "known" as const, value })) },
    { weight: 1, arbitrary: unknownObservation },
    {
      weight: 1,
      arbitrary: fc.constantFrom("no-hardware" as const, "os" as const, "virtual" as const).map((why) => ({ kind: "not-applicable" as const, why })),
    },
  );
}

/** Facts that fit their schemas, seen up to a day before `now`; some are missing. */
export const facts: fc.Arbitrary<Facts> = fc
  .record(
    Object.fromEntries(
      factIds.map((id) => [
        id,
        fc
          .tuple(observation(id), fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 60_000, 3_600_000, 86_400_000))
          .map(([seen, age, validForMs]) =>
            fact(id, seen as Observation<never>, { at: daysBefore((age / 90) * (validForMs / 86_400_000)), validForMs }),
          ),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((generated) => generated as Facts);

const condition = fc.record(
  {
    classes: fc.subarray([...informationClassIds], { minLength: 1 }),
    methods: fc.subarray([...methodIds], { minLength: 1 }),
    dataOnDevice: fc.boolean(),
  },
  { requiredKeys: [] },
);

function rule(id: string): fc.Arbitrary<Rule> {
  const schema = checks.find((check) => check.id === id)?.settings ?? z.strictObject({});
  const properties = Object.entries((z.toJSONSchema(schema, { io: "input" }) as JsonSchema).properties ?? {});
  const settings = fc
    .record(Object.fromEntries(properties.map(([key, part]) => [key, fromJsonSchema(part, key)])), { requiredKeys: [] })
    .map((given) => (schema.safeParse(given).success ? given : {}));
  return fc.record({
    level: fc.constantFrom("required" as const, "required" as const, "recommended" as const, "off" as const),
    otherwise: fc.constantFrom("recommended" as const, "off" as const),
    requiredFor: fc.option(fc.oneof(condition, fc.array(condition, { minLength: 1, maxLength: 2 })), { nil: undefined }),
    graceDays: fc.constantFrom(0, 0, 1, 14),
    settings,
    exceptions: fc.record({ allowed: fc.constantFrom(true, true, false), maxDays: fc.constantFrom(1, 7, 30) }),
  });
}

const base = companyPolicy();

/** Policies whose rules, limits and networks differ; few live rules are as likely as many, so that every single one decides sometimes. */
export const policy: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.oneof(
      fc.subarray(checks.map(({ id }) => id)),
      fc.subarray(
        checks.map(({ id }) => id),
        { maxLength: 2 },
      ),
    ),
    fc.record(Object.fromEntries(checks.map(({ id }) => [id, rule(id)]))),
    fc.record({ maxDays: fc.constantFrom(1, 14, 90), mayCoverUnknown: fc.boolean() }),
    fc.subarray(["wg-company", "tun*"]),
    fc.subarray(["GlobalProtect", "Tailscale"]),
  )
  .map(([live, rules, exceptions, vpnInterfaces, vpnProducts]) => {
    const kept = Object.fromEntries(live.flatMap((id) => (rules[id] ? [[id, rules[id]]] : [])));
    return { ...base, rules: kept, exceptions: { ...base.exceptions, ...exceptions }, network: { ...base.network, vpnInterfaces, vpnProducts } };
  });

const checkId = fc.constantFrom(...checks.map(({ id }) => id));

export const exceptions: fc.Arbitrary<readonly ExceptionRecord[]> = fc
  .array(
    fc.record({
      checkId,
      subject: fc.constantFrom(undefined, undefined, "/", "open", "22/tcp"),
      activityId: fc.constantFrom(undefined, undefined, "public-research", "documents", "confidential-files"),
      networkId: fc.constantFrom(undefined, undefined, "net-home", "net-cafe"),
      revokedAt: fc.constantFrom(undefined, undefined, undefined, daysBefore(0.5)),
      createdAt: fc.oneof(daysAgo(0, 1), daysAgo(0, 20)),
      endsAt: fc.oneof(daysAgo(-20, -1), daysAgo(-20, 5)),
      approver: fc.oneof({ weight: 9, arbitrary: fc.constant("A. Manager") }, { weight: 1, arbitrary: fc.constant(undefined) }),
      reason: fc.oneof({ weight: 9, arbitrary: fc.constant("generated, and long enough") }, { weight: 1, arbitrary: fc.constant("too short") }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map((parts, index) => ({
      ...parts,
      id: `EX-0000000${index}`,
      compensatingMeasure: "generated",
      policy: { id: "preflight-default", revision: 1 },
    })),
  );

const logIn: fc.Arbitrary<LogIn> = fc.constantFrom(
  { id: "log-in-today", bootedAt: null },
  { id: "log-in-before", bootedAt: null },
  { id: "log-in-today", bootedAt: daysBefore(0.5) },
  { id: null, bootedAt: daysBefore(0.5) },
  { id: null, bootedAt: null },
);
const networkId = fc.constantFrom("net-home", "net-home", "net-cafe", null);
const place: fc.Arbitrary<Place> = fc.record({ networkId, logIn });

const declarations: fc.Arbitrary<readonly Declaration[]> = fc.array(
  fc.record({
    checkId: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...checks.filter(({ kind }) => kind === "declared").map(({ id }) => id)) }, checkId),
    affirmed: fc.boolean(),
    at: past,
    policyRevision: fc.constantFrom(1, 2),
    subject: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.constantFrom(...riskIds, "a-stranger")),
    place: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 4, arbitrary: place }),
  }),
  { maxLength: 12 },
);

const integrity: fc.Arbitrary<readonly IntegrityIssue[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.record({ kind: fc.constantFrom(...integrityKinds), detail: fc.constant("generated") }), { maxLength: 2 }) },
);

/** Three in four of these ids are moved to a check that the policy asks for: with many checks hardly any would meet one by chance. */
function aimed(id: string, aim: number, live: readonly string[]): string {
  return aim % 4 === 0 ? id : (live[aim % live.length] ?? id);
}

/** Everything that a decision depends on; nothing in it is later than its `now`. */
export const decisionInputs: fc.Arbitrary<DecisionInput> = fc
  .record({
    facts,
    policy,
    exceptions,
    declarations,
    failingSince: fc.dictionary(checkId, daysAgo(0, 30)),
    integrity,
    networkId,
    logIn,
    now: fc.constant(now),
    aims: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }),
  })
  .map(({ aims, ...input }) => {
    const live = Object.keys(input.policy.rules);
    const move = (id: string, index: number) => aimed(id, aims[index % aims.length] ?? 0, live);
    return {
      ...input,
      exceptions: input.exceptions.map((one, index) => ({ ...one, checkId: move(one.checkId, index) })),
      failingSince: Object.fromEntries(Object.entries(input.failingSince).map(([id, since], index) => [move(id, index), since])),
    };
  });

/** The same for one check that is certainly live and whose facts were mostly seen: nearly every one of them says something of it. */
export function checkInputs(id: string): fc.Arbitrary<DecisionInput> {
  return fc.record({ input: decisionInputs, rule: rule(id), seen: facts }).map(({ input, rule: own, seen }) => ({
    ...input,
    facts: Object.fromEntries(Object.entries({ ...seen, ...input.facts }).map(([key, one]) => [key, one && { ...one, validForMs: 1e12 }])) as Facts,
    policy: { ...input.policy, rules: { ...input.policy.rules, [id]: { ...own, level: "required" } } },
  }));
}
