import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Host, SeatEvent } from "../../../../electron/host/host.ts";
import { readJournal } from "../../../../electron/services/journal.ts";
import type { PreflightService } from "../../../../electron/services/preflight.ts";
import { type FactId, factIds } from "../../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../../shared/observation.ts";
import type { SessionEnd } from "../../../../shared/session.ts";
import type { Snapshot } from "../../../../shared/snapshot.ts";
import { valuesInOrder } from "../../../support/builders.ts";
import { type Answers, hostAt, minutesAfter, preflightIn, probesAnswering, start, temporaryFolder } from "../world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let clock: { at: Date };
let services: PreflightService[];
beforeEach(async () => {
  place = await temporaryFolder();
  clock = { at: start };
  services = [];
});
afterEach(async () => {
  for (const service of services) await service.close();
  await place.remove();
});

/** A PC of which the test says when its network, its lock and its sleep change, and which facts were asked for. */
async function pc(answers: Answers = {}, changed: Parameters<typeof preflightIn>[2] = {}) {
  const asked: FactId[] = [];
  const network = new Set<() => void>();
  const seats = new Set<(event: SeatEvent) => void>();
  const host: Host = {
    ...hostAt(clock),
    interfaces: () => interfaces,
    watchNetwork: (onChange) => {
      network.add(onChange);
      return () => network.delete(onChange);
    },
    watchSession: (onEvent) => {
      seats.add(onEvent);
      return () => seats.delete(onEvent);
    },
  };
  let interfaces: ReturnType<Host["interfaces"]> = [];
  const haveInterfaces = (names: readonly string[]) => {
    interfaces = names.map((name) => ({ interface: name, address: "192.0.2.1", family: 4, prefix: 24, mac: "", internal: false }));
  };
  haveInterfaces(["wlan0", ...valuesInOrder.vpn.carrying.map((tunnel) => tunnel.interface)]);
  const table = probesAnswering(answers);
  const probes = Object.fromEntries(
    factIds.map((id) => {
      const probe = table[id];
      const collect: typeof probe.collect = (...parts) => {
        asked.push(id);
        return (probe.collect as (...all: typeof parts) => never)(...parts);
      };
      return [id, { ...probe, collect }];
    }),
  ) as unknown as typeof table;
  const service = await preflightIn(place.folder, clock, { host, probes, ...changed });
  services.push(service);
  const seen: Snapshot[] = [];
  service.subscribe((snapshot) => seen.push(snapshot));
  return {
    service,
    asked,
    seen,
    changeNetwork: () => {
      for (const tell of network) tell();
    },
    tellSeat: (event: SeatEvent) => {
      for (const tell of seats) tell(event);
    },
    haveInterfaces,
    listening: () => network.size + seats.size,
  };
}

const sessions = async () => (await readJournal(path.join(place.folder, "state"))).entries.filter(({ kind }) => kind === "session");
/** No decision may be shown from the event on until one that was made after it. */
function staleLights(seen: readonly Snapshot[], oldRun: string | undefined): number {
  return seen.filter(({ decision, run, phase }) => decision !== null && (run?.id === oldRun || phase.kind !== "finished")).length;
}

describe("clearances that end", () => {
  const desk = ["screen-lock", "remote-access", "listening-services", "running-apps"];
  const network = ["route", "wifi-link", "gateway", "connectivity", "office-proof", "network-history", "vpn"];
  const untouched = ["disk-encryption", "pending-updates", "antivirus"];
  it.each([
    ["network", network, untouched],
    ["vpn", network, untouched],
    ["unlock", [...desk, ...network], untouched],
    ["resume", untouched, []],
    ["policy", untouched, []],
  ] as const)("because of %s are gone at once, with the reason, and what it concerns is looked at again", async (because, again, kept) => {
    const { service, asked, seen } = await pc();
    await service.run({});
    const old = service.snapshot().run?.id;
    asked.length = 0;
    seen.length = 0;
    const ended = service.endClearances(because);
    expect(service.snapshot()).toMatchObject({
      decision: null,
      phase: { kind: "running" },
      session: { ended: { because, at: start.toISOString() } },
    });
    expect(service.snapshot().helpdeskCode).toBeNull();
    await ended;
    expect(service.snapshot()).toMatchObject({ phase: { kind: "finished" }, session: { ended: { because } } });
    expect(service.snapshot().decision).not.toBeNull();
    expect(staleLights(seen, old)).toBe(0);
    expect(asked).toEqual(expect.arrayContaining([...again]));
    for (const id of kept) expect(asked).not.toContain(id);
    expect((await sessions()).map(({ data }) => data)).toEqual([{ type: "ended", because, runId: old }]);
  });

  it("because their time has passed look again at what has outlived itself", async () => {
    const { service, asked } = await pc({ firewall: { validForMs: 60_000 } });
    await service.run({});
    clock.at = minutesAfter(2);
    asked.length = 0;
    await service.endClearances("time");
    expect(asked).toContain("firewall");
    expect(asked).not.toContain("disk-encryption");
    expect(Date.parse(service.snapshot().decision?.validUntil ?? "")).toBeGreaterThan(clock.at.getTime());
  });

  it("because the app is quit are not looked at again", async () => {
    const { service, asked } = await pc();
    await service.run({});
    asked.length = 0;
    await service.endClearances("quit");
    expect(service.snapshot()).toMatchObject({ decision: null, phase: { kind: "idle" }, session: { ended: { because: "quit" } } });
    await pause(250);
    expect(asked).toEqual([]);
    expect((await sessions()).map(({ data }) => data["because"])).toEqual(["quit"]);
  });

  it("are not said to have ended when none was held", async () => {
    const { service } = await pc();
    await service.endClearances("network");
    expect(service.snapshot().session.ended).toBeNull();
    expect(service.snapshot().decision).not.toBeNull();
    expect(await sessions()).toEqual([]);
  });

  it("by a network change that took the tunnel along are said to have ended by the loss of the VPN", async () => {
    const { service, haveInterfaces, changeNetwork } = await pc();
    await service.run({});
    service.watchSession();
    changeNetwork();
    expect(service.snapshot().session.ended?.because).toBe("network");
    await vi.waitUntil(() => service.snapshot().phase.kind === "finished");
    haveInterfaces(["wlan0"]);
    changeNetwork();
    expect(service.snapshot().session.ended?.because).toBe("vpn");
  });
});

describe("a decision that ends soon", () => {
  const entriesAfter = async (count: number) => (await readJournal(path.join(place.folder, "state"))).entries.slice(count);
  const soon = async (answers: Answers) => {
    const made = await pc(answers);
    await made.service.run({});
    const { entries } = await readJournal(path.join(place.folder, "state"));
    made.seen.length = 0;
    made.asked.length = 0;
    // Fifteen seconds are left of the firewall's thirty.
    clock.at = minutesAfter(0.25);
    return { ...made, until: made.service.snapshot().decision?.validUntil ?? "", count: entries.length };
  };

  it("is renewed unseen where all is as it was: the light never goes out, nobody is told, one line is written", async () => {
    const { service, seen, asked, until, count } = await soon({ firewall: { validForMs: 30_000 } });
    service.watchSession();
    await vi.waitUntil(() => (service.snapshot().decision?.validUntil ?? "") > until, { timeout: 30_000 });
    expect(seen.filter(({ decision, phase }) => decision === null || phase.kind !== "finished")).toEqual([]);
    expect(service.snapshot().session.ended).toBeNull();
    expect(asked).toContain("firewall");
    expect(asked).not.toContain("disk-encryption");
    expect((await entriesAfter(count)).map(({ kind }) => kind)).toEqual(["decision"]);
  });

  it("is another one where something is not, with a run of its own in the journal", async () => {
    let on = true;
    const firewall = {
      validForMs: 30_000,
      collect: async () => ({
        observation: known({ ...valuesInOrder.firewall, active: on, services: [{ name: "ufw", active: on, scope: "all" as const }] }),
        evidence: [],
      }),
    };
    const { service, seen, count } = await soon({ firewall });
    const before = service.snapshot().run?.id;
    on = false;
    service.watchSession();
    await vi.waitUntil(() => service.snapshot().findings.some(({ checkId, verdict }) => checkId === "firewall" && verdict.status === "fail"), {
      timeout: 30_000,
    });
    expect(service.snapshot().run?.id).not.toBe(before);
    expect(seen.filter(({ decision }) => decision === null)).toEqual([]);
    expect((await entriesAfter(count)).map(({ kind }) => kind)).toEqual(["run", "decision"]);
  });

  it("is not brought back by a renewal during which it ended", async () => {
    let letGo: () => void = () => undefined;
    let looks = 0;
    const firewall = {
      validForMs: 30_000,
      collect: async () => {
        looks += 1;
        if (looks === 2) await new Promise<void>((resolve) => (letGo = resolve));
        return { observation: known(valuesInOrder.firewall), evidence: [] };
      },
    };
    const { service, seen } = await soon({ firewall });
    const old = service.snapshot().run?.id;
    service.watchSession();
    await vi.waitUntil(() => looks === 2, { timeout: 30_000 });
    const ended = service.endClearances("network");
    expect(service.snapshot().decision).toBeNull();
    letGo();
    await ended;
    expect(staleLights(seen, old)).toBe(0);
    expect(service.snapshot().decision).not.toBeNull();
    expect(service.snapshot().run?.id).not.toBe(old);
  });
});

describe("a change during a run", () => {
  const slowly = (ms: number) => ({
    firewall: {
      collect: async () => {
        await pause(ms);
        return { observation: known(valuesInOrder.firewall), evidence: [] };
      },
    },
  });

  it("keeps what that run has seen from becoming a light, and is looked at afterwards", async () => {
    const { service, asked, seen } = await pc(slowly(200));
    const first = service.run({});
    await pause(50);
    asked.length = 0;
    const again = service.endClearances("network");
    await first;
    expect(service.snapshot()).toMatchObject({ decision: null, phase: { kind: "running" } });
    await again;
    expect(service.snapshot().decision).not.toBeNull();
    expect(asked).toContain("vpn");
    expect(asked).not.toContain("disk-encryption");
    expect(seen.filter(({ decision }) => decision !== null)).toHaveLength(1);
    // What the first run looked at belongs to the decision that was made, and so to its record.
    const { entries } = await readJournal(path.join(place.folder, "state"));
    expect(entries.filter(({ kind }) => kind === "run").map(({ data }) => data["lookedAt"])).toEqual(["all"]);
    expect(entries.filter(({ kind }) => kind === "decision")).toHaveLength(1);
  });

  it("is not waited for by quitting: nobody will see its light", async () => {
    let held = Promise.resolve();
    let release: () => void = () => undefined;
    const route = {
      collect: async () => {
        await held;
        return { observation: known(valuesInOrder.route), evidence: [] };
      },
    };
    const { service } = await pc({ route } as never);
    await service.run({});
    held = new Promise((resolve) => {
      release = resolve;
    });
    const again = service.endClearances("network");
    await vi.waitUntil(() => service.snapshot().phase.kind === "running");
    // Would hang here while it waited for that look.
    await service.endClearances("quit");
    expect(service.snapshot().decision).toBeNull();
    release();
    await again;
  });

  it("while the decision is being written down ends that one before anybody sees it", async () => {
    const { service, seen } = await pc();
    const journal = path.join(place.folder, "state", "journal.jsonl");
    const first = service.run({});
    // Written, but not shown yet: the run still waits for the disk.
    await vi.waitUntil(async () => (await readFile(journal, "utf8").catch(() => "")).includes('"decision"'), { interval: 0, timeout: 5_000 });
    const shown = service.snapshot().decision !== null;
    await service.endClearances("resume");
    await first;
    expect(shown ? 2 : 1).toBe(seen.filter(({ phase, decision }) => phase.kind === "finished" && decision !== null).length);
    expect((await sessions()).map(({ data }) => data["because"])).toEqual(["resume"]);
  });

  it("is not lost when the person stops that run", async () => {
    const { service } = await pc(slowly(300));
    const first = service.run({});
    await pause(50);
    const again = service.endClearances("network");
    service.cancel();
    await first;
    await again;
    expect(service.snapshot().decision).not.toBeNull();
  });

  it("does not let a judgement that was under way bring back what has ended, at whatever moment it comes", async () => {
    const { service, seen } = await pc();
    for (const ms of [0, 4, 8, 12, 16, 20, 25, 30, 40]) {
      await service.run({});
      const old = service.snapshot().run?.id;
      const answered = service.declare("surroundings", true);
      await pause(ms);
      const ended = service.endClearances("network");
      seen.length = 0;
      await Promise.all([answered, ended]);
      expect(staleLights(seen, old)).toBe(0);
      expect(service.snapshot().decision).not.toBeNull();
    }
  });
});

describe("a network that flaps", () => {
  it("never shows a light of before, and ends with the right one", async () => {
    let up = true;
    const answer = async () => ({
      observation: up ? known(valuesInOrder.route) : unknown("offline" as never, "no route"),
      evidence: [],
    });
    const { service, seen, changeNetwork } = await pc({ route: { collect: answer } as never });
    service.watchSession();
    await service.run({});
    const begun = service.snapshot().decision;
    expect(begun).not.toBeNull();
    for (let change = 0; change < 20; change += 1) {
      up = !up;
      // Shown, or still under way: in both cases what it saw is of before.
      const shownBefore = service.snapshot().run?.id;
      changeNetwork();
      // At once, whatever was shown: nothing is decided any more.
      expect(service.snapshot().decision).toBeNull();
      seen.length = 0;
      await pause(20 + (change % 4) * 60);
      expect(seen.filter(({ decision, run }) => decision !== null && run?.id === shownBefore)).toEqual([]);
    }
    await vi.waitUntil(() => service.snapshot().phase.kind === "finished", { timeout: 9_000 });
    await pause(300);
    const { decision, facts } = service.snapshot();
    expect(decision?.light).toBe(begun?.light);
    expect(facts.route?.observation.kind).toBe("known");
  });
});

describe("the watch of a door that stays open", () => {
  const because = (service: PreflightService): SessionEnd | undefined => service.snapshot().session.ended?.because;

  it("hears of the network, of sleep, and of a lock that lasted", async () => {
    const { service, changeNetwork, tellSeat } = await pc();
    const again = () => vi.waitUntil(() => service.snapshot().phase.kind === "finished");
    await service.run({});
    service.watchSession();
    changeNetwork();
    expect(because(service)).toBe("network");
    await again();
    tellSeat({ kind: "resumed" });
    expect(because(service)).toBe("resume");
    await again();
    tellSeat({ kind: "locked", seat: "/a" });
    clock.at = minutesAfter(14);
    tellSeat({ kind: "unlocked", seat: "/a" });
    expect(because(service)).toBe("resume");
    tellSeat({ kind: "locked", seat: "/a" });
    clock.at = minutesAfter(14 + 15);
    tellSeat({ kind: "unlocked", seat: "/a" });
    expect(because(service)).toBe("unlock");
    await again();
  });

  it("takes the door's word for sleep and lock", async () => {
    const { service } = await pc();
    await service.run({});
    const watch = service.watchSession();
    watch.locked();
    clock.at = minutesAfter(20);
    watch.unlocked();
    expect(because(service)).toBe("unlock");
    await vi.waitUntil(() => service.snapshot().phase.kind === "finished");
    watch.resumed();
    expect(because(service)).toBe("resume");
    await vi.waitUntil(() => service.snapshot().phase.kind === "finished");
  });

  it("hears nothing after its end, nor after the service's", async () => {
    const first = await pc();
    first.service.watchSession().end();
    expect(first.listening()).toBe(0);
    first.service.watchSession();
    expect(first.listening()).toBe(2);
    await first.service.close();
    expect(first.listening()).toBe(0);
  });
});

describe("another policy", () => {
  const trusted = { trustedOwners: [process.getuid?.() ?? 0] };
  const managed = () => path.join(place.folder, "managed");
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());
  const nextLook = async () => {
    await pause(50);
    await vi.advanceTimersByTimeAsync(30_000);
    await pause(200);
  };

  it("that appears, is touched, changes and vanishes is noticed within half a minute, and only where something is different", async () => {
    const { service } = await pc({}, trusted);
    await service.run({});
    service.watchSession();
    await nextLook();
    expect(service.snapshot().session.ended).toBeNull();

    await mkdir(managed(), { mode: 0o755 });
    const file = path.join(managed(), "policy.yaml");
    await writeFile(file, "schema: preflight-policy/1\n");
    await nextLook();
    await vi.waitUntil(() => service.snapshot().phase.kind === "finished");
    expect(service.snapshot()).toMatchObject({ session: { ended: { because: "policy" } }, decision: { light: "stop" } });
    const count = async () => (await sessions()).length;
    expect(await count()).toBe(1);

    await utimes(file, new Date(), new Date());
    await nextLook();
    expect(await count()).toBe(1);

    await rm(managed(), { recursive: true });
    await nextLook();
    await vi.waitUntil(() => service.snapshot().phase.kind === "finished");
    expect(await count()).toBe(2);
    expect(service.snapshot().decision?.integrity).toEqual([]);
  });
});
