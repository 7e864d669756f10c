import { unknown } from "../../../shared/observation.ts";
import type { Refusal } from "../common/gather.ts";
import type { RegistryAnswer, RegistryAnswers } from "./registry.ts";
import { isoDate, numberOf, refusalOf, type Setting, textOf } from "./settings.ts";
import { notSeen, type UpdatePolicyKeys } from "./updatePolicy.ts";

const dayMs = 86_400_000;
/** A policy's pause of quality updates ends by itself. https://learn.microsoft.com/windows/deployment/update/waas-configure-wufb#pause-quality-updates */
export const pauseDays = 35;

/** The end and the beginning of the user's pause, and of the one of quality updates; feature updates bring no security. */
export const userPauses = [
  ["PauseUpdatesExpiryTime", "PauseUpdatesStartTime"],
  ["PauseQualityUpdatesEndTime", "PauseQualityUpdatesStartTime"],
] as const;

/** Until when updates are paused in the settings (ISO 8601); null: not paused. Any other spelling than ISO is not guessed at. */
export function pausedUntil(key: RegistryAnswer, now: Date): Setting<string> {
  const ends: string[] = [];
  for (const [endName, startName] of userPauses) {
    const end = textOf(key, endName);
    if (!end.ok) return end;
    const [name, text] = end.value ? [endName, end.value] : [startName, textOf(key, startName)];
    const setting: Setting<string> = typeof text === "string" ? { ok: true, value: text } : text;
    if (!setting.ok) return setting;
    if (!setting.value) continue;
    const date = isoDate(setting.value);
    if (date === undefined) return { ok: false, refusal: unknown("unparsed", `${name}: ${setting.value.slice(0, 60)}`) };
    if (date === null) continue;
    // Of a pause with a beginning alone the longest that Windows allows is taken.
    const until = name === endName ? date : new Date(Date.parse(date) + pauseDays * dayMs).toISOString();
    if (Date.parse(until) > now.getTime()) ends.push(until);
  }
  return { ok: true, value: ends.sort().at(-1) ?? null };
}

/** A pause of which the beginning is written down; "endless": it is on, and nothing says since when. */
function pauseOf(key: RegistryAnswer, flagName: string, startName: string): Setting<string | "endless"> {
  const flag = numberOf(key, flagName);
  const start = textOf(key, startName);
  if (!start.ok) return start;
  if (!start.value) return flag.ok ? { ok: true, value: flag.value === 1 ? "endless" : null } : flag;
  const from = isoDate(start.value);
  if (from === undefined) return { ok: false, refusal: unknown("unparsed", `${startName}: ${start.value.slice(0, 60)}`) };
  return { ok: true, value: from === null ? null : new Date(Date.parse(from) + pauseDays * dayMs).toISOString() };
}

/**
 * Pauses of quality updates by policy, and Windows Update's own word on what is in force (PausedQualityStatus 1: paused). Feature updates bring no
 * security: their pause counts for nothing here.
 */
function policyPauses(found: UpdatePolicyKeys): readonly { readonly by: string; readonly until: Setting<string | "endless"> }[] {
  const status = found["update-policy-status"] ?? notSeen;
  const inForce = numberOf(status, "PausedQualityStatus");
  const ofStatus: Setting<string | "endless"> =
    inForce.ok && inForce.value !== 1 ? { ok: true, value: null } : pauseOf(status, "PausedQualityStatus", "PausedQualityDate");
  return [
    {
      by: "policy PauseQualityUpdates",
      until: pauseOf(found["update-policy-root"] ?? notSeen, "PauseQualityUpdates", "PauseQualityUpdatesStartTime"),
    },
    {
      by: "MDM policy PauseQualityUpdates",
      until: pauseOf(found["update-policy-mdm"] ?? notSeen, "PauseQualityUpdates", "PauseQualityUpdatesStartTime"),
    },
    { by: "PausedQualityStatus", until: ofStatus },
  ];
}

/** The pauses of the settings and of policies together: a pause that is on without an end turns updating off. */
export function pauseInForce(
  found: UpdatePolicyKeys & RegistryAnswers<"update-pause">,
  now: Date,
): { readonly offBy: string | null; readonly until: string | null; readonly refusal: Refusal | undefined } {
  const own = pausedUntil(found["update-pause"], now);
  const byPolicy = policyPauses(found);
  const ends = own.ok && own.value !== null ? [own.value] : [];
  const endless = byPolicy.find(({ until }) => until.ok && until.value === "endless");
  for (const { until } of byPolicy) if (until.ok && until.value !== null && until.value !== "endless") ends.push(until.value);
  const last = ends.filter((end) => Date.parse(end) > now.getTime()).sort();
  return { offBy: endless?.by ?? null, until: last.at(-1) ?? null, refusal: refusalOf(own, ...byPolicy.map(({ until }) => until)) };
}
