import { createNodeHost } from "../../../electron/host/nodeHost.ts";
import { linuxProbes } from "../../../electron/probes/linux/table.ts";
import { emptyContext, type ProbeContext } from "../../../electron/probes/probe.ts";

// Asks the office's servers and the policy's pages, as each of these contexts allows, and prints what came of it and how long it took.
const contexts = JSON.parse(process.argv[2] ?? "") as readonly Partial<ProbeContext>[];
const host = createNodeHost("linux");
const { signal } = new AbortController();
const answers = contexts.map(async (part) => {
  const context = { ...emptyContext, ...part };
  const started = performance.now();
  const [connectivityFound, officeFound] = await Promise.all([
    linuxProbes.connectivity.collect(host, context, signal),
    linuxProbes["office-proof"].collect(host, context, signal),
  ]);
  return { connectivity: connectivityFound.observation, office: officeFound.observation, ms: performance.now() - started };
});
process.stdout.write(JSON.stringify(await Promise.all(answers)));
process.exit();
