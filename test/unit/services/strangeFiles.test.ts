import { lstatSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { firstTime } from "../../../electron/desktop/toldOnce.ts";
import { readBoundedFile } from "../../../electron/services/boundedFile.ts";
import { verifyJournal } from "../../../electron/services/journal.ts";
import { keptFiles, putStrange, strangeKinds } from "../../support/strangeFiles.ts";
import { preflightIn, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let remove: () => void = () => undefined;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(async () => {
  remove();
  await place.remove();
});

/** Where it stands the light says so; the others are a cache, what the person was told once, and a ticket that is nobody's. */
const judgedBy: ReadonlySet<string> = new Set([
  "history.json",
  "exceptions.json",
  "declarations.json",
  "networks.json",
  "requests.json",
  "pseudonym.key.json",
]);

describe.each(strangeKinds)("a %s", (kind) => {
  test("is not read by the one reader, which says so at once", async () => {
    const file = path.join(place.folder, "x");
    remove = await putStrange(kind, file);
    expect((await readBoundedFile(file, 1000)).outcome).toBe("not-regular");
  });

  test.each(keptFiles)("in the place of %s holds nothing up, is left there, and makes no light better", async (name) => {
    const clock = { at: start };
    const first = await preflightIn(place.folder, clock);
    await first.close();
    const state = path.join(place.folder, "state");
    const file = path.join(state, name === "lock-1" ? "lock-999" : name);
    rmSync(file, { force: true });
    remove = await putStrange(kind, file);
    const service = await preflightIn(place.folder, clock);
    await service.run({});
    const { decision } = service.snapshot();
    await service.declare("rules-accepted", true);
    await firstTime(state, "x");
    await service.close();
    const kinds = decision?.integrity.map((issue) => issue.kind) ?? [];
    if (judgedBy.has(name)) expect(kinds).toContain("state-unreadable");
    if (name.startsWith("journal")) {
      expect(kinds).toContain("journal-broken");
      expect((await verifyJournal(state)).ok).toBe(false);
    }
    if (name !== "lock-1" && name !== "journal.head.json") expect(lstatSync(file).isFile()).toBe(false);
  });
});
