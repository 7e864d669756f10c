import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parse } from "yaml";
import { decide } from "../../electron/checks/decide.ts";
import { checks } from "../../electron/checks/registry.ts";
import { policySchema } from "../../shared/policy/schema.ts";

/** Median milliseconds of one decision of the whole catalogue under the bundled policy, over `facts` as `preflight facts --json` gives them. */
export function judgeDecideMs(facts: Parameters<typeof decide>[1]["facts"], policyFile: string): number {
  const policy = policySchema.parse(parse(readFileSync(policyFile, "utf8")));
  const input = {
    facts,
    policy,
    exceptions: [],
    declarations: [],
    failingSince: {},
    integrity: [],
    networkId: null,
    logIn: { id: null, bootedAt: null },
    now: new Date(),
  };
  const times = Array.from({ length: 50 }, () => {
    const start = performance.now();
    decide(checks, input);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[25] ?? Number.NaN;
}
