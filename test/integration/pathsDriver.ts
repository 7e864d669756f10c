import { createNodeHost } from "../../electron/host/nodeHost.ts";
import { linuxProbes } from "../../electron/probes/linux/table.ts";
import { emptyContext } from "../../electron/probes/probe.ts";

// Runs inside a network namespace that the test made, and prints what the real host and the real probes find there.
const host = createNodeHost("linux");
const context = { ...emptyContext, companyAddresses: process.argv.slice(2) };
const { signal } = new AbortController();
const [route, vpn, listening] = await Promise.all([
  linuxProbes.route.collect(host, context, signal),
  linuxProbes.vpn.collect(host, context, signal),
  linuxProbes["listening-services"].collect(host, context, signal),
]);
process.stdout.write(JSON.stringify({ route: route.observation, vpn: vpn.observation, listening: listening.observation }));
