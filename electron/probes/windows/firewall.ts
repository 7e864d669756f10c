import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { readProductState } from "./productState.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { dwordOf, firstSet, numberOf, refusalOf, type Setting, shown } from "./settings.ts";

type Service = FactValue<"firewall">["services"][number];

/** "StandardProfile" of the registry is the private one. */
const profiles = [
  { scope: "domain", bit: 1 },
  { scope: "private", bit: 2 },
  { scope: "public", bit: 4 },
] as const;
const everyProfile = 7;
/** Start of a service that is disabled, and the status of one that does not run. */
const disabled = 4;
const stoppedService = 1;

const keys = [
  "firewall-domain",
  "firewall-domain-mdm",
  "firewall-domain-policy",
  "firewall-private",
  "firewall-private-mdm",
  "firewall-private-policy",
  "firewall-public",
  "firewall-public-mdm",
  "firewall-public-policy",
  "service-firewall",
] as const;
type Keys = RegistryAnswers<(typeof keys)[number]>;

export interface FirewallInputs {
  readonly keys: Keys;
  readonly policy: Block<DeviceBlock<"firewall">>;
  readonly products: Block<DeviceBlock<"firewall-products">>;
  readonly services: Block<DeviceBlock<"services">>;
}

const enableOf = (answer: Keys[keyof Keys]) => dwordOf(answer, "EnableFirewall");

/** Is the profile on? A policy goes before what Windows says of its own setting; of the registry all three places are read. */
function profileOn({ keys: found, policy }: FirewallInputs, { scope, bit }: (typeof profiles)[number]): Setting<boolean> {
  const forced = firstSet(enableOf(found[`firewall-${scope}-policy`]), enableOf(found[`firewall-${scope}-mdm`]));
  const own: Setting<number> = policy.ok
    ? { ok: true, value: policy.value.profiles[`${bit}`].enabled ? 1 : 0 }
    : enableOf(found[`firewall-${scope}`]);
  const effective = firstSet(forced, own);
  if (!effective.ok) return effective;
  if (effective.value === null) return { ok: false, refusal: unknown("unparsed", `EnableFirewall of ${scope} is not set`) };
  return { ok: true, value: effective.value === 1 };
}

/**
 * The three profiles of Windows and what third parties have registered. `active`: all profiles of the networks in use now are on, or a third
 * party is. Which those are only COM tells; without it the answer is certain when all three are alike.
 */
export function judgeFirewall(inputs: FirewallInputs): Observation<FactValue<"firewall">> {
  const { policy, products } = inputs;
  const start = numberOf(inputs.keys["service-firewall"], "Start");
  const service = inputs.services.ok ? inputs.services.value.services.find(({ name }) => name.toLowerCase() === "mpssvc") : undefined;
  const stopped = (start.ok && start.value === disabled) || service?.status === stoppedService;
  const third = (products.ok ? products.value.products : []).map(({ name, state }): Service => {
    return { name: outside(name || "(no name)"), active: readProductState(state).state === "on", scope: "all" };
  });
  const replaced = third.some(({ active }) => active);
  const states = profiles.map((profile) => ({ ...profile, on: profileOn(inputs, profile) }));
  const refusal = refusalOf(...states.map(({ on }) => on), start);
  if (refusal && !replaced) return refusal;
  // What the profiles are set to does not matter where nothing is there to carry it out; COM answers only where something is.
  if (start.ok && start.value === null && service === undefined && !policy.ok && !replaced)
    return unknown("unparsed", "no service mpssvc in the registry");
  const services = states.flatMap(({ scope, on }): Service[] => {
    return on.ok ? [{ name: "Windows Firewall", active: on.value === true && !stopped, scope }] : [];
  });
  const isOn = (bits: number) => states.every(({ bit, on }) => (bits & bit) === 0 || (on.ok && on.value === true)) && !stopped;
  // Without a network none is in use: then all are asked for, as any may be the next.
  const current = policy.ok ? policy.value.current || everyProfile : null;
  const isAlike = new Set(services.map(({ active }) => active)).size === 1;
  const own = current !== null ? isOn(current) : isAlike ? isOn(everyProfile) : null;
  if (own === null && !replaced)
    return unknown(
      policy.ok ? "unparsed" : policy.refusal.kind === "unknown" ? policy.refusal.reason : "failed",
      "the profiles differ, and which is in use was not told",
    );
  const holes = policy.ok && !replaced ? profiles.flatMap(({ bit }) => ((current ?? 0) & bit ? policy.value.profiles[`${bit}`].excluded : [])) : [];
  return known({
    active: replaced || own === true,
    services: [...services, ...third].slice(0, 16),
    excludedInterfaces: [...new Set(holes.map(outside))].slice(0, 32),
  });
}

export const firewall: Probe<"firewall"> = {
  id: "windows.firewall",
  fact: "firewall",
  uses: registryCommands(...keys),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [found, policy, products, services] = await Promise.all([
      readRegistryKeys(host, keys, signal),
      readDeviceBlock(host, "firewall", signal),
      readDeviceBlock(host, "firewall-products", signal),
      readDeviceBlock(host, "services", signal),
    ]);
    const registry = [
      ...keys.filter((id) => id !== "service-firewall").map((id) => shown(id, enableOf(found[id]))),
      shown("mpssvc Start", numberOf(found["service-firewall"], "Start")),
    ];
    const com = policy.ok
      ? [
          `networks in use: ${policy.value.current} (1 domain, 2 private, 4 public)`,
          ...profiles.map(({ scope, bit }) => {
            const { enabled, excluded } = policy.value.profiles[`${bit}`];
            return `${scope}: ${enabled ? "on" : "off"}${excluded.length > 0 ? `, without ${excluded.join(", ")}` : ""}`;
          }),
        ]
      : "not readable";
    const third = products.ok
      ? products.value.products.map(({ name, state }) => `${name}: 0x${state.toString(16).padStart(6, "0")}`)
      : "not readable";
    return {
      observation: judgeFirewall({ keys: found, policy, products, services }),
      evidence: [
        evidence("HNetCfg.FwPolicy2", com),
        evidence("registry: EnableFirewall", registry),
        evidence("root/SecurityCenter2 FirewallProduct", third.length === 0 ? "none" : third),
      ],
    };
  },
};
