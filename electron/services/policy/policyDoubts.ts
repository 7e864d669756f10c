import { z } from "zod";
import { nearest } from "../../../shared/nearest.ts";
import type { SaidMistake } from "../../../shared/policy/mistake.ts";
import { vpnProducts } from "../../probes/common/vpnProducts.ts";

/** `path` and `detail` as of every problem of a policy file. */
interface PolicyDoubt {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
  readonly mistake: SaidMistake;
}

const settingsSchema = z.record(z.string(), z.looseObject({ settings: z.record(z.string(), z.unknown()) }).catch({ settings: {} })).catch({});
const looseSchema = z.looseObject({
  rules: settingsSchema,
  network: z.looseObject({ vpnProducts: z.array(z.unknown()).catch([]) }).catch({ vpnProducts: [] }),
  activities: z.array(z.looseObject({ id: z.string() })).catch([]),
  guardedApps: z.array(z.looseObject({ activity: z.unknown() })).catch([]),
});

/** The settings that say "not met" where `name` says "caution": warnMinutes with maxMinutes or failMinutes, builtInWarnDays with builtInFailDays. */
function limitsOf(name: string): readonly string[] {
  const parts = /^(.*?)(w|W)arn([A-Z].*)$/.exec(name);
  if (parts === null) return [];
  const [, before, letter, unit] = parts;
  return (letter === "w" ? ["max", "fail"] : ["Max", "Fail"]).map((word) => `${before}${word}${unit}`);
}

function contradictions(id: string, settings: Readonly<Record<string, unknown>>): readonly PolicyDoubt[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    limitsOf(name).flatMap((limit) => {
      const most = settings[limit];
      if (typeof value !== "number" || typeof most !== "number" || value <= most) return [];
      const params = { name, value, limit, most };
      const detail = `${name}: ${value} is above ${limit}: ${most}, so nothing would ever be a caution`;
      return [{ path: `rules.${id}.settings.${name}`, code: "doubt", detail, mistake: { kind: "contradiction" as const, params } }];
    }),
  );
}

/**
 * What a policy says that its author cannot have meant, of the document as it stands in the file. It judges all the same, since policies in use may say it:
 * `policy check` and `policy sign` alone refuse it.
 */
export function policyDoubts(document: unknown): readonly PolicyDoubt[] {
  const loose = looseSchema.safeParse(document).data;
  if (loose === undefined) return [];
  const products = vpnProducts.map(({ product }) => product);
  // As many and as long as the schema allows: more is refused by it, and comparing every name with every other one would take minutes.
  const activities = loose.activities.slice(0, 50).map(({ id }) => id.slice(0, 48));
  return [
    ...Object.entries(loose.rules).flatMap(([id, { settings }]) => contradictions(id, settings)),
    ...loose.network.vpnProducts.slice(0, 16).flatMap((name, index) => {
      // A product that nothing here resembles may be one that a Mac names itself.
      if (typeof name !== "string" || products.includes(name)) return [];
      const suggestion = nearest(name, products);
      if (suggestion === undefined) return [];
      const mistake = { kind: "unknown-product" as const, params: { name }, suggestion };
      return [{ path: `network.vpnProducts.${index}`, code: "doubt", detail: `no VPN product is called "${name}"`, mistake }];
    }),
    ...loose.guardedApps.slice(0, 32).flatMap(({ activity }, index) => {
      if (typeof activity !== "string" || activities.includes(activity)) return [];
      const mistake = { kind: "unknown-activity" as const, params: { name: activity }, suggestion: nearest(activity, activities) };
      return [{ path: `guardedApps.${index}.activity`, code: "doubt", detail: `there is no activity "${activity}"`, mistake }];
    }),
  ];
}
