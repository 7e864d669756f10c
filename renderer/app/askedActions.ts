import type { CheckId } from "../../shared/checks/verdict.ts";
import type { ScreenTexts } from "../../shared/i18n/screen.ja.ts";
import type { CallId, CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { ReturnWatch } from "./returnWatch.ts";

/** What a person does by asking the main side; what it answers becomes the notice. */
export interface AskedActions {
  /** Without ids: everything. */
  check(checks?: readonly CheckId[]): Promise<void>;
  cancel(): Promise<void>;
  declare(checkId: CheckId, affirmed: boolean): Promise<void>;
  revoke(id: string): Promise<void>;
  /** Opens the place where a finding is put right; when the person comes back, that item is looked at once more. */
  openPlace(checkId: CheckId): Promise<void>;
  startActivity(activityId: string): Promise<void>;
  /** The block screen makes room for an activity, or for a fix, and comes back. */
  stepAside(activityId?: string): Promise<void>;
  bringBack(): Promise<void>;
  shutDown(): Promise<void>;
}

type Answer<C extends string> = { readonly ok: true } | { readonly ok: false; readonly code: C } | null;

export interface AskedParts {
  /** Null: no answer came. */
  ask<C extends CallId>(id: C, input: CallInput<C>): Promise<CallOutput<C> | null>;
  note(notice: keyof ScreenTexts | null): void;
  readonly returns: ReturnWatch | null;
}

export function askedActions({ ask, note, returns }: AskedParts): AskedActions {
  /** A refusal in its own words, and that nothing stands in the way any more when it is done. */
  const tell = <C extends string>(answer: Answer<C>, refused: (code: C) => keyof ScreenTexts) =>
    note(answer === null ? "screen.notice.action" : answer.ok ? null : refused(answer.code));
  /** For what is not refused: only that no answer came is said, and what was said before stays. */
  const heard = (answer: unknown) => {
    if (answer === null) note("screen.notice.action");
  };
  return {
    async check(checks) {
      tell(await ask("run.start", checks ? { checks: [...checks] } : {}), (code) => `screen.run.${code}`);
    },
    cancel: async () => heard(await ask("run.cancel", null)),
    async declare(checkId, affirmed) {
      tell(await ask("declarations.set", { checkId, affirmed }), (code) => `screen.declare.${code}`);
    },
    async revoke(id) {
      tell(await ask("exceptions.revoke", { id }), (code) => `screen.revoke.${code}`);
    },
    async openPlace(checkId) {
      // The other window may be in front before the answer is here.
      returns?.expect(checkId);
      const answer = await ask("remedies.open", { checkId });
      if (!answer?.ok) returns?.forget(checkId);
      tell(answer, (code) => `screen.open.${code}`);
    },
    async startActivity(activityId) {
      tell(await ask("activities.start", { activityId }), (code) => `screen.activity.start.${code}`);
    },
    stepAside: async (activityId) => heard(await ask("block.step-aside", { activityId: activityId ?? null })),
    bringBack: async () => heard(await ask("block.return", null)),
    async shutDown() {
      const answer = await ask("app.shut-down", null);
      note(answer?.ok ? null : "screen.block.shut-down.failed");
    },
  };
}
