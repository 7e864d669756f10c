import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { verifyJournal } from "../../../electron/services/journal.ts";
import { minutesAfter, neverLocks, preflightIn, probesAnswering, start, temporaryFolder } from "./world.ts";

const full = vi.hoisted((): { name: string | null } => ({ name: null }));
vi.mock("node:fs/promises", async (load) => {
  const real = await load<typeof import("node:fs/promises")>();
  const rename: typeof real.rename = async (from, to) => {
    if (full.name !== null && String(to).endsWith(full.name))
      throw Object.assign(new Error("ENOSPC: no space left on device, rename"), { code: "ENOSPC" });
    await real.rename(from, to);
  };
  return { ...real, rename };
});

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const clock = { at: start };
const request = {
  checkId: "screen-lock",
  reason: "The new lock setting is rolled out tomorrow.",
  compensatingMeasure: "The PC is locked by hand.",
  approver: "A. Manager",
  endsAt: minutesAfter(60 * 24).toISOString(),
};
const state = (name: string) => path.join(place.folder, "state", name);
beforeEach(async () => {
  full.name = null;
  clock.at = start;
  place = await temporaryFolder();
});
afterEach(() => place.remove());
const open = () => preflightIn(place.folder, clock);
const integrity = (service: Awaited<ReturnType<typeof open>>) => service.snapshot().decision?.integrity.map(({ kind }) => kind);

/** What stands in the journal has happened, whatever the disk does afterwards. */
describe("the journal's word is enough", () => {
  test("an answer whose file was lost, or never written, counts as it was given", async () => {
    const service = await open();
    await service.run({});
    expect(await service.declare("rules-accepted", true)).toEqual({ ok: true });
    await service.close();
    await rm(state("declarations.json"));
    const again = await open();
    expect(again.snapshot().declarations).toMatchObject([{ checkId: "rules-accepted", affirmed: true }]);
    await again.close();
  });

  test("an older file does not bring back a yes after a no", async () => {
    const service = await open();
    await service.run({});
    await service.declare("rules-accepted", true);
    const before = await readFile(state("declarations.json"));
    clock.at = minutesAfter(5);
    await service.declare("rules-accepted", false);
    await service.close();
    await writeFile(state("declarations.json"), before);
    const again = await open();
    expect(again.snapshot().declarations).toMatchObject([{ checkId: "rules-accepted", affirmed: false }]);
    await again.close();
  });

  test.each(["journal.head.json", "declarations.json"])(
    "a full disk at %s fails nothing: the answer holds, the light says what could not be saved, and the next answer brings it up",
    async (name) => {
      const service = await open();
      await service.run({});
      full.name = name;
      expect(await service.declare("rules-accepted", true)).toEqual({ ok: true });
      expect(service.snapshot().declarations).toMatchObject([{ affirmed: true }]);
      expect(integrity(service)).toEqual(["state-unwritable"]);
      full.name = null;
      clock.at = minutesAfter(1);
      expect(await service.declare("rules-accepted", true)).toEqual({ ok: true });
      expect(integrity(service)).toEqual([]);
      await service.close();
      expect(await verifyJournal(path.join(place.folder, "state"))).toMatchObject({ ok: true });
    },
  );

  test("a revocation that only the journal has is one", async () => {
    const service = await preflightIn(place.folder, clock, { probes: probesAnswering(neverLocks) });
    await service.run({});
    const granted = await service.requestException(request);
    if (!granted.ok) throw new Error(granted.code);
    full.name = "exceptions.json";
    expect(await service.revokeException(granted.exception.id)).toEqual({ ok: true });
    expect(service.snapshot().exceptions).toMatchObject([{ id: granted.exception.id, revokedAt: expect.any(String) }]);
    expect(integrity(service)).toContain("state-unwritable");
    const another = await service.requestException(request);
    expect(another.ok).toBe(true);
    await service.close();
    const again = await open();
    expect(again.snapshot().exceptions.map(({ id }) => id)).toContain(another.ok ? another.exception.id : "");
    await again.close();
  });
});
