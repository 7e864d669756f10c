import { writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";
import type { ProbeTable } from "../../electron/probes/probe.ts";
import { known } from "../../shared/observation.ts";
import { type Answers, probesAnswering } from "../unit/services/world.ts";
import { companyPolicy, valuesInOrder } from "./builders.ts";

export function daysLater(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}

/** Probes of a PC in order, whose lists, definitions and backups are of yesterday by the PC's own clock, whatever that says. */
export function probesOfToday(clock: { readonly at: Date }, changed: Answers = {}): ProbeTable {
  const yesterday = () => daysLater(clock.at, -1).toISOString();
  const source = [{ source: "test", seen: "today" }];
  return probesAnswering({
    "pending-updates": {
      collect: async () => ({
        observation: known({ ...valuesInOrder["pending-updates"], listsAt: yesterday(), lastInstalledAt: yesterday() }),
        evidence: source,
      }),
    },
    antivirus: {
      collect: async () => ({
        observation: known({ products: [{ name: "ClamAV", state: "on", definitionsAt: yesterday(), upToDate: null }] }),
        evidence: source,
      }),
    },
    clock: known({ ...valuesInOrder.clock, notBefore: "2010-01-01T00:00:00.000Z" }),
    ...changed,
  });
}

/** Writes the default policy without its questions, which nobody answers in these tests, and without the table of support ends, which ages by itself. */
export async function measuredAlone(folder: string): Promise<string> {
  const policy = companyPolicy();
  const left = ["surroundings", "sole-user", "assigned-device", "rules-accepted", "lessons-current", "os-support"];
  const rules = Object.fromEntries(Object.entries(policy.rules).filter(([id]) => !left.includes(id)));
  const file = path.join(folder, "policy.yaml");
  await writeFile(file, stringify({ ...policy, rules }));
  return file;
}
