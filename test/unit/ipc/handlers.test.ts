import { describe, expect, it } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { createHandlers } from "../../../electron/ipc/handlers.ts";
import type { CallInput } from "../../../shared/ipc/contract.ts";
import { fakeDoor } from "../../support/fakeDoor.ts";
import { fakeService } from "../../support/fakeService.ts";

const options: CallInput<"report.preview"> = { format: "html", language: "ja", readable: [] };

describe("the handlers", () => {
  it("hand the finished report to the door, which says where it went", async () => {
    const saved: unknown[] = [];
    const service = fakeService();
    const handlers = createHandlers({
      service,
      checks: [],
      door: fakeDoor({
        save: async (file) => {
          saved.push(file);
          return { ok: true, how: "saved", fileName: "chosen.html" };
        },
      }),
    });
    const shown = await handlers["report.preview"](options);
    expect(saved).toEqual([]);
    expect(await handlers["report.save"]({ id: shown.ok ? shown.id : "" })).toEqual({ ok: true, how: "saved", fileName: "chosen.html" });
    expect(saved).toEqual([{ fileName: "report.html", content: "<p>report</p>" }]);
  });

  it("tell a journal that cannot be read from one that is not there", async () => {
    const unreadable = async () => Promise.reject(new Error("EACCES"));
    const exported = (service: ReturnType<typeof fakeService>) => createHandlers({ service, checks: [], door: fakeDoor() })["journal.export"](null);
    expect(await exported(fakeService())).toEqual({ ok: false, code: "empty" });
    expect(await exported(fakeService({ journalFile: unreadable }))).toEqual({ ok: false, code: "unreadable" });
  });

  it("name the exported journal by the day of this PC's time zone", async () => {
    const saved: string[] = [];
    const save = async ({ fileName }: { readonly fileName: string }) => {
      saved.push(fileName);
      return { ok: true as const, how: "saved" as const, fileName };
    };
    const today = { day: "2026-12-01", runs: 0, lights: { go: 0, caution: 0, stop: 0 }, worst: null, entries: 1, untrusted: 0 };
    const service = fakeService({
      journalFile: async () => new Uint8Array([123, 125]),
      journalDays: async () => ({ days: [today], state: { ok: true, entries: 1, brokenAt: null } }),
    });
    await createHandlers({ service, checks: [], door: fakeDoor({ save }) })["journal.export"](null);
    expect(saved).toEqual(["preflight-journal-2026-12-01.jsonl"]);
  });

  it("do not ask for a place when there is no report", async () => {
    const handlers = createHandlers({
      service: fakeService({ report: async () => ({ ok: false, code: "no-run" }) }),
      checks: [],
      door: fakeDoor(),
    });
    expect(await handlers["report.preview"](options)).toEqual({ ok: false, code: "no-run" });
  });

  it.each(["ja", "en"] as const)("give the shared terms and the texts of every check in %s", async (language) => {
    const handlers = createHandlers({ service: fakeService(), checks, door: fakeDoor() });
    const texts = await handlers["texts.get"]({ language });
    expect(texts["light.stop"]).toBe(language === "ja" ? "停止" : "Stop");
    for (const { id } of checks) expect(texts[`check.${id}.title`], id).toMatch(/\S/);
  });

  it("cancel the run", async () => {
    const service = fakeService();
    const handlers = createHandlers({ service, checks: [], door: fakeDoor() });
    expect(await handlers["run.cancel"](null)).toEqual({ ok: true });
    expect(service.heard).toEqual([["cancel", null]]);
  });
});
