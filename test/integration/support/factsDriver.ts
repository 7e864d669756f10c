import { createNodeHost } from "../../../electron/host/nodeHost.ts";
import { linuxProbes } from "../../../electron/probes/linux/table.ts";
import { emptyContext, type ProbeContext } from "../../../electron/probes/probe.ts";
import type { FactId } from "../../../shared/facts/catalogue.ts";

// Runs where the test put it, and prints what the real host and the real probes find there. Input: { facts, context }, as JSON.
const { facts, context } = JSON.parse(process.argv[2] ?? "") as { readonly facts: readonly FactId[]; readonly context: Partial<ProbeContext> };
const host = createNodeHost("linux");
const { signal } = new AbortController();
const answers = facts.map(async (id) => [id, (await linuxProbes[id].collect(host, { ...emptyContext, ...context }, signal)).observation] as const);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(answers))));
