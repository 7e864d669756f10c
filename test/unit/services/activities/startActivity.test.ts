import { readFileSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PreflightOptions } from "../../../../electron/services/createPreflight.ts";
import { readJournal } from "../../../../electron/services/journal.ts";
import { fakeOpener } from "../../../support/fakeOpener.ts";
import { policyDocument, putManagedPolicy } from "../../../support/managedPolicy.ts";
import { hostAt, minutesAfter, neverLocks, preflightIn, probesAnswering, start, temporaryFolder } from "../world.ts";

const portal = "https://work.example/start?from=preflight";
const program = { program: "/opt/crm/crm", arguments: ["--profile", "会社 用"] };
/** Three pieces of work: an address, a program, and one without a target. Only the screen lock stops; only a person's word is open. */
const text = (url = portal, rules: Readonly<Record<string, unknown>> = {}) =>
  policyDocument((document) => {
    const [first] = document.activities;
    const work = (id: string, launch?: unknown) => ({ ...first, id, class: "internal", ...(launch ? { launch } : {}) });
    document.activities = [
      work("web", { url }),
      work("crm", { linux: program }),
      work("windows-only", { windows: { program: "C:\\crm.exe" } }),
      work("desk"),
    ];
    document.rules = { "screen-lock": { level: "required" }, ...rules };
    document["validity"] = { minutes: 10 };
  });

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const clock = { at: start };
const managed = () => path.join(place.folder, "managed");
const journal = async () =>
  (await readJournal(path.join(place.folder, "state"))).entries.filter(({ kind }) => kind === "activity").map(({ data }) => data);
async function open(changed: Partial<PreflightOptions> = {}, ran = true) {
  const opener = fakeOpener();
  const service = await preflightIn(place.folder, clock, { opener, trustedOwners: [process.getuid?.() ?? 0], ...changed });
  if (ran) await service.run({});
  return { service, opener };
}

beforeEach(async () => {
  clock.at = start;
  place = await temporaryFolder();
  await putManagedPolicy(managed(), text());
});
afterEach(() => {
  vi.restoreAllMocks();
  return place.remove();
});

describe("starting an activity", () => {
  it("opens exactly the policy's address, or starts exactly its program, after it was written down", async () => {
    const { service, opener } = await open();
    expect(service.snapshot().policyTexts.activities.map(({ id, startable }) => [id, startable])).toEqual([
      ["web", true],
      ["crm", true],
      ["windows-only", false],
      ["desk", false],
    ]);
    expect(await service.startActivity("web")).toEqual({ ok: true });
    expect(await service.startActivity("crm")).toEqual({ ok: true });
    expect(opener.did).toEqual([
      ["address", portal],
      ["program", "/opt/crm/crm", "--profile", "会社 用"],
    ]);
    expect(await journal()).toEqual([
      { type: "started", activityId: "web", light: "go", by: "launch" },
      { type: "started", activityId: "crm", light: "go", by: "launch" },
    ]);
  });

  it.each([
    ["unknown-activity", "nobody-knows"],
    ["no-target", "desk"],
    ["no-target", "windows-only"],
  ] as const)("refuses with %s: %s", async (code, id) => {
    const { service, opener } = await open();
    expect(await service.startActivity(id)).toEqual({ ok: false, code });
    expect(opener.did).toEqual([]);
  });

  it("says not-started when the OS refuses, and writes that down after the start", async () => {
    const { service } = await open({ opener: fakeOpener({ openAddress: async () => false }) });
    expect(await service.startActivity("web")).toEqual({ ok: false, code: "not-started" });
    expect((await journal()).map(({ type, why }) => [type, why])).toEqual([
      ["started", undefined],
      ["refused", "not-started"],
    ]);
  });

  it("has no opener: not-started", async () => {
    const { service } = await open({ opener: undefined });
    expect(await service.startActivity("web")).toEqual({ ok: false, code: "not-started" });
  });

  it("counts no target of a policy that somebody only opened", async () => {
    const openedPolicy = path.join(managed(), "policy.yaml");
    const { service, opener } = await open({ managedFolder: path.join(place.folder, "none"), openedPolicy });
    expect(service.snapshot().policy.origin).toBe("opened");
    expect(service.snapshot().policyTexts.activities.some(({ startable }) => startable)).toBe(false);
    expect(await service.startActivity("web")).toEqual({ ok: false, code: "not-managed" });
    expect(opener.did).toEqual([]);
  });

  it("starts nothing by a policy of which nobody could tell whose it is, and covers no whole screen by it", async () => {
    // In a user namespace root is not the root of the PC.
    const uidMap = { outcome: "read", bytes: new TextEncoder().encode("0 1000 1\n"), modifiedAt: start.toISOString() } as const;
    await putManagedPolicy(
      managed(),
      policyDocument((document) => {
        document.activities = [{ ...document.activities[0], id: "web", class: "internal", launch: { url: portal } }];
        document.rules = { "screen-lock": { level: "required" } };
        document["desktop"] = { startAtLogin: "person", blockScreen: "full" };
      }),
    );
    const { service, opener } = await open({ host: { ...hostAt(clock), readFile: async () => uidMap } });
    const { policy, policyTexts } = service.snapshot();
    expect(policy).toMatchObject({ origin: "managed", ownership: "not-proved" });
    expect(policyTexts.activities.some(({ startable }) => startable)).toBe(false);
    expect(policyTexts.desktop.blockScreen).toBe("window");
    expect(await service.startActivity("web")).toEqual({ ok: false, code: "not-proved" });
    expect(opener.did).toEqual([]);
  });

  it("counts nothing of a managed policy that cannot be trusted", async () => {
    await chmod(path.join(managed(), "policy.yaml"), 0o666);
    const { service, opener } = await open();
    for (const { id } of service.snapshot().policyTexts.activities) {
      expect(await service.startActivity(id)).toMatchObject({ ok: false });
    }
    expect(opener.did).toEqual([]);
  });
});

describe("without a live clearance nothing starts", () => {
  const refused = async ({ service, opener }: Awaited<ReturnType<typeof open>>) => {
    expect(await service.startActivity("web")).toEqual({ ok: false, code: "no-clearance" });
    expect(opener.did).toEqual([]);
    expect((await journal()).at(-1)).toEqual({ type: "refused", activityId: "web", why: "no-clearance", by: "launch" });
  };

  it("before the first check", async () => refused(await open({}, false)));

  it("under a stop", async () => refused(await open({ probes: probesAnswering(neverLocks) })));

  /** Both clocks go on, as on a PC that is awake. */
  const pass = (minutes: number) => {
    const steady = performance.now();
    clock.at = minutesAfter(minutes);
    vi.spyOn(performance, "now").mockReturnValue(steady + minutes * 60_000);
  };

  it("when its time is over, to the very moment", async () => {
    const world = await open();
    pass(9);
    expect(await world.service.startActivity("web")).toEqual({ ok: true });
    world.opener.did.length = 0;
    clock.at = minutesAfter(10);
    await refused(world);
  });

  it("when the PC slept since the check, and nobody has looked yet", async () => {
    const world = await open();
    // The clock of the PC went on, the one that counts only while it is awake did not.
    clock.at = minutesAfter(9);
    await refused(world);
  });

  it("when a terminal beside the window heard a no", async () => {
    await putManagedPolicy(managed(), text(portal, { "sole-user": { level: "required" } }));
    const world = await open();
    await world.service.declare("sole-user", true);
    expect(await world.service.startActivity("web")).toEqual({ ok: true });
    world.opener.did.length = 0;
    const { service: terminal } = await open({}, false);
    await terminal.declare("sole-user", false);
    await refused(world);
    expect(world.service.snapshot().decision?.light).toBe("stop");
  });

  it("while a check is under way, also of one item alone", async () => {
    const world = await open();
    const running = world.service.run({ checks: ["screen-lock"] });
    await refused(world);
    await running;
    expect(await world.service.startActivity("web")).toEqual({ ok: true });
  });

  it("after a check that was cancelled", async () => {
    const world = await open();
    const running = world.service.run({});
    world.service.cancel();
    await running;
    await refused(world);
  });

  it("when the clock was set back behind the check", async () => {
    const world = await open();
    clock.at = minutesAfter(-60);
    await refused(world);
  });

  it("when the policy was swapped after the check, until the new one was judged by", async () => {
    const world = await open();
    await putManagedPolicy(managed(), text("https://elsewhere.example/"));
    await refused(world);
    await world.service.run({});
    expect(await world.service.startActivity("web")).toEqual({ ok: true });
    expect(world.opener.did).toEqual([["address", "https://elsewhere.example/"]]);
  });

  it("when the policy was taken away or spoilt after the check", async () => {
    const world = await open();
    await rm(path.join(managed(), "policy.yaml.sig"));
    await refused(world);
    await rm(managed(), { recursive: true });
    await refused(world);
  });

  it("when it ends between being written down and being opened", async () => {
    const world = await open();
    pass(10);
    const before = new Date(minutesAfter(10).getTime() - 1_000);
    vi.spyOn(performance, "now").mockReturnValue(performance.now() - 1_000);
    // The clock jumps over the end as soon as the start stands in the journal.
    const written = () => readFileSync(path.join(place.folder, "state", "journal.jsonl"), "utf8").includes('"type":"started"');
    Object.defineProperty(clock, "at", { configurable: true, get: () => (written() ? minutesAfter(10) : before) });
    const answer = await world.service.startActivity("web");
    Object.defineProperty(clock, "at", { configurable: true, writable: true, value: start });
    expect(answer).toEqual({ ok: false, code: "no-clearance" });
    expect(world.opener.did).toEqual([]);
    expect((await journal()).map(({ type }) => type)).toEqual(["started", "refused"]);
  });
});

describe("a command of the caller's own", () => {
  it("gets the clearance under any policy, and only-go takes no amber", async () => {
    const amber = policyDocument((document) => {
      document.activities = [{ ...document.activities[0], id: "web" }];
      document.rules = { "screen-lock": { level: "recommended" } };
    });
    await putManagedPolicy(managed(), amber);
    const { service } = await open({ probes: probesAnswering(neverLocks) });
    expect(await service.permitCommand("web", { onlyGo: true })).toEqual({ ok: false, code: "no-clearance" });
    expect(await service.permitCommand("web", { onlyGo: false })).toMatchObject({ ok: true, clearance: { light: "caution" } });
    expect(await service.permitCommand("other", { onlyGo: false })).toEqual({ ok: false, code: "unknown-activity" });
    expect(await journal()).toEqual([
      { type: "refused", activityId: "web", why: "no-clearance", by: "command" },
      { type: "started", activityId: "web", light: "caution", by: "command" },
    ]);
  });
});
