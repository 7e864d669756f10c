import type { CheckId } from "../../shared/checks/verdict.ts";
import { rulesToRead } from "../../shared/conduct.ts";
import type { Declaration, Place } from "../../shared/declarations.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Core } from "./core.ts";
import { declarationSteps, declarationsFile, withDeclaration, writeDeclarations } from "./declarations.ts";

/** Answered by their lessons, one by one, and by no mere "yes". */
export const byLessons: CheckId = "lessons-current";

/** Writes an answer into the journal and the list of those that hold. @throws what the disk or the lock has to say, also when something is in the way. */
export async function keepAnswer({ store }: Pick<Core, "store">, answer: Omit<Declaration, "at">): Promise<void> {
  await store.exclusively(async () => {
    const { declarations: kept, clock } = await store.read();
    if (!kept.replaceable) throw new Error("something is in the way");
    const moment = clock.moment();
    const declaration = { ...answer, at: moment.at.toISOString() };
    await store.journal.append(declarationSteps(declaration), moment);
    await store.follow(declarationsFile, () => writeDeclarations(store.folder, withDeclaration(kept.declarations, declaration)));
  });
}

/** Under which policy an answer is given. */
export const underPolicy = ({ id, revision }: Policy) => ({ policyRevision: revision, policyId: id });

/**
 * The network in use and the log-in. While it is looked at, the network is not known yet, or still the one before: an answer in that moment waits.
 * Undefined: nobody could look, and an answer without a place counts nowhere.
 */
async function placeOf(core: Core, checkId: CheckId): Promise<Place | undefined> {
  await core.settled();
  if (core.model().judgment === null) await core.run({ checks: [checkId] });
  const { judgment } = core.model();
  return judgment === null ? undefined : { networkId: judgment.input.networkId, logIn: await core.logIn };
}

/** Keeps what a person said of something that the app cannot measure, where the check wants it with the place in which it was said. Never throws. */
export async function declare(core: Core, checkId: CheckId, affirmed: boolean): Promise<CallOutput<"declarations.set">> {
  if (checkId === byLessons) return { ok: false, code: "by-lessons" };
  const check = core.checks.find(({ id, kind }) => id === checkId && kind === "declared");
  if (check === undefined) return { ok: false, code: "unknown-check" };
  try {
    const place = check.holdsHere ? await placeOf(core, checkId) : undefined;
    const { policy } = core.model().loaded;
    const rules = check.acceptsRules ? { rules: [...rulesToRead(policy)] } : {};
    await keepAnswer(core, { checkId, affirmed, ...underPolicy(policy), ...rules, ...(place === undefined ? {} : { place }) });
    return { ok: true };
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}
