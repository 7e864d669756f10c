import { rm } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysLater, measuredAlone, probesOfToday } from "../support/clockedPc.ts";
import { neverLocks, preflightIn, start, temporaryFolder } from "../unit/services/world.ts";

const hourMs = 3_600_000;

/** Time that really passes, and by how much the PC's clock is set in it. In hours; a clock may be set to be ahead and back again, and behind. */
const steps = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 72 }),
    set: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: -24 * 60, max: 24 * 60 }) }),
    /** Its history is deleted before the look. */
    loses: fc.boolean(),
  }),
  { minLength: 3, maxLength: 10 },
);

const words = { reason: "The new lock setting is rolled out tomorrow.", compensatingMeasure: "The PC is locked by hand.", approver: "A. Manager" };

/** A PC of its own for each run: `look` opens the service anew, as after a restart, and checks. */
async function pc() {
  const place = await temporaryFolder();
  const clock = { at: start };
  const openedPolicy = await measuredAlone(place.folder);
  const look = async (changed: Parameters<typeof probesOfToday>[1] = {}) => {
    const service = await preflightIn(place.folder, clock, { probes: probesOfToday(clock, changed), openedPolicy });
    await service.run({});
    return service;
  };
  const passes = async ({ hours, set, loses }: { readonly hours: number; readonly set: number; readonly loses: boolean }) => {
    clock.at = new Date(clock.at.getTime() + (hours + set) * hourMs);
    if (loses) await rm(path.join(place.folder, "state/history.json"), { force: true });
  };
  return { ...place, clock, look, passes };
}

test("a PC in order is never stopped by its clock alone, however it jumps, and is green again when it has gone right for a week", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { clock, look, passes, remove } = await pc();
      try {
        await look();
        for (const step of all) {
          await passes(step);
          const { decision } = (await look()).snapshot();
          expect(decision?.light).not.toBe("stop");
          expect((decision?.light === "caution") === decision?.integrity.some(({ kind }) => kind === "clock-went-back")).toBe(true);
        }
        clock.at = daysLater(clock.at, 7.1);
        await look();
        expect((await look()).snapshot().decision?.light).toBe("go");
      } finally {
        await remove();
      }
    }),
    { numRuns: 12 },
  );
});

test("an exception lasts no longer than it was asked for, but for time that passed unseen while the clock was set back", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 24, max: 14 * 24 }), async (all, when, lasting) => {
      const { clock, look, remove } = await pc();
      try {
        await look(neverLocks);
        let left: number | null = null;
        for (const [index, { hours, set }] of all.entries()) {
          clock.at = new Date(clock.at.getTime() + (hours + set) * hourMs);
          const service = await look(neverLocks);
          if (index === when) {
            const endsAt = new Date(clock.at.getTime() + lasting * hourMs).toISOString();
            const answer = await service.requestException({ checkId: "screen-lock", ...words, endsAt });
            // Whatever the clock did before, a new exception can be made.
            expect(answer.ok).toBe(true);
            left = lasting;
            continue;
          }
          const outcome = service.snapshot().findings.find(({ checkId }) => checkId === "screen-lock")?.outcome;
          if (left === null) {
            expect(outcome).toBe("block");
            continue;
          }
          // Nobody can see how much of the time since the last look the clock was set back by; never more than what had passed.
          left -= hours - Math.min(hours, Math.max(0, -set));
          if (left <= 0) expect(outcome).toBe("block");
          // And while the clock goes right it lasts as long.
          if (left > 0 && all.slice(when + 1, index + 1).every((step) => step.set === 0)) expect(outcome).toBe("excepted");
        }
      } finally {
        await remove();
      }
    }),
    { numRuns: 12 },
  );
});
