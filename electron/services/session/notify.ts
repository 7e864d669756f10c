import type { Light } from "../../../shared/decision.ts";
import type { Bilingual } from "../../../shared/message.ts";
import type { SessionEnd } from "../../../shared/session.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";

/** At most one notification in this time, in milliseconds. */
export const noticeEveryMs = 60_000;

/** What may be started, at a moment at which that was known. */
export interface Standing {
  readonly light: Light;
  readonly lights: Readonly<Record<string, Light>>;
  /** The check itself failed: nothing may be started, and nobody knows why not. */
  readonly failed: boolean;
  /** When clearances last ended before it. */
  readonly endedAt: string | null;
}

export interface Notice {
  readonly kind: "stop" | "caution" | "failed";
  /** "critical" is shown where a person has asked not to be disturbed. */
  readonly urgency: "normal" | "critical";
  readonly because: Exclude<SessionEnd, "quit"> | null;
  /** Titles of the activities for which it got worse. */
  readonly activities: readonly Bilingual[];
  /** Nothing may be started. */
  readonly all: boolean;
}

const severity: Readonly<Record<Light, number>> = { go: 0, caution: 1, stop: 2 };

/** null: nothing is known at this moment (a run is under way, or was stopped by the person). */
export function standingOf({ phase, decision, policyTexts, session }: Snapshot): Standing | null {
  const endedAt = session.ended?.at ?? null;
  if (phase.kind === "failed") {
    const lights = Object.fromEntries(policyTexts.activities.map(({ id }) => [id, "stop" as const]));
    return { light: "stop", lights, failed: true, endedAt };
  }
  if (decision === null) return null;
  const lights = Object.fromEntries(decision.clearances.map(({ activityId, light }) => [activityId, light]));
  return { light: decision.light, lights, failed: false, endedAt };
}

/** What people should be told of now that it is like this: only what got worse. Green is quiet, and so is what is as bad as before. */
export function noticeOf(before: Standing, now: Standing, { policyTexts, session }: Pick<Snapshot, "policyTexts" | "session">): Notice | null {
  if (now.light === "go") return null;
  const worse = Object.keys(now.lights).filter((id) => {
    const then = before.lights[id];
    return then !== undefined && severity[now.lights[id] ?? "stop"] > severity[then];
  });
  const lights = [...worse.map((id) => now.lights[id] ?? "stop"), ...(severity[now.light] > severity[before.light] ? [now.light] : [])];
  if (lights.length === 0) return null;
  const kind = lights.includes("stop") ? "stop" : "caution";
  const ended = session.ended !== null && session.ended.at !== before.endedAt ? session.ended.because : null;
  const shown = worse.filter((id) => now.lights[id] === kind);
  return {
    kind: now.failed ? "failed" : kind,
    urgency: kind === "stop" && !now.failed ? "critical" : "normal",
    because: ended === "quit" ? null : ended,
    activities: now.failed ? [] : policyTexts.activities.filter(({ id }) => shown.includes(id)).map(({ title }) => title),
    all: Object.values(now.lights).every((light) => light === "stop"),
  };
}

/** quiet: nothing to say. later: it has something to say, but not before so many milliseconds. */
export type NoticeDecision =
  | { readonly kind: "quiet" }
  | { readonly kind: "later"; readonly ms: number }
  | { readonly kind: "show"; readonly notice: Notice };

export interface NoticeSources {
  /** What people know of. */
  readonly before: Standing;
  readonly standing: Standing;
  readonly snapshot: Pick<Snapshot, "policyTexts" | "session">;
  /** Milliseconds of a clock that cannot be set. */
  readonly now: number;
  /** Of the last notification; null: there was none. */
  readonly lastAt: number | null;
}

/** Whether to tell, and when. Pure. */
export function decideNotice({ before, standing, snapshot, now, lastAt }: NoticeSources): NoticeDecision {
  const notice = noticeOf(before, standing, snapshot);
  if (notice === null) return { kind: "quiet" };
  const ms = lastAt === null ? 0 : lastAt + noticeEveryMs - now;
  return ms > 0 ? { kind: "later", ms } : { kind: "show", notice };
}
