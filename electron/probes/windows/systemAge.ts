import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { ageOfRevision } from "../../../shared/osSupport/windowsRevisions.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import type { RegistryAnswer } from "./registry.ts";
import { isoDate, numberOf } from "./settings.ts";

export type SystemAge = NonNullable<FactValue<"pending-updates">["system"]>;

/**
 * How old the installed Windows is, by what is installed: the date of its core files and of the list of its update, or the day on which its revision came
 * out, whichever is later. Windows Update's own date of the last installation proves nothing: definitions of Defender renew it daily.
 * The files say more than a table that is never whole, but a repair or a new image renews them too; so what the table knows to be superseded is told apart.
 */
export function systemAge(clock: Block<DeviceBlock<"clock">>, version: RegistryAnswer): SystemAge {
  const build = numberOf(version, "CurrentBuild");
  const revision = numberOf(version, "UBR");
  const dated = build.ok && build.value !== null && revision.ok && revision.value !== null ? ageOfRevision(build.value, revision.value) : null;
  const files = clock.ok ? [clock.value.newest, clock.value.system ?? ""].map((date) => isoDate(date) ?? null) : [];
  // Without files the day of a revision counts only between two that are listed: one after the last may be of any day since.
  const since = files.some((date) => date !== null) || dated?.supersededAt ? dated?.since : null;
  const proofs = [...files, since].flatMap((date) => date ?? []).sort();
  return { newestAt: proofs.at(-1) ?? null, supersededAt: dated?.supersededAt ?? null };
}
