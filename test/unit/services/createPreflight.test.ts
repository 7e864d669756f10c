import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readJournal } from "../../../electron/services/journal.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { type Snapshot, snapshotSchema } from "../../../shared/snapshot.ts";
import { valuesInOrder } from "../../support/builders.ts";
import { minutesAfter, neverLocks, preflightIn, probesAnswering, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let clock: { at: Date };
const state = () => path.join(place.folder, "state");
const request = {
  checkId: "screen-lock",
  reason: "The new lock setting is rolled out tomorrow.",
  compensatingMeasure: "The PC is locked by hand.",
  approver: "A. Manager",
  endsAt: minutesAfter(60 * 24).toISOString(),
};

beforeEach(async () => {
  place = await temporaryFolder();
  clock = { at: start };
});
afterEach(() => place.remove());

function lightFor(snapshot: Snapshot, checkId: string): string | undefined {
  return snapshot.findings.find((finding) => finding.checkId === checkId)?.outcome;
}

describe("a run", () => {
  test("streams facts, holds no decision while it runs and ends with one that follows the schema", async () => {
    const service = await preflightIn(place.folder, clock);
    const seen: Snapshot[] = [];
    service.subscribe((snapshot) => seen.push(snapshot));
    await service.run({});
    const last = snapshotSchema.parse(service.snapshot());
    expect(last.phase.kind).toBe("finished");
    expect(last.decision).not.toBeNull();
    expect(last.helpdeskCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(new Set(seen.map(({ facts }) => Object.keys(facts).length)).size).toBeGreaterThan(5);
    expect(seen.filter(({ phase }) => phase.kind === "running").every(({ decision }) => decision === null)).toBe(true);
  });

  test("is recorded: policy, run and decision are in a whole journal", async () => {
    const service = await preflightIn(place.folder, clock);
    await service.run({});
    const { entries, verification } = await readJournal(state());
    expect(verification.ok).toBe(true);
    expect(entries.map(({ kind }) => kind)).toEqual(["policy-change", "run", "decision"]);
  });

  test("refuses a second one at the same time and an unknown check", async () => {
    const service = await preflightIn(place.folder, clock);
    const first = service.run({});
    expect(await service.run({})).toEqual({ ok: false, code: "busy" });
    await first;
    expect(await service.run({ checks: ["no-such-check"] })).toEqual({ ok: false, code: "unknown-check" });
  });

  test("of one check gathers its facts anew and keeps the others", async () => {
    let diskRuns = 0;
    let lockRuns = 0;
    const lockAnswers = [null, 300];
    const probes = probesAnswering({
      "disk-encryption": {
        collect: async () => {
          diskRuns++;
          return { observation: known(valuesInOrder["disk-encryption"]), evidence: [] };
        },
      },
      "screen-lock": {
        collect: async () => ({
          observation: known({ mechanisms: [{ source: "test", power: "any" as const, lockAfterSeconds: lockAnswers[lockRuns++] ?? null }] }),
          evidence: [],
        }),
      },
    });
    const service = await preflightIn(place.folder, clock, { probes });
    await service.run({});
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("block");
    await service.run({ checks: ["screen-lock"] });
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("ok");
    expect([lockRuns, diskRuns]).toEqual([2, 1]);
  });

  test("of one check looks at the VPN and at all else that ends with the network as well", async () => {
    const asked: string[] = [];
    const counting = (id: "vpn" | "route" | "wifi-link" | "network-history" | "firewall") => ({
      [id]: {
        collect: async () => {
          asked.push(id);
          return { observation: known(valuesInOrder[id]), evidence: [] };
        },
      },
    });
    const service = await preflightIn(place.folder, clock, {
      probes: probesAnswering({
        ...{ ...counting("vpn"), ...counting("route"), ...counting("wifi-link"), ...counting("network-history") },
        // Windows has a firewall for each kind of network.
        ...counting("firewall"),
      } as never),
    });
    await service.run({});
    asked.length = 0;
    await service.run({ checks: ["screen-lock"] });
    expect(asked.sort()).toEqual(["firewall", "network-history", "route", "vpn", "wifi-link"]);
  });

  test("that is cancelled decides nothing", async () => {
    const probes = probesAnswering({ firewall: { collect: () => new Promise(() => undefined) } });
    const service = await preflightIn(place.folder, clock, { probes });
    const run = service.run({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    service.cancel();
    await run;
    expect(service.snapshot().phase.kind).toBe("cancelled");
    expect(service.snapshot().decision).toBeNull();
    expect((await readJournal(state())).entries).toEqual([]);
  });
});

describe("from red to a documented exception and back", () => {
  test("an exception turns stop into caution, leaves the verdict, and its revocation brings stop back", async () => {
    const service = await preflightIn(place.folder, clock, { probes: probesAnswering(neverLocks) });
    await service.run({});
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("block");
    const answer = await service.requestException(request);
    expect(answer.ok).toBe(true);
    const excepted = service.snapshot().findings.find(({ checkId }) => checkId === "screen-lock");
    expect(excepted?.outcome).toBe("excepted");
    expect(excepted?.verdict.status).toBe("fail");
    const id = answer.ok ? answer.exception.id : "";
    expect(await service.revokeException(id)).toEqual({ ok: true });
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("block");
    expect(await service.revokeException(id)).toEqual({ ok: false, code: "already-ended" });
    const { entries } = await readJournal(state());
    expect(entries.filter(({ kind }) => kind === "exception").map(({ data }) => data["type"])).toEqual(["granted", "revoked"]);
    expect(entries.some(({ kind, data }) => kind === "deviation" && data["type"] === "under-exception")).toBe(true);
  });

  test("the end of an exception is recorded once", async () => {
    const service = await preflightIn(place.folder, clock, { probes: probesAnswering(neverLocks) });
    await service.run({});
    await service.requestException(request);
    clock.at = minutesAfter(60 * 25);
    await service.run({});
    await service.run({});
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("block");
    const { entries } = await readJournal(state());
    expect(entries.filter(({ data }) => data["type"] === "ended")).toHaveLength(1);
  });

  test("an exception whose end was edited in its file does not apply, and that is said", async () => {
    const service = await preflightIn(place.folder, clock, { probes: probesAnswering(neverLocks) });
    await service.run({});
    await service.requestException(request);
    const file = path.join(state(), "exceptions.json");
    await writeFile(file, (await readFile(file, "utf8")).replace(request.endsAt, minutesAfter(60 * 24 * 10).toISOString()));
    await service.run({});
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("block");
    expect(service.snapshot().decision?.integrity.map(({ kind }) => kind)).toEqual(["state-unreadable"]);
  });
});

describe("a bad day", () => {
  test("a missing state folder is made for this user alone", async () => {
    const service = await preflightIn(place.folder, clock);
    await service.run({});
    expect(service.snapshot().decision?.integrity).toEqual([]);
    expect((await readdir(state())).includes("journal.jsonl")).toBe(true);
  });

  test("where the state folder cannot be made there is still a verdict, with the reason and never better than caution", async () => {
    await writeFile(path.join(place.folder, "state"), "a file is in the way");
    const service = await preflightIn(place.folder, clock);
    await service.run({});
    const { decision } = service.snapshot();
    expect(decision?.integrity.map(({ kind }) => kind)).toContain("state-unwritable");
    expect(decision?.clearances.every(({ light }) => light !== "go")).toBe(true);
    expect(await service.requestException(request)).toEqual({ ok: false, code: "state-unwritable" });
  });

  test("a history cut in half is set aside, and no days of grace are won by it", async () => {
    const probes = probesAnswering({ "restart-pending": known({ pending: true, since: null, because: ["linux-image"] }) });
    const first = await preflightIn(place.folder, clock, { probes });
    await first.run({});
    expect(lightFor(first.snapshot(), "restart-pending")).toBe("grace");
    clock.at = minutesAfter(60 * 24 * 4);
    const file = path.join(state(), "history.json");
    await writeFile(file, (await readFile(file, "utf8")).slice(0, 40));
    const second = await preflightIn(place.folder, clock, { probes });
    await second.run({});
    expect(lightFor(second.snapshot(), "restart-pending")).toBe("block");
    expect(second.snapshot().decision?.integrity.map(({ kind }) => kind)).toEqual(["state-unreadable"]);
    expect((await readdir(state())).some((name) => name.startsWith("history.json.corrupt-"))).toBe(true);
  });

  test("where nothing can be recorded a new failure gets no grace, since nobody could count it", async () => {
    await writeFile(path.join(place.folder, "state"), "a file is in the way");
    const probes = probesAnswering({ "restart-pending": known({ pending: true, since: null, because: [] }) });
    const service = await preflightIn(place.folder, clock, { probes });
    await service.run({});
    expect(lightFor(service.snapshot(), "restart-pending")).toBe("block");
  });

  test("a clock that went back is said, and ends neither exception nor grace later", async () => {
    const service = await preflightIn(place.folder, clock, { probes: probesAnswering(neverLocks) });
    await service.run({});
    await service.requestException(request);
    clock.at = minutesAfter(60 * 25);
    await service.run({});
    clock.at = minutesAfter(10);
    await service.run({});
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("block");
    expect(service.snapshot().decision?.integrity.map(({ kind }) => kind)).toEqual(["clock-went-back"]);
  });

  test("an edited journal is caution at least, and no exception applies", async () => {
    const service = await preflightIn(place.folder, clock, { probes: probesAnswering(neverLocks) });
    await service.run({});
    await service.requestException(request);
    const file = path.join(state(), "journal.jsonl");
    await writeFile(file, (await readFile(file, "utf8")).replace("rolled out tomorrow", "rolled out tonight"));
    await service.run({});
    expect(service.snapshot().decision?.integrity.map(({ kind }) => kind)).toContain("journal-broken");
    expect(lightFor(service.snapshot(), "screen-lock")).toBe("block");
    expect((await readFile(file, "utf8")).includes("rolled out tonight")).toBe(true);
  });

  test("a managed policy that cannot be trusted makes every light stop", async () => {
    await mkdir(path.join(place.folder, "managed"), { mode: 0o755 });
    await writeFile(path.join(place.folder, "managed", "policy.yaml"), "schema: preflight-policy/1\n");
    const service = await preflightIn(place.folder, clock, { trustedOwners: [process.getuid?.() ?? 0] });
    await service.run({});
    const { decision } = service.snapshot();
    expect(decision?.light).toBe("stop");
    expect(decision?.clearances.every(({ light }) => light === "stop")).toBe(true);
    expect(decision?.integrity.map(({ kind }) => kind)).toEqual(["policy-refused"]);
  });

  test("an unknown fact stays unknown and its check never passes", async () => {
    const service = await preflightIn(place.folder, clock, {
      probes: probesAnswering({ firewall: unknown("denied", "nft: Operation not permitted") }),
    });
    await service.run({});
    expect(service.snapshot().findings.find(({ checkId }) => checkId === "firewall")?.verdict.status).toBe("unknown");
  });
});
