import { unknown } from "../../../shared/observation.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import { opensEverything } from "./firewallRules.ts";
import type { Block } from "./powershell.ts";
import type { RegistryAnswers } from "./registry.ts";
import { dwordOf, firstSet, type Setting } from "./settings.ts";

/** "StandardProfile" of the registry is the private one. */
export const profiles = [
  { scope: "domain", bit: 1 },
  { scope: "private", bit: 2 },
  { scope: "public", bit: 4 },
] as const;

export const profileKeys = [
  "firewall-domain",
  "firewall-domain-mdm",
  "firewall-domain-policy",
  "firewall-private",
  "firewall-private-mdm",
  "firewall-private-policy",
  "firewall-public",
  "firewall-public-mdm",
  "firewall-public-policy",
] as const;
export type ProfileKeys = RegistryAnswers<(typeof profileKeys)[number]>;
type Scope = (typeof profiles)[number]["scope"];
type Inbound = "block" | "allow";

/** A profile as far as it could be read. `inbound`: what becomes of a connection from outside that no rule is about. */
export interface ProfileState {
  readonly scope: Scope;
  readonly bit: 1 | 2 | 4;
  readonly on: Setting<boolean>;
  readonly inbound: Setting<Inbound>;
}

/** DefaultInboundAction of the registry (policy, MDM and local alike): 0 lets in, 1 blocks. [MS-GPFAS] 2.2.4; the Firewall CSP has the same numbers. */
const registryActions: ReadonlyMap<number, Inbound> = new Map([
  [0, "allow"],
  [1, "block"],
]);
/** NET_FW_ACTION has them the other way round. https://learn.microsoft.com/windows/win32/api/icftypes/ne-icftypes-net_fw_action */
const comActions: ReadonlyMap<number, Inbound> = new Map([
  [0, "block"],
  [1, "allow"],
]);

const shieldOf = (key: ProfileKeys[keyof ProfileKeys]) => {
  const shield = dwordOf(key, "DoNotAllowExceptions");
  return shield.ok && shield.value === 1;
};

/** What one key says of connections that no rule is about; "DoNotAllowExceptions" closes even what rules would let in. */
export function inboundOf(key: ProfileKeys[keyof ProfileKeys]): Setting<Inbound> {
  if (shieldOf(key)) return { ok: true, value: "block" };
  const action = dwordOf(key, "DefaultInboundAction");
  if (!action.ok || action.value === null) return action as Setting<never>;
  const inbound = registryActions.get(action.value);
  if (inbound === undefined) return { ok: false, refusal: unknown("unparsed", `DefaultInboundAction is ${action.value}`) };
  return { ok: true, value: inbound };
}

/** A policy goes before what Windows says of its own setting; of the registry all three places are read. */
function stateOf(keys: ProfileKeys, policy: Block<DeviceBlock<"firewall">>, { scope, bit }: (typeof profiles)[number]): ProfileState {
  const [forced, managed, local] = [keys[`firewall-${scope}-policy`], keys[`firewall-${scope}-mdm`], keys[`firewall-${scope}`]];
  const enabled = (key: typeof local) => dwordOf(key, "EnableFirewall");
  const com = policy.ok ? policy.value.profiles[`${bit}`] : null;
  const own: Setting<number> = com ? { ok: true, value: com.enabled ? 1 : 0 } : enabled(local);
  const effective = firstSet(firstSet(enabled(forced), enabled(managed)), own);
  const comInbound = com?.shield === true ? "block" : comActions.get(com?.inbound ?? -1);
  const ownInbound: Setting<Inbound> = comInbound === undefined ? inboundOf(local) : { ok: true, value: comInbound };
  const byDefault = firstSet(firstSet(inboundOf(forced), inboundOf(managed)), ownInbound);
  const merge = firstSet(dwordOf(forced, "AllowLocalPolicyMerge"), dwordOf(managed, "AllowLocalPolicyMerge"));
  const isShut = [forced, managed, local].some(shieldOf) || com?.shield === true;
  const isOpened = !isShut && policy.ok && opensEverything(policy.value.rules ?? [], scope, !merge.ok || merge.value !== 0);
  const inbound: Setting<Inbound> = isOpened ? { ok: true, value: "allow" } : byDefault;
  const unset: Setting<never> = { ok: false, refusal: unknown("unparsed", `EnableFirewall of ${scope} is not set`) };
  return {
    scope,
    bit,
    on: !effective.ok ? effective : effective.value === null ? unset : { ok: true, value: effective.value === 1 },
    // Where nobody set it Windows blocks. https://learn.microsoft.com/windows/security/operating-system-security/network-security/windows-firewall/
    inbound: inbound.ok ? { ok: true, value: inbound.value ?? "block" } : inbound,
  };
}

/** The three profiles of Windows Firewall. */
export function profileStates(keys: ProfileKeys, policy: Block<DeviceBlock<"firewall">>): readonly ProfileState[] {
  return profiles.map((profile) => stateOf(keys, policy, profile));
}
