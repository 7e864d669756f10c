import { describe, expect, it } from "vitest";
import { checks } from "../../electron/checks/registry.ts";
import type { CommandId } from "../../electron/host/commands.ts";
import type { Reading } from "../../electron/probes/reader.ts";
import { readers } from "../../electron/probes/readers.ts";
import { type FactId, factValueSchemas } from "../../shared/facts/catalogue.ts";
import { known } from "../../shared/observation.ts";
import { fact, valuesInOrder, verdictOf } from "../support/builders.ts";
import { type Sample, samples } from "../support/samples.ts";

/**
 * Formats that cannot show where they end: docs/decisions/0123-ends-that-can-be-seen.md says for each why, and what is done instead. Of all others an
 * output that lost its last lines says the same as before, or nothing, or less good.
 */
const endless: ReadonlySet<CommandId> = new Set<CommandId>([
  "apt-config",
  "apt-list-upgradable",
  // Pasted without its exit code, the line on the age of the lists looks like the whole of "nothing waits"; where the code is known it is held against the rows.
  "dnf-check-update",
  // Cut before the part about the user it is read in part, without a tick; the probe says "could not see".
  "dsregcmd-status",
  "fdesetup-status",
  "mount-macos",
  // Each block has its own mark and stands for itself: one that was cut off is not there.
  "powershell",
]);

const none = new Uint8Array();
const utf8 = (text: string) => new TextEncoder().encode(text);

function knownOf({ command, code, stream }: Sample, text: string): readonly Reading[] {
  const bytes = utf8(text);
  const output = { code, stdout: stream === "stdout" ? bytes : none, stderr: stream === "stderr" ? bytes : none };
  return (readers[command]?.(output) ?? []).filter(({ observation }) => observation.kind === "known");
}

const readValue = ({ observation }: Reading) => (observation.kind === "known" ? observation.value : null);
const isSame = (one: Reading, whole: readonly Reading[]) =>
  whole.some((other) => other.fact === one.fact && JSON.stringify(readValue(other)) === JSON.stringify(readValue(one)));

const ranks = { pass: 3, "not-applicable": 3, unknown: 1, fail: 0 } as const;
/** How good the checks find a PC in order whose fact has this for the part that was read; null: the part is none that a check knows. */
function goodness(reading: Reading): readonly number[] | null {
  const value = { ...valuesInOrder[reading.fact], ...(readValue(reading) as object) };
  const parsed = factValueSchemas[reading.fact].safeParse(value);
  if (!parsed.success) return null;
  const facts = { [reading.fact]: fact(reading.fact as FactId, known(parsed.data) as never) };
  return checks
    .filter(({ needs, looksAt }) => [...needs, ...(looksAt ?? [])].includes(reading.fact))
    .map(({ id }) => {
      const verdict = verdictOf(id, { facts });
      return verdict.status === "fail" && verdict.minor ? 2 : ranks[verdict.status];
    });
}

/** A reading that is none of the whole output's, and that some check likes better. */
function better(one: Reading, whole: readonly Reading[]): boolean {
  if (isSame(one, whole)) return false;
  const before = whole.filter((other) => other.fact === one.fact).map(goodness);
  const now = goodness(one);
  if (now === null || before.length === 0) return before.length > 0;
  return before.every((ranked) => ranked === null || ranked.some((rank, index) => (now[index] ?? 0) > rank));
}

const readable = samples().flatMap((sample) => {
  const whole = knownOf(sample, sample.text);
  return whole.length === 0 ? [] : [[sample.name, sample, whole] as const];
});

/** Sentences that other programs and shells leave in an output. */
const strangers = ["zzz: something else", "WARNING: something else", "Killed", "警告: something else"];

describe("an output", () => {
  it("is there for many commands", () => {
    expect(readable.length).toBeGreaterThan(150);
  });

  it.each(readable)("%s without its last lines, or its last letter, is not better than it was", (_name, sample, whole) => {
    if (endless.has(sample.command)) return;
    const text = sample.text.trimEnd();
    const lines = text.split("\n");
    for (let end = 1; end < lines.length; end++) {
      const readings = knownOf(sample, `${lines.slice(0, end).join("\n")}\n`);
      expect([end, readings.filter((one) => better(one, whole))]).toEqual([end, []]);
    }
    expect(knownOf(sample, text.slice(0, -1)).filter((one) => better(one, whole))).toEqual([]);
  });

  it.each(readable)("%s with a stranger's line before or behind it, or twice, is not better than it was", (_name, sample, whole) => {
    const text = sample.text.trimEnd();
    const spoilt = [...strangers.flatMap((line) => [`${line}\n${sample.text}`, `${text}\n${line}\n`]), `${text}\n${sample.text}`];
    for (const [index, one] of spoilt.entries()) {
      expect([index, knownOf(sample, one).filter((reading) => better(reading, whole))]).toEqual([index, []]);
    }
  });
});
