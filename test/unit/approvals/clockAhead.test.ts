import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLetter } from "../../../electron/services/approvals/requestLetter.ts";
import { daysLater } from "../../support/clockedPc.ts";
import { start, temporaryFolder } from "../services/world.ts";
import { asked, type Desk, deskIn, opened, signed, spoken } from "./desk.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let desk: Desk;
beforeEach(async () => {
  place = await temporaryFolder();
  desk = await deskIn(place.folder);
});
afterEach(() => place.remove());

const lock = (service: Awaited<ReturnType<Desk["open"]>>) => service.snapshot().findings.find(({ checkId }) => checkId === "screen-lock")?.outcome;
const inTwoDays = () => ({ ...asked, endsAt: daysLater(desk.clock.at, 2).toISOString() });

describe("after one check with the clock 40 days ahead", () => {
  beforeEach(async () => {
    await desk.open();
    desk.clock.at = daysLater(start, 40);
    await desk.open();
    desk.clock.at = daysLater(start, 1);
  });

  test("the helpdesk's signed approval, dated by its own right clock, is taken, and ends when it says", async () => {
    const service = await desk.open();
    const pending = await opened(service, inTwoDays());
    // The letter has the end that the person chose, and the request is open for a day from now.
    expect(readLetter(pending.letter)?.request.endsAt).toBe(daysLater(start, 3).toISOString());
    expect(pending.expiresAt).toBe(daysLater(start, 2).toISOString());
    const approval = signed(pending, { approvedAt: desk.clock.at.toISOString(), expiresAt: daysLater(desk.clock.at, 1).toISOString() });
    expect(await service.answerRequest(pending.code, approval)).toMatchObject({ ok: true, exception: { endsAt: daysLater(start, 3).toISOString() } });
    expect(lock(service)).toBe("excepted");
    desk.clock.at = daysLater(start, 2.9);
    expect(lock(await desk.open())).toBe("excepted");
    desk.clock.at = daysLater(start, 3.1);
    expect(lock(await desk.open())).toBe("block");
  });

  test("the short code of the helpdesk's right clock is taken, at the first try", async () => {
    const service = await desk.open();
    const pending = await opened(service, inTwoDays());
    expect(await service.answerRequest(pending.code, spoken(pending.code, desk.clock.at))).toMatchObject({ ok: true });
    expect(lock(service)).toBe("excepted");
  });

  test("an approval that has run out is refused and costs no try", async () => {
    const service = await desk.open();
    const pending = await opened(service, inTwoDays());
    const old = { approvedAt: daysLater(start, -2).toISOString(), expiresAt: daysLater(start, -1).toISOString() };
    expect(await service.answerRequest(pending.code, signed(pending, old))).toEqual({ ok: false, code: "approval-expired" });
    expect(service.snapshot().requests[0]?.triesLeft).toBe(5);
  });
});

test("while the clock is still ahead, the code of the right time is refused with a word about the clock, and costs no try", async () => {
  desk.clock.at = daysLater(start, 1);
  const service = await desk.open();
  const pending = await opened(service, inTwoDays());
  expect(await service.answerRequest(pending.code, spoken(pending.code, start))).toMatchObject({ ok: false, code: "code-expired" });
  expect(service.snapshot().requests[0]?.triesLeft).toBe(5);
});
