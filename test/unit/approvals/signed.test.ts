import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rawPublicKey, readApproval } from "../../../electron/services/approvals/approvalText.ts";
import { approvedStep } from "../../../electron/services/approvals/requestSteps.ts";
import { grantedStep, newException, writeExceptions } from "../../../electron/services/exceptions.ts";
import { generateKeys, signPolicy } from "../../../electron/services/policySignature.ts";
import { openStateStore } from "../../../electron/services/stateStore.ts";
import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import { companyPolicy } from "../../support/builders.ts";
import { minutesAfter, temporaryFolder } from "../services/world.ts";
import { asked, deskIn, deskKeys, exceptionSteps, opened, signed } from "./desk.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe("a signed approval", () => {
  test("of this request gives the exception, amber, with the approver's name and the whole way in the journal", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    expect(await service.requestException({ ...asked, approver: "Myself" })).toEqual({ ok: false, code: "exceptions.approval" });
    const pending = await opened(service);
    expect(pending.code).toMatch(/^RQ-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(service.snapshot().requests).toEqual([pending]);
    expect(service.snapshot().decision?.light).toBe("stop");

    const answer = await service.answerRequest(pending.code, signed(pending, { approver: "佐藤" }));
    expect(answer).toMatchObject({
      ok: true,
      exception: { checkId: "screen-lock", approver: "IT helpdesk · 佐藤", approvedBy: "signed", endsAt: asked.endsAt },
    });
    const after = service.snapshot();
    expect(after.requests).toEqual([]);
    expect(after.findings.find(({ checkId }) => checkId === "screen-lock")?.outcome).toBe("excepted");
    expect((await exceptionSteps(desk.state)).map(({ type }) => type)).toEqual(["requested", "approved", "granted"]);
    expect((await exceptionSteps(desk.state))[1]).toMatchObject({ code: pending.code, way: "signed", keyId: "desk-1" });

    const report = await service.report({ format: "json", language: "en", readable: [] });
    expect(report.ok && JSON.parse(report.content).exceptions).toMatchObject([{ approvedBy: "signed", approver: "IT helpdesk · 佐藤" }]);
    // A restart changes nothing.
    expect((await desk.open()).snapshot().findings.find(({ checkId }) => checkId === "screen-lock")?.outcome).toBe("excepted");
  });

  test("may be pasted with line breaks, spaces, full-width characters and words around it", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const text = signed(pending);
    const wide = [...text.slice(0, 40)].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join("");
    const pasted = `承認します。\r\n${wide}\n  ${text.slice(40, 90)}\u200b\t\n${text.slice(90)}\n\n佐藤`;
    const typed = ` ｒｑ－${pending.code.slice(3).toLowerCase()} `;
    expect(await service.answerRequest(typed, pasted)).toMatchObject({ ok: true });
  });

  test("may shorten the exception and cannot lengthen it", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const short = await opened(service);
    expect(await service.answerRequest(short.code, signed(short, { endsAt: minutesAfter(60).toISOString() }))).toMatchObject({
      exception: { endsAt: minutesAfter(60).toISOString() },
    });
    const long = await opened(service);
    expect(await service.answerRequest(long.code, signed(long, { endsAt: minutesAfter(60 * 24 * 7).toISOString() }))).toMatchObject({
      exception: { endsAt: asked.endsAt },
    });
  });
});

describe("no exception without the right approval", () => {
  test("not for another request, another PC's, an edited payload, another key, or an approval that is over", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const second = await opened(service, { ...asked, compensatingMeasure: "Nothing." });
    const elsewhere = await temporaryFolder();
    const others = await opened(await (await deskIn(elsewhere.folder)).open());
    await elsewhere.remove();
    const right = signed(pending);
    const [head = "", body = "", signature = ""] = right.split(".");
    const changed = { ...JSON.parse(Buffer.from(body, "base64url").toString()), endsAt: minutesAfter(60).toISOString() };
    const edited = [head, Buffer.from(JSON.stringify(changed)).toString("base64url"), signature].join(".");
    const refusal = async (answer: string) => {
      const given = await service.answerRequest(pending.code, answer);
      return given.ok ? "granted" : given.code;
    };
    expect(await refusal(signed(second))).toBe("other-request");
    expect(await refusal(signed(others))).toBe("other-request");
    // Right number, digest of another request: what a helpdesk that was shown other words would sign.
    expect(await refusal(signed(pending, { request: "0".repeat(64) }))).toBe("other-request");
    expect(await refusal(edited)).toBe("bad-signature");
    expect(await refusal(signed(pending, {}, generateKeys().privatePem))).toBe("bad-signature");
    expect(await refusal(signed(pending, { keyId: "desk-2" }))).toBe("unknown-key");
    expect(await refusal(signed(pending, { expiresAt: minutesAfter(-1).toISOString() }))).toBe("approval-expired");
    expect(await refusal(signed(pending, { endsAt: minutesAfter(-1).toISOString() }))).toBe("ends-in-the-past");
    for (const junk of ["", "yes", "PFAP1..", right.slice(0, -1), `PFAP1.${body}.`, pending.letter])
      expect(await refusal(junk)).toBe("not-an-approval");
    expect(service.snapshot().exceptions).toEqual([]);
    expect((await exceptionSteps(desk.state)).filter(({ type }) => type === "answer-refused").length).toBe(14);
    expect(await refusal(right)).toBe("granted");
    expect(await refusal(right)).toBe("unknown-request");
  });

  test("not by a signature over other bytes with the same key", async () => {
    const desk = await deskIn(place.folder);
    const pending = await opened(await desk.open());
    const body = signed(pending).split(".")[1] ?? "";
    const policyLike = signPolicy(Buffer.from(body), deskKeys.privatePem).trim();
    const forged = `PFAP1.${body}.${Buffer.from(policyLike, "base64").toString("base64url")}`;
    expect(readApproval(forged)?.isSignedBy(rawPublicKey(deskKeys.publicPem))).toBe(false);
  });

  test("not where the policy does not know the way, and not after a day", async () => {
    const desk = await deskIn(place.folder, { by: ["code"] });
    const service = await desk.open();
    const pending = await opened(service);
    expect(await service.answerRequest(pending.code, signed(pending))).toMatchObject({ ok: false, code: "way-not-allowed" });
    desk.clock.at = minutesAfter(24 * 60);
    expect(await service.answerRequest(pending.code, signed(pending, { expiresAt: minutesAfter(3000).toISOString() }))).toMatchObject({
      code: "request-expired",
    });
    const later = await desk.open();
    expect(later.snapshot().requests).toEqual([]);
  });

  test("not by an answered request that is put back into the file", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const file = path.join(desk.state, "requests.json");
    const before = await readFile(file, "utf8");
    const text = signed(pending);
    const granted = await service.answerRequest(pending.code, text);
    if (granted.ok) await service.revokeException(granted.exception.id);
    await writeFile(file, before);
    expect(await (await desk.open()).answerRequest(pending.code, text)).toEqual({ ok: false, code: "unknown-request" });
  });

  test("not by a request that was edited or put in beside the journal", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const file = path.join(desk.state, "requests.json");
    await writeFile(file, (await readFile(file, "utf8")).replace("locked by hand", "left as it is"));
    const again = await desk.open();
    expect(again.snapshot().requests).toEqual([]);
    expect(again.snapshot().decision?.integrity.map(({ kind }) => kind)).toContain("state-unreadable");
    expect(await again.answerRequest(pending.code, signed(pending))).toEqual({ ok: false, code: "unknown-request" });
  });

  test("not behind a journal that was cut", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const journal = path.join(desk.state, "journal.jsonl");
    const lines = (await readFile(journal, "utf8")).split("\n");
    await writeFile(journal, lines.filter((line) => !line.includes('"requested"')).join("\n"));
    const again = await desk.open();
    expect(again.snapshot().requests).toEqual([]);
    const answer = await again.answerRequest(pending.code, signed(pending));
    expect(answer.ok).toBe(false);
    expect(await again.openRequest(asked)).toMatchObject({ ok: false, code: "state-unwritable" });
  });
});

describe("an exception", () => {
  test("no longer holds when the policy drops the key or the way", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    expect(await service.answerRequest(pending.code, signed(pending))).toMatchObject({ ok: true });
    const outcome = async () => (await desk.open()).snapshot().findings.find(({ checkId }) => checkId === "screen-lock")?.outcome;
    const other = { id: "desk-1", name: "IT helpdesk", key: rawPublicKey(generateKeys().publicPem) };
    await desk.setPolicy({ keys: [other] }, 2);
    expect(await outcome()).toBe("block");
    await desk.setPolicy({ by: ["employee", "code"] }, 3);
    expect(await outcome()).toBe("block");
    await desk.setPolicy({}, 4);
    expect(await outcome()).toBe("excepted");
  });

  test("by the employee alone does not hold where the helpdesk has to approve", async () => {
    const desk = await deskIn(place.folder, { by: ["employee"] });
    const service = await desk.open();
    expect(await service.openRequest(asked)).toEqual({ ok: false, code: "exceptions.approval" });
    expect(await service.requestException({ ...asked, approver: "Myself" })).toMatchObject({ ok: true });
    await desk.setPolicy({ by: ["signed"] }, 2);
    expect((await desk.open()).snapshot().findings.find(({ checkId }) => checkId === "screen-lock")?.outcome).toBe("block");
  });

  test("by writing it into the journal does not hold: there is no signature to verify", async () => {
    const desk = await deskIn(place.folder);
    const service = await desk.open();
    const pending = await opened(service);
    const { journal, folder } = await openStateStore(desk.state, () => desk.clock.at);
    const forge = async (record: ExceptionRecord, approval: string) => {
      await journal.append([approvedStep(pending.code, record, { way: "signed", keyId: "desk-1", approval }), grantedStep(record)], {
        at: desk.clock.at,
        aheadMs: 0,
      });
      await writeExceptions(folder, [record]);
      return (await desk.open()).snapshot().findings.find(({ checkId }) => checkId === "screen-lock")?.outcome;
    };
    const plain = newException({ ...pending.request, approver: "IT helpdesk" }, companyPolicy(), { at: desk.clock.at, aheadMs: 0 });
    const record = { ...plain, approvedBy: "signed" as const };
    expect(await forge(record, signed(pending, {}, generateKeys().privatePem))).toBe("block");
    expect(await forge(plain, "")).toBe("block");
    // The right signature does not carry other words, another end or a wider scope than were signed for.
    const right = signed(pending);
    const later = minutesAfter(60 * 24 * 3).toISOString();
    expect(await forge({ ...record, id: "EX-00000001", endsAt: later }, right)).toBe("block");
    expect(await forge({ ...record, id: "EX-00000002", compensatingMeasure: "Nothing at all." }, right)).toBe("block");
    expect(await forge({ ...record, id: "EX-00000003" }, right)).toBe("excepted");
  });
});
