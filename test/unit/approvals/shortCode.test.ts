import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { minutesAfter, temporaryFolder } from "../services/world.ts";
import { asked, deskIn, exceptionSteps, misspoken, opened, secretHex, spoken } from "./desk.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

const secondsLater = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

describe("a short code", () => {
  test("that the helpdesk reads out gives the exception; it is typed as people type", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const code = spoken(pending.code, desk.clock.at);
    const typed = ` ${code.slice(0, 4).toLowerCase()} ー ${[...code.slice(4)].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join("")}`;
    expect(await service.answerRequest(pending.code, typed)).toMatchObject({
      ok: true,
      exception: { approver: "helpdesk code", approvedBy: "code" },
    });
    expect(service.snapshot().findings.find(({ checkId }) => checkId === "screen-lock")?.outcome).toBe("excepted");
    expect((await exceptionSteps(desk.state)).at(-2)).toMatchObject({ type: "approved", way: "code", code: pending.code });
  });

  test("holds in its half hour and the next one, and for its request alone", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const [one, two, three] = [await opened(service), await opened(service), await opened(service)];
    const given = desk.clock.at;
    expect(await service.answerRequest(one.code, spoken(two.code, given))).toMatchObject({ code: "wrong-code", triesLeft: 4 });
    desk.clock.at = minutesAfter(59);
    expect(await service.answerRequest(two.code, spoken(two.code, given))).toMatchObject({ ok: true });
    desk.clock.at = minutesAfter(60);
    expect(await service.answerRequest(three.code, spoken(three.code, given))).toMatchObject({ ok: false, code: "code-expired" });
    // Nor one for a time that has not come.
    desk.clock.at = minutesAfter(65);
    expect(await service.answerRequest(three.code, spoken(three.code, minutesAfter(95)))).toMatchObject({ ok: false, code: "code-expired" });
    // It was no guess: no try is lost.
    expect(service.snapshot().requests.find(({ code }) => code === three.code)?.triesLeft).toBe(5);
  });

  test("may be tried five times, over restarts, with waits that double; the right one then comes too late", async () => {
    const desk = await deskIn(place.folder);
    let service = await desk.open();
    const pending = await opened(service);
    let at = desk.clock.at;
    for (const [index, wait] of [1, 2, 4, 8, 16].entries()) {
      desk.clock.at = at;
      if (index === 2) service = await desk.open();
      expect(await service.answerRequest(pending.code, misspoken(pending.code, at))).toMatchObject({ code: "wrong-code", triesLeft: 4 - index });
      if (index === 4) break;
      desk.clock.at = secondsLater(at, wait - 0.5);
      expect(await service.answerRequest(pending.code, spoken(pending.code, at))).toMatchObject({ code: "too-soon", limit: 1 });
      // A clock that is set back only makes the wait longer, never shorter.
      desk.clock.at = secondsLater(at, -3600);
      expect(await service.answerRequest(pending.code, spoken(pending.code, at))).toMatchObject({ code: "too-soon" });
      at = secondsLater(at, wait);
    }
    desk.clock.at = secondsLater(at, 60);
    expect(await (await desk.open()).answerRequest(pending.code, spoken(pending.code, at))).toMatchObject({ code: "too-many-tries" });
    expect((await desk.open()).snapshot().requests).toMatchObject([{ code: pending.code, triesLeft: 0 }]);
  });

  test("its tries are in the journal too: an older requests.json gains none", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const file = path.join(desk.state, "requests.json");
    const fresh = await readFile(file, "utf8");
    await service.answerRequest(pending.code, misspoken(pending.code, desk.clock.at));
    await writeFile(file, fresh);
    expect((await desk.open()).snapshot().requests[0]?.triesLeft).toBe(4);
    expect(await service.answerRequest(pending.code, spoken(pending.code, desk.clock.at))).toMatchObject({ code: "too-soon" });
  });

  test("is accepted as often in seven days as the policy says", async () => {
    const desk = await deskIn(place.folder, { codesPerWeek: 2 });
    const service = await desk.open();
    const answered = async () => {
      const pending = await opened(service, { ...asked, endsAt: new Date(desk.clock.at.getTime() + 3_600_000).toISOString() });
      const answer = await service.answerRequest(pending.code, spoken(pending.code, desk.clock.at));
      return answer.ok ? "granted" : answer.code;
    };
    expect(await answered()).toBe("granted");
    desk.clock.at = minutesAfter(24 * 60);
    await service.run({});
    expect(await answered()).toBe("granted");
    expect(await answered()).toBe("codes-used-up");
    desk.clock.at = minutesAfter(7 * 24 * 60 - 1);
    await service.run({});
    expect(await answered()).toBe("codes-used-up");
    desk.clock.at = minutesAfter(7 * 24 * 60);
    expect(await answered()).toBe("granted");
    expect(await answered()).toBe("codes-used-up");
  });

  test("needs a secret that only the administrator can have put there, and that was drawn by chance", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const file = path.join(place.folder, "managed", "approval.secret");
    const refusal = async () => {
      const answer = await service.answerRequest(pending.code, spoken(pending.code, desk.clock.at));
      return answer.ok ? "granted" : answer.code;
    };
    await chmod(file, 0o666);
    expect(await refusal()).toBe("way-not-allowed");
    await rm(file);
    expect(await refusal()).toBe("way-not-allowed");
    for (const weak of ["", "password", secretHex.slice(0, 62), "00".repeat(32), `${secretHex}zz`]) {
      await writeFile(file, weak, { mode: 0o644 });
      expect(await refusal()).toBe("way-not-allowed");
    }
    await writeFile(file, secretHex, { mode: 0o644 });
    expect(service.snapshot().requests[0]?.triesLeft).toBe(5);
    expect(await refusal()).toBe("granted");
    for (const name of ["journal.jsonl", "requests.json", "exceptions.json"]) {
      expect(await readFile(path.join(desk.state, name), "utf8")).not.toContain(secretHex.slice(0, 16));
    }
    expect(JSON.stringify(service.snapshot())).not.toContain(secretHex.slice(0, 16));
  });
});

describe("a request", () => {
  test("is refused for the same reasons as an exception, but needs no approver", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const refusal = async (change: object) => {
      const answer = await service.openRequest({ ...asked, ...change });
      return answer.ok ? "opened" : answer.code;
    };
    expect(await refusal({ reason: "Hurry." })).toBe("exceptions.minReasonLength");
    expect(await refusal({ checkId: "no-such-check" })).toBe("unknown-check");
    expect(await refusal({ checkId: "disk-encryption" })).toBe("nothing-to-except");
    expect(await refusal({ endsAt: minutesAfter(60 * 24 * 15).toISOString() })).toBe("exceptions.maxDays");
    expect(await refusal({ endsAt: minutesAfter(-1).toISOString() })).toBe("ends-in-the-past");
    expect(await refusal({ activityId: "holiday" })).toBe("unknown-activity");
    expect(service.snapshot().requests).toEqual([]);
    expect(await refusal({})).toBe("opened");
  });

  test("can be withdrawn, which the journal knows, and at most twenty wait", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    expect(await service.withdrawRequest(pending.code)).toEqual({ ok: true });
    expect(await service.withdrawRequest(pending.code)).toEqual({ ok: false, code: "unknown-request" });
    expect(await service.answerRequest(pending.code, spoken(pending.code, desk.clock.at))).toEqual({ ok: false, code: "unknown-request" });
    expect((await exceptionSteps(desk.state)).map(({ type }) => type)).toEqual(["requested", "withdrawn"]);
    for (let count = 0; count < 20; count++) await opened(service);
    expect(await service.openRequest(asked)).toEqual({ ok: false, code: "too-many-requests", limit: 20 });
    desk.clock.at = minutesAfter(24 * 60 - 1);
    expect(await service.openRequest({ ...asked, endsAt: minutesAfter(24 * 60 + 5).toISOString() })).toMatchObject({ code: "too-many-requests" });
    desk.clock.at = minutesAfter(24 * 60);
    expect(await service.openRequest({ ...asked, endsAt: minutesAfter(24 * 60 + 5).toISOString() })).toMatchObject({ ok: true });
  });
});
