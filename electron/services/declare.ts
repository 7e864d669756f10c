import type { CheckId } from "../../shared/checks/verdict.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Check } from "../checks/check.ts";
import { declarationSteps, withDeclaration, writeDeclarations } from "./declarations.ts";
import type { StateStore } from "./stateStore.ts";

/** Keeps what a person said of something that the app cannot measure. Never throws. */
export async function declare(
  checkId: CheckId,
  affirmed: boolean,
  { store, checks, policy }: { readonly store: StateStore; readonly checks: readonly Check[]; readonly policy: Policy },
): Promise<CallOutput<"declarations.set">> {
  if (!checks.some(({ id, kind }) => id === checkId && kind === "declared")) return { ok: false, code: "unknown-check" };
  try {
    return await store.exclusively(async () => {
      const { declarations: kept, clock } = await store.read();
      if (!kept.replaceable) return { ok: false, code: "state-unwritable" };
      const now = clock.now();
      const declaration = { checkId, affirmed, at: now.toISOString(), policyRevision: policy.revision };
      await store.journal.append(declarationSteps(declaration), now);
      await writeDeclarations(store.folder, withDeclaration(kept.declarations, declaration));
      return { ok: true };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}
