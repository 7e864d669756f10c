import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import { inboundOf, profileKeys, profileStates, profiles } from "./firewallProfiles.ts";
import type { Block } from "./powershell.ts";
import { readProductState } from "./productState.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { isThere, type RegisteredProduct, shownProduct } from "./securityProducts.ts";
import { dwordOf, numberOf, refusalOf, shown } from "./settings.ts";

type Service = FactValue<"firewall">["services"][number];

const everyProfile = 7;
/** Start of a service that is disabled, and the status of one that does not run. */
const disabled = 4;
const stoppedService = 1;

const keys = [...profileKeys, "service-firewall"] as const;

export interface FirewallInputs {
  readonly keys: RegistryAnswers<(typeof keys)[number]>;
  readonly policy: Block<DeviceBlock<"firewall">>;
  readonly products: Block<DeviceBlock<"firewall-products">>;
  readonly services: Block<DeviceBlock<"services">>;
}

const isOn = ({ state }: RegisteredProduct) => readProductState(state).state === "on";

/**
 * The three profiles of Windows and what third parties have registered. `active`: all profiles of the networks in use now are on and closed by
 * default, or a third party is on. Which those are only COM tells; without it the answer is certain when all three are alike.
 */
export function judgeFirewall(inputs: FirewallInputs): Observation<FactValue<"firewall">> {
  const { policy } = inputs;
  const registered = inputs.products.ok ? inputs.products.value.products : [];
  const start = numberOf(inputs.keys["service-firewall"], "Start");
  const service = inputs.services.ok ? inputs.services.value.services.find(({ name }) => name.toLowerCase() === "mpssvc") : undefined;
  const stopped = (start.ok && start.value === disabled) || service?.status === stoppedService;
  // One whose program could not be looked for is neither a firewall nor the lack of one.
  const third = registered.flatMap((product): Service[] => {
    const there = isThere(product);
    if (there === null && isOn(product)) return [];
    return [{ name: outside(product.name || "(no name)"), active: isOn(product) && there !== false, scope: "all" }];
  });
  const unproved = registered.filter((product) => isOn(product) && isThere(product) === null);
  const replaced = third.some(({ active }) => active);
  const states = profileStates(inputs.keys, policy);
  const refusal = refusalOf(...states.map(({ on }) => on), ...states.map(({ inbound }) => inbound), start);
  if (refusal && !replaced) return refusal;
  // What the profiles are set to does not matter where nothing is there to carry it out; COM answers only where something is.
  if (start.ok && start.value === null && service === undefined && !policy.ok && !replaced)
    return unknown("unparsed", "no service mpssvc in the registry");
  const services = states.flatMap(({ scope, on, inbound }): Service[] => {
    if (!on.ok) return [];
    const told = inbound.ok && inbound.value !== null ? { inbound: inbound.value } : {};
    return [{ name: "Windows Firewall", active: on.value === true && !stopped, scope, ...told }];
  });
  const closes = (scope: Service["scope"]) => services.some((one) => one.scope === scope && one.active && one.inbound === "block");
  const areClosed = (bits: number) => profiles.every(({ scope, bit }) => (bits & bit) === 0 || closes(scope));
  // Without a network none is in use: then all are asked for, as any may be the next.
  const current = policy.ok ? policy.value.current || everyProfile : null;
  const isAlike = new Set(profiles.map(({ scope }) => closes(scope))).size === 1;
  const own = current !== null ? areClosed(current) : isAlike ? areClosed(everyProfile) : null;
  if (own === null && !replaced)
    return unknown(
      policy.ok ? "unparsed" : policy.refusal.kind === "unknown" ? policy.refusal.reason : "failed",
      "the profiles differ, and which is in use was not told",
    );
  if (!replaced && unproved.length > 0 && !areClosed(everyProfile))
    return unknown("unparsed", `whether the program of ${unproved.map(({ name }) => name).join(", ")} is there could not be seen`);
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
      ...profileKeys.flatMap((id) => {
        const inbound = inboundOf(found[id]);
        return [
          shown(id, dwordOf(found[id], "EnableFirewall")),
          ...(inbound.ok && inbound.value !== null ? [`${id}: by default ${inbound.value}`] : []),
        ];
      }),
      shown("mpssvc Start", numberOf(found["service-firewall"], "Start")),
    ];
    const com = policy.ok
      ? [
          `networks in use: ${policy.value.current} (1 domain, 2 private, 4 public)`,
          ...(policy.value.rules ?? []).map(({ from, rule }) => `rule without program and port (${from}): ${rule.slice(0, 300)}`).slice(0, 8),
          ...profiles.map(({ scope, bit }) => {
            const { enabled, excluded, inbound, shield } = policy.value.profiles[`${bit}`];
            const byDefault =
              shield === true ? ", shields up" : typeof inbound === "number" ? `, by default ${inbound === 0 ? "block" : "allow"}` : "";
            return `${scope}: ${enabled ? "on" : "off"}${byDefault}${excluded.length > 0 ? `, without ${excluded.join(", ")}` : ""}`;
          }),
        ]
      : "not readable";
    const third = products.ok ? products.value.products.map(shownProduct) : "not readable";
    return {
      observation: judgeFirewall({ keys: found, policy, products, services }),
      evidence: [
        evidence("HNetCfg.FwPolicy2", com),
        evidence("registry: EnableFirewall, DefaultInboundAction", registry),
        evidence("root/SecurityCenter2 FirewallProduct", third.length === 0 ? "none" : third),
      ],
    };
  },
};
