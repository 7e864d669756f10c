import { describe, expect, it } from "vitest";
import { createPreviewPages } from "../../../electron/ipc/previewPages.ts";
import { createPreviews } from "../../../electron/ipc/previews.ts";
import { browserDoor } from "../../../shared/browserDoor.ts";
import type { CallInput } from "../../../shared/ipc/contract.ts";
import { fakeDoor } from "../../support/fakeDoor.ts";
import { fakeService } from "../../support/fakeService.ts";

const wanted = (format: CallInput<"report.preview">["format"]): CallInput<"report.preview"> => ({ format, language: "ja", readable: [] });
const minutes = (count: number) => count * 60_000;

function stage(door: Parameters<typeof fakeDoor>[0] = {}) {
  const time = { now: 0 };
  const now = () => time.now;
  const service = fakeService();
  const saved: unknown[] = [];
  const pages = createPreviewPages(now);
  const own = fakeDoor({
    save: async (file) => {
      saved.push(file);
      return { ok: true, how: "saved", fileName: file.fileName };
    },
    ...door,
  });
  return { time, service, saved, pages, previews: createPreviews({ service, door: own, pages, now }) };
}
const ok = <T extends { readonly ok: boolean }>(answer: T) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer as Extract<T, { readonly ok: true }>;
};

describe("a report that is looked at", () => {
  it("is shown at an address that cannot be guessed, saved byte for byte, and recorded when it was saved", async () => {
    const { service, saved, pages, previews } = stage();
    const shown = ok(await previews.preview(wanted("html")));
    expect(shown.address).toMatch(/^\/preview\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(shown.address).not.toContain(shown.id);
    const page = pages.at(shown.address ?? "")?.html;
    expect([shown.bytes, shown.text]).toEqual([Buffer.byteLength(page ?? ""), null]);
    expect(service.heard.map((one) => (one as unknown[])[0])).toEqual(["report"]);
    expect(await previews.save(shown.id)).toEqual({ ok: true, how: "saved", fileName: "report.html" });
    expect(saved).toEqual([{ fileName: "report.html", content: page }]);
    expect(service.heard.map((one) => (one as unknown[])[0])).toEqual(["report", "reportLeft"]);
  });

  it("is text as JSON, without an address", async () => {
    expect(ok(await stage().previews.preview(wanted("json")))).toMatchObject({ address: null, text: "<p>report</p>", bytes: 13 });
  });

  it("is recorded as left neither when the person stops nor when it could not be written", async () => {
    for (const code of ["cancelled", "not-written"] as const) {
      const { service, previews } = stage({ save: async () => ({ ok: false, code }) });
      const { id } = ok(await previews.preview(wanted("html")));
      expect(await previews.save(id)).toEqual({ ok: false, code });
      expect(service.heard).toHaveLength(1);
      // The same report can still be saved elsewhere.
      expect(await previews.save(id)).toEqual({ ok: false, code });
    }
  });

  it("gives way to the next one, which alone can be saved and seen", async () => {
    const { pages, previews } = stage();
    const first = ok(await previews.preview(wanted("html")));
    const second = ok(await previews.preview(wanted("html")));
    expect(await previews.save(first.id)).toEqual({ ok: false, code: "no-preview" });
    expect(pages.at(first.address ?? "")).toBeNull();
    expect((await previews.save(second.id)).ok).toBe(true);
  });

  it("is gone after ten minutes", async () => {
    const { time, pages, previews } = stage();
    const { id, address } = ok(await previews.preview(wanted("html")));
    time.now = minutes(10) - 1;
    expect(pages.at(address ?? "")).not.toBeNull();
    time.now = minutes(10);
    expect(pages.at(address ?? "")).toBeNull();
    expect(await previews.save(id)).toEqual({ ok: false, code: "no-preview" });
  });
});

describe("a report as PDF", () => {
  const printing = { state: () => ({ ...browserDoor, pdf: true }) };

  it("is printed from the page that is shown, and what was printed is saved", async () => {
    const printed: string[] = [];
    const { saved, pages, previews } = stage({
      ...printing,
      toPdf: async (path) => {
        printed.push(path);
        return new Uint8Array([37, 80, 68, 70]);
      },
    });
    const shown = ok(await previews.preview(wanted("pdf")));
    expect([printed, shown.bytes]).toEqual([[shown.address], 4]);
    expect(pages.at(shown.address ?? "")?.html).toBe("<p>report</p>");
    await previews.save(shown.id);
    expect(saved).toEqual([{ fileName: "report.html", content: new Uint8Array([37, 80, 68, 70]) }]);
  });

  it("is refused where nothing can print, without making a report, and when printing fails", async () => {
    const browser = stage();
    expect(await browser.previews.preview(wanted("pdf"))).toEqual({ ok: false, code: "no-pdf" });
    expect(browser.service.heard).toEqual([]);
    expect(await stage({ ...printing, toPdf: async () => null }).previews.preview(wanted("pdf"))).toEqual({ ok: false, code: "no-pdf" });
  });

  it("that is ready late does not take the place of what was asked for after it", async () => {
    let finish: (pdf: Uint8Array) => void = () => undefined;
    const { saved, previews } = stage({ ...printing, toPdf: () => new Promise((done) => (finish = done)) });
    const slow = previews.preview(wanted("pdf"));
    await new Promise((done) => setImmediate(done));
    const { id } = ok(await previews.preview(wanted("json")));
    finish(new Uint8Array([1]));
    expect(await previews.save(ok(await slow).id)).toEqual({ ok: false, code: "no-preview" });
    await previews.save(id);
    expect(saved).toEqual([{ fileName: "report.html", content: "<p>report</p>" }]);
  });
});
