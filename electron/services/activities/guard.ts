import type { Policy } from "../../../shared/policy/schema.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import type { Core } from "../core.ts";
import { policyMayStart } from "./launch.ts";
import { liveClearance } from "./liveClearance.ts";
import { isNamed, ownPrograms } from "./ownPrograms.ts";

type GuardedApp = Policy["guardedApps"][number];

export interface Guard {
  /** Looks once which guarded apps run without a clearance; asks those to end that the policy wants closed. Never throws. */
  lookAtGuardedApps(): Promise<void>;
  /** There is something to look for. */
  hasGuardedApps(): boolean;
}

export function guardOf(core: Core, ownPid: number = process.pid): Guard {
  /** Asked to end once each; a number may be somebody else's later, so one that has ended is forgotten. */
  let asked: ReadonlySet<number> = new Set();
  let looking = false;

  /** Of a managed policy that is in force alone. */
  const listed = (): readonly GuardedApp[] => {
    const { loaded } = core.model();
    return policyMayStart(loaded) ? loaded.policy.guardedApps : [];
  };
  const unclear = (apps: readonly GuardedApp[]) => apps.filter(({ activity }) => liveClearance(core, activity, core.model().state.clock) === null);
  const same = (a: Snapshot["guarded"], b: Snapshot["guarded"]) => JSON.stringify(a) === JSON.stringify(b);
  const show = (guarded: Snapshot["guarded"]) => {
    if (!same(core.model().guarded, guarded)) core.change({ guarded });
  };
  const note = async (records: readonly Readonly<Record<string, unknown>>[]) => {
    if (records.length === 0) return;
    try {
      await core.store.exclusively(async () => {
        const { clock } = await core.store.read();
        await core.store.journal.append(
          records.map((data) => ({ kind: "deviation" as const, data: { type: "guarded-app", ...data } })),
          clock.moment(),
        );
      });
    } catch {
      // The next run finds out that nothing can be written, and says so with its light.
    }
  };

  const look = async () => {
    // A check under way says in a moment what may start; nobody is asked to end anything for that long.
    if (core.isRunning()) return;
    const apps = unclear(listed());
    if (apps.length === 0) return show([]);
    const running = await ownPrograms(core.host, ownPid, AbortSignal.timeout(5_000));
    // Not seen is not gone: what was shown stays, and a clearance may have come meanwhile.
    if (running === null || core.isRunning()) return;
    const before = new Map(core.model().guarded.map((one) => [one.id, one]));
    const now = core.model().state.clock.host().toISOString();
    const living = new Set(running.map(({ pid }) => pid));
    asked = new Set([...asked].filter((pid) => living.has(pid)));
    const records: Record<string, unknown>[] = [];
    const guarded: Snapshot["guarded"][number][] = [];
    for (const app of unclear(apps)) {
      const found = running.filter(({ name, pid }) => pid !== ownPid && app.programs.some((wanted) => isNamed(name, wanted, core.app.platform)));
      if (found.length === 0) continue;
      const known = before.get(app.id);
      if (known === undefined) records.push({ id: app.id, activityId: app.activity, what: "running" });
      let told = known?.asked ?? false;
      for (const { pid } of app.close && core.opener ? found : []) {
        if (asked.has(pid)) continue;
        asked = new Set([...asked, pid]);
        const heard = (await core.opener?.endProgram(pid)) ?? false;
        told ||= heard;
        records.push({ id: app.id, activityId: app.activity, what: heard ? "asked-to-end" : "could-not-be-asked" });
      }
      guarded.push({ id: app.id, title: app.title, activityId: app.activity, since: known?.since ?? now, asked: told });
    }
    show(guarded);
    await note(records);
  };

  return {
    hasGuardedApps: () => listed().length > 0,
    async lookAtGuardedApps() {
      if (looking) return;
      looking = true;
      await look()
        .catch(() => undefined)
        .finally(() => {
          looking = false;
        });
    },
  };
}
