import { assertNever } from "../../../shared/assertNever.ts";
import type { CheckId } from "../../../shared/checks/verdict.ts";
import type { Clearance } from "../../../shared/decision.ts";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import { networkTrust } from "../../checks/rules/networkTrust.ts";
import type { Core } from "../core.ts";
import { isSamePolicy } from "../policySource.ts";
import { policyMayStart, targetOfLaunch } from "./launch.ts";
import { liveClearance } from "./liveClearance.ts";
import type { Opener } from "./opener.ts";
import { openingOf } from "./openings.ts";
import type { Target } from "./places.ts";
import { answersStand, nameStands } from "./restsOnWhatIsKept.ts";

type Started = CallOutput<"activities.start">;
type StartRefusal = Exclude<Started, { readonly ok: true }>["code"];

export interface PermitOptions {
  /** A light of caution is not enough. */
  readonly onlyGo: boolean;
}
/** May a command of the caller's own start under this activity? */
export type Permit =
  | { readonly ok: true; readonly clearance: Clearance }
  | { readonly ok: false; readonly code: "unknown-activity" | "no-clearance" };

export interface Activities {
  /** Starts the launch target of an activity, under a live clearance alone. */
  startActivity(activityId: string): Promise<Started>;
  /** For a command that the caller starts itself: the same clearance, written down the same way. */
  permitCommand(activityId: string, options: PermitOptions): Promise<Permit>;
  /** Opens the place where a finding is put right. */
  openRemedy(checkId: CheckId): Promise<CallOutput<"remedies.open">>;
}

async function open(opener: Opener, target: Target): Promise<boolean> {
  switch (target.kind) {
    case "address":
      return opener.openAddress(target.address);
    case "tool":
      return opener.openTool(target.tool);
    case "program":
      return opener.startProgram(target.program, target.arguments);
    default:
      return assertNever(target);
  }
}

export function activitiesOf(core: Core): Activities {
  const { store, app } = core;
  const fits = (clearance: Clearance | null, { onlyGo }: PermitOptions) =>
    clearance !== null && onlyGo && clearance.light !== "go" ? null : clearance;
  const live = async (activityId: string, options: PermitOptions) => fits(liveClearance(core, activityId, (await store.read()).clock), options);

  /** @returns false: it could not be written. */
  const note = async (data: Readonly<Record<string, unknown>>): Promise<boolean> => {
    try {
      await store.exclusively(async () => {
        await store.journal.append([{ kind: "activity", data }], (await store.read()).clock.moment());
      });
      return true;
    } catch {
      return false;
    }
  };
  const refuse = async <C extends string>(activityId: string, code: C, by: string) => {
    // A refusal that cannot be written is still one.
    await note({ type: "refused", activityId, why: code, by });
    return { ok: false, code } as const;
  };

  /** The policy on the disk is still the one under which was decided. */
  const policyStands = async (): Promise<boolean> => {
    try {
      const now = await core.readPolicy();
      // The same rules from files that are gone are not the same: nobody's target stands behind them.
      return now.refusal === null && isSamePolicy(now, core.model().loaded);
    } catch {
      return false;
    }
  };

  /** Another door of this PC (a terminal beside the window) may have ended an exception, changed an answer or taken a name away: then it is said anew. */
  const hearOthers = async () => {
    const { judgment, facts } = core.model();
    const kept = await store.read();
    if (judgment === null) return;
    if (!nameStands(facts, kept.networks)) await core.run({ checks: [networkTrust.id] });
    else if (!answersStand(judgment, kept)) await core.judgeAgain();
  };

  /**
   * Writes the start down first, then looks once more: between the two a run may have begun, or the clearance ended. A journal that cannot be
   * written makes the light what a new judgement says of it: the start counts under that one.
   */
  const permitted = async (activityId: string, options: PermitOptions, by: string): Promise<Clearance | null> => {
    if (!(await policyStands())) return null;
    await hearOthers();
    const first = await live(activityId, options);
    if (first === null) return null;
    const data = { type: "started", activityId, light: first.light, by };
    if (!(await note(data))) await core.judgeAgain();
    return live(activityId, options);
  };

  return {
    async startActivity(activityId) {
      const { loaded } = core.model();
      const activity = loaded.policy.activities.find(({ id }) => id === activityId);
      if (activity === undefined) return { ok: false, code: "unknown-activity" };
      const no = (code: StartRefusal) => refuse(activityId, code, "launch");
      if (activity.launch === undefined) return no("no-target");
      if (!policyMayStart(loaded)) return no(loaded.summary.ownership ?? "not-managed");
      const target = targetOfLaunch(activity.launch, app.platform);
      if (target === null) return no("no-target");
      if (core.opener === null) return no("not-started");
      const clearance = await permitted(activityId, { onlyGo: false }, "launch");
      // Another policy meanwhile: the target may no longer be what it names.
      if (clearance === null || core.model().loaded.summary.digest !== loaded.summary.digest) return no("no-clearance");
      return (await open(core.opener, target)) ? { ok: true } : no("not-started");
    },
    async permitCommand(activityId, options) {
      if (!core.model().loaded.policy.activities.some(({ id }) => id === activityId)) return { ok: false, code: "unknown-activity" };
      const clearance = await permitted(activityId, options, "command");
      return clearance === null ? refuse(activityId, "no-clearance", "command") : { ok: true, clearance };
    },
    async openRemedy(checkId) {
      const { findings, loaded } = core.model();
      const finding = findings.find((one) => one.checkId === checkId);
      const opening = finding ? openingOf(finding, { places: core.places ?? new Map(), loaded, platform: app.platform }) : null;
      if (opening === null || core.opener === null) return { ok: false, code: "nothing-to-open" };
      return (await open(core.opener, opening.target)) ? { ok: true } : { ok: false, code: "not-started" };
    },
  };
}
