import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PreflightService } from "../../../electron/services/preflight.ts";
import type { FactId } from "../../../shared/facts/catalogue.ts";
import { known } from "../../../shared/observation.ts";
import { valuesInOrder } from "../../support/builders.ts";
import { policyDocument, putManagedPolicy } from "../../support/managedPolicy.ts";
import { type Answers, minutesAfter, neverLocks, preflightIn, probesAnswering, start, temporaryFolder } from "./world.ts";

/** How long a finished run goes on tidying up. */
const tidying = vi.hoisted(() => ({ until: Promise.resolve() }));
vi.mock("../../../electron/services/factCache.ts", async (original) => {
  const real = await original<typeof import("../../../electron/services/factCache.ts")>();
  return {
    openFactCache: async (options: Parameters<typeof real.openFactCache>[0]) => ({
      ...(await real.openFactCache(options)),
      save: () => tidying.until,
    }),
  };
});

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let clock: { at: Date };
let opened: PreflightService[];
beforeEach(async () => {
  place = await temporaryFolder();
  clock = { at: start };
  opened = [];
  tidying.until = Promise.resolve();
});
afterEach(async () => {
  for (const service of opened) await service.close();
  await place.remove();
});

async function open(answers: Answers = {}): Promise<PreflightService> {
  const service = await preflightIn(place.folder, clock, { probes: probesAnswering(answers), trustedOwners: [process.getuid?.() ?? 0] });
  opened.push(service);
  return service;
}
function gate(): { readonly wait: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open: () => open() };
}
const until = (service: PreflightService, so: () => boolean) =>
  new Promise<void>((resolve) => {
    if (so()) return resolve();
    const end = service.subscribe(() => {
      if (!so()) return;
      end();
      resolve();
    });
  });
const outcome = (service: PreflightService, id: string) => service.snapshot().findings.find(({ checkId }) => checkId === id)?.outcome;
const word = (service: PreflightService, id: string) =>
  service
    .snapshot()
    .findings.find(({ checkId }) => checkId === id)
    ?.verdict.message.key.split(".")
    .at(-1);

it("an exception that is ended while a finished run still tidies up ends at once", async () => {
  const service = await open(neverLocks);
  await service.run({});
  const granted = await service.requestException({
    checkId: "screen-lock",
    reason: "The new lock setting is rolled out tomorrow.",
    compensatingMeasure: "The PC is locked by hand.",
    approver: "A. Manager",
    endsAt: minutesAfter(60).toISOString(),
  });
  expect(granted.ok && outcome(service, "screen-lock")).toBe("excepted");
  const tidy = gate();
  tidying.until = tidy.wait;
  const run = service.run({});
  await until(service, () => service.snapshot().phase.kind === "finished");
  expect(await service.revokeException(granted.ok ? granted.exception.id : "")).toEqual({ ok: true });
  expect(outcome(service, "screen-lock")).toBe("block");
  tidy.open();
  await run;
  expect(outcome(service, "screen-lock")).toBe("block");
});

describe("an answer about the place that is given while the network is looked at", () => {
  it("is for the network that is found, and is not lost", async () => {
    const looking = gate();
    const slow = { collect: () => looking.wait.then(() => ({ observation: known(valuesInOrder["wifi-link"]), evidence: [] })) };
    const service = await open({ "wifi-link": slow });
    const run = service.run({});
    await until(service, () => Object.keys(service.snapshot().facts).length > 5);
    const answered = service.declare("surroundings", true);
    looking.open();
    await run;
    expect(await answered).toEqual({ ok: true });
    expect(word(service, "surroundings")).toBe("yes");
    expect(service.snapshot().declarations[0]?.place?.networkId).toBe(service.snapshot().networkId);
  });

  it("is not for no network at all when that look was stopped", async () => {
    const service = await open();
    const run = service.run({});
    await until(service, () => service.snapshot().run !== null);
    service.cancel();
    await run;
    expect(await service.declare("surroundings", true)).toEqual({ ok: true });
    await service.run({});
    expect(word(service, "surroundings")).toBe("yes");
  });
});

it("a network that is forgotten while it is looked at gives no light by its name", async () => {
  const slow = gate();
  let named = 0;
  const answers: Answers = {
    "network-history": {
      collect: async (_host, { remembered }) => {
        const name = remembered.find((one) => one.named !== null)?.named ?? null;
        if (name !== null) named++;
        return {
          observation: known({ ...valuesInOrder["network-history"], remembered: remembered.length > 0, named: name, changes: [] }),
          evidence: [],
        };
      },
    },
  };
  const service = await open(answers);
  await service.run({});
  expect(await service.nameNetwork("home")).toEqual({ ok: true });
  expect(word(service, "network-trust")).toBe("home");
  const [network] = await service.networks();
  // A run that has read the name, and waits for something else.
  const second = await open({
    ...answers,
    "disk-encryption": { collect: () => slow.wait.then(() => ({ observation: known(valuesInOrder["disk-encryption"]), evidence: [] })) },
  });
  named = 0;
  const seen: (string | undefined)[] = [];
  const run = second.run({});
  await until(second, () => named > 0);
  second.subscribe(({ decision }) => seen.push(decision ? word(second, "network-trust") : undefined));
  const forgotten = second.forgetNetwork(network?.id ?? "");
  await vi.waitFor(async () => expect(await second.networks()).toEqual([]));
  slow.open();
  await run;
  expect(await forgotten).toEqual({ ok: true });
  expect(word(second, "network-trust")).not.toBe("home");
  expect(seen).not.toContain("home");
});

it("another policy that a look at one item meets first is looked at as a whole", async () => {
  const asked: FactId[] = [];
  const counted: Answers = {
    "running-apps": {
      collect: async () => {
        asked.push("running-apps");
        return { observation: known(valuesInOrder["running-apps"]), evidence: [] };
      },
    },
  };
  const managed = path.join(place.folder, "managed");
  const policy = (revision: number) => policyDocument((document) => Object.assign(document, { revision }));
  await putManagedPolicy(managed, policy(1));
  const service = await open(counted);
  await service.run({});
  asked.length = 0;
  await service.run({ checks: ["screen-lock"] });
  expect(asked).toEqual([]);
  // For example with one more program that must not run: nobody has looked for it.
  await putManagedPolicy(managed, policy(2));
  await service.run({ checks: ["screen-lock"] });
  expect(service.snapshot().policy.revision).toBe(2);
  expect(asked).toEqual(["running-apps"]);
});
