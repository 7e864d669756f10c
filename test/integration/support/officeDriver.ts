import { createNodeHost } from "../../../electron/host/nodeHost.ts";
import { connectivity } from "../../../electron/probes/common/connectivity.ts";
import { officeProof } from "../../../electron/probes/common/officeProof.ts";
import { tracePaths } from "../../../electron/probes/linux/paths.ts";
import { emptyContext, type ProbeContext } from "../../../electron/probes/probe.ts";

// Asks the office's servers and the policy's pages, as each of these contexts allows, and prints what came of it and how long it took.
const contexts = JSON.parse(process.argv[2] ?? "") as readonly Partial<ProbeContext>[];
const host = createNodeHost("linux");
const { signal } = new AbortController();
const pages = connectivity("linux", async () => ({ kind: "none" }));
const office = officeProof("linux", async (...asked) => {
  const { kinds } = await tracePaths(...asked);
  return (name) => kinds.find((link) => link.name === name)?.kind ?? "unrecognised";
});
const answers = contexts.map(async (part) => {
  const context = { ...emptyContext, ...part };
  const started = performance.now();
  const [connectivityFound, officeFound] = await Promise.all([pages.collect(host, context, signal), office.collect(host, context, signal)]);
  return { connectivity: connectivityFound.observation, office: officeFound.observation, ms: performance.now() - started };
});
process.stdout.write(JSON.stringify(await Promise.all(answers)));
process.exit();
