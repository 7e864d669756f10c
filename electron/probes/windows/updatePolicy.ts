import { outside, type Refusal } from "../common/gather.ts";
import type { RegistryAnswer, RegistryAnswers } from "./registry.ts";
import { numberOf, refusalOf, textOf } from "./settings.ts";

/** Keys that versions before recordings of format 2 did not read: absent where such a version looked. */
export const laterUpdateKeys = ["update-policy-root", "update-policy-mdm", "update-policy-status"] as const;
export type UpdatePolicyKeys = RegistryAnswers<"update-policy"> & Partial<RegistryAnswers<(typeof laterUpdateKeys)[number]>>;

/** Stands for a key that was not asked for: nothing is set there as far as could be seen. */
export const notSeen = { ok: true, key: null, source: "" } as const satisfies RegistryAnswer;
/**
 * Switches that turn automatic updating off, and the values that do: `where` is the group policy (the key, and AU below it) or its twin of the device
 * management. AUOptions and AllowAutoUpdate of the asking kind count: until somebody answers nothing is installed. SetDisableUXWUAccess is none of
 * them: it hides the page of the settings, and updating goes on.
 * https://learn.microsoft.com/windows/deployment/update/waas-wu-settings
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-update
 */
const switches = [
  { where: "update-policy", name: "NoAutoUpdate", off: [1] },
  { where: "update-policy", name: "AUOptions", off: [1, 2] },
  { where: "update-policy-root", name: "DisableWindowsUpdateAccess", off: [1] },
  { where: "update-policy-mdm", name: "AllowUpdateService", off: [0] },
  { where: "update-policy-mdm", name: "AllowAutoUpdate", off: [0, 5] },
] as const;

const words = { "update-policy": "policy", "update-policy-root": "policy", "update-policy-mdm": "MDM policy" } as const;

/** The switch that turned automatic updates off, by its name; null: none that could be read. */
export function switchedOffBy(found: UpdatePolicyKeys): string | null {
  const by = switches.find(({ where, name, off }) => {
    const setting = numberOf(found[where] ?? notSeen, name);
    return setting.ok && setting.value !== null && off.some((value) => value === setting.value);
  });
  return by === undefined ? null : `${words[by.where]} ${by.name}`;
}

export type UpdateServer =
  | { readonly kind: "maker" }
  | { readonly kind: "named"; readonly host: string }
  /** Told to ask a server of the company, and none is named or the name was not seen. */
  | { readonly kind: "unseen" }
  /** Told to ask this PC itself, as those do who want no updates. */
  | { readonly kind: "nobody"; readonly by: string };

function serverAt(address: string, by: string): UpdateServer {
  const host = /^https?:\/\/(\[[0-9a-f:]+\]|[A-Za-z0-9._-]{1,253})(?:[:/]|$)/i.exec(address.trim())?.[1]?.toLowerCase();
  if (host === undefined) return { kind: "unseen" };
  return /^(localhost\.?|127(\.\d+){1,3}|0(\.0){0,3}|\[::1?\])$/.test(host) ? { kind: "nobody", by } : { kind: "named", host: outside(host) };
}

/**
 * Whom Windows Update asks: WUServer counts only with UseWUServer, UpdateServiceUrl of the device management by itself ("CorpWSUS" stands for
 * "not set"). https://learn.microsoft.com/windows/deployment/update/waas-wu-settings#specify-intranet-microsoft-update-service-location
 */
export function updateServer(found: UpdatePolicyKeys): UpdateServer {
  const use = numberOf(found["update-policy"], "UseWUServer");
  if (use.ok && use.value === 1) {
    const server = textOf(found["update-policy-root"] ?? notSeen, "WUServer");
    return serverAt((server.ok && server.value) || "", "policy WUServer");
  }
  const url = textOf(found["update-policy-mdm"] ?? notSeen, "UpdateServiceUrl");
  if (!url.ok || !url.value || /^CorpWSUS$/i.test(url.value)) return { kind: "maker" };
  return serverAt(url.value, "MDM policy UpdateServiceUrl");
}

/** The first of these values that could not be read: it might be the one that turns updates off. */
export function policyRefusal(found: UpdatePolicyKeys): Refusal | undefined {
  const numbers = switches.map(({ where, name }) => numberOf(found[where] ?? notSeen, name));
  return refusalOf(...numbers, numberOf(found["update-policy"], "UseWUServer"));
}
