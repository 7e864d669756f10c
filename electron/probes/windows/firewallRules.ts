import type { DeviceBlock } from "./deviceBlockSchemas.ts";

type Rule = NonNullable<DeviceBlock<"firewall">["rules"]>[number];

/** Fields without which a rule is about everything; any other narrows it. TCP and UDP without a port are all of their ports. */
const wide: ReadonlySet<string> = new Set([
  "Action",
  "Active",
  "Dir",
  "Profile",
  "Name",
  "Desc",
  "EmbedCtxt",
  "Edge",
  "Defer",
  "TTK2_22",
  "TTK2_27",
  "TTK2_28",
]);
const widelyUsed: ReadonlySet<string> = new Set(["6", "17"]);
const addresses = /^[RL]A(?:4|6|42|62)$/;
const everywhere: ReadonlySet<string> = new Set(["0.0.0.0-255.255.255.255", "0.0.0.0/0.0.0.0", "0.0.0.0/0", "*"]);
/** Whom the people in the same café are. At home they are the household, which a rule may well let in. */
const neighbours = "LocalSubnet";

/** What a rule lets everything in for, by profile of the registry. [MS-GPFAS] 2.2.2.19: "v2.30|Action=Allow|Active=TRUE|Dir=In|Profile=Public|Name=x|". */
function profilesOf({ rule }: Rule, letsIn: (addresses: string) => boolean): readonly string[] {
  const fields = rule
    .split("|")
    .slice(1)
    .filter((field) => field !== "")
    .map((field) => [field.slice(0, field.indexOf("=")), field.slice(field.indexOf("=") + 1)] as const);
  const opens = fields.every(([name, value]) => {
    if (name === "Protocol") return widelyUsed.has(value);
    if (addresses.test(name)) return letsIn(value);
    return wide.has(name);
  });
  const has = (name: string, value: string) => fields.some(([key, word]) => key === name && word === value);
  if (!opens || !has("Action", "Allow") || !has("Active", "TRUE") || !has("Dir", "In")) return [];
  const named = fields.flatMap(([name, value]) => (name === "Profile" ? [value] : []));
  return named.length === 0 ? ["Domain", "Private", "Public"] : named;
}

/**
 * Does a rule let in everything, for every program, port and sender, in this profile? Rules of the PC count only where the policy lets them
 * (`mergesLocal`). Rules for all ports of one program are not looked at: they are as many as programs that want to be reached.
 */
export function opensEverything(rules: readonly Rule[], scope: "domain" | "private" | "public", mergesLocal: boolean): boolean {
  const letsIn = (value: string) => everywhere.has(value) || (scope === "public" && value === neighbours);
  const isFor = (rule: Rule) => profilesOf(rule, letsIn).some((profile) => profile.toLowerCase() === scope);
  return rules.some((rule) => (mergesLocal || rule.from !== "local") && isFor(rule));
}
