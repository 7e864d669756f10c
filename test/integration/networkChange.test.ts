import { beforeAll, describe, expect, it } from "vitest";
import { needNamespaces } from "./support/namespace.ts";
import { changeNetwork, type StepResult, steps } from "./support/networkChange.ts";

// The service, the real host and its real monitor, while the network changes under them.
const results = new Map<string, StepResult>();
beforeAll(async () => {
  await needNamespaces();
  const found = await changeNetwork();
  steps.forEach(({ name }, index) => {
    const result = found[index];
    if (result) results.set(name, result);
  });
  const figures = [...results].flatMap(([name, { ms, runs }]) =>
    ms === null ? [] : [`${name}: new verdict after ${ms.toFixed(0)} ms (${runs} runs)`],
  );
  console.log(figures.join("\n"));
});

describe("a network that changes while the app runs", () => {
  it.each(steps.filter(({ quietMs }) => quietMs !== undefined))("is the same when $name", ({ name }) => {
    expect(results.get(name)).toMatchObject({ ms: null, runs: 0 });
  });

  it.each([
    ["the tunnel ends", { internetV4: "direct" }],
    ["the tunnel is back", { internetV4: "tunnel" }],
    ["half of the tunnel's routes go", { internetV4: "mixed" }],
    ["the default route goes", { internetV4: "none" }],
    ["the cable is back", { internetV4: "direct" }],
    ["a rule sends all into the tunnel", { internetV4: "tunnel" }],
  ])("is judged anew, and only what rests on it, when %s", (name, vpn) => {
    const result = results.get(name);
    expect(result).toMatchObject({ vpn: { kind: "known", value: vpn }, decided: true, otherFactsKept: true });
    // How fast is the bench's business; no change may need the look that is made every five seconds.
    expect(result?.ms).toBeLessThan(4_000);
    expect(result?.runs).toBeLessThanOrEqual(3);
  });
});
