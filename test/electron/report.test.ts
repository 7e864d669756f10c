import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOfPage } from "../../electron/services/report/reportHtml.ts";
import type { CallInput } from "../../shared/ipc/contract.ts";
import { launchApp, newPerson, type Running } from "./launchApp.ts";
import { callFrom, settled } from "./page.ts";

const person = newPerson("ja");
let running: Running;
beforeAll(async () => {
  running = await launchApp(person);
  await settled(running.page);
});
afterAll(async () => {
  await running.app.close();
  person.forget();
});

type Format = CallInput<"report.preview">["format"];
const preview = async (format: Format) => {
  const shown = await callFrom(running.page, "report.preview", { format, language: "ja", readable: [] });
  if (!shown.ok) throw new Error(shown.code);
  return shown;
};
const saveAs = async (id: string, name: string) => {
  const filePath = join(person.folder, name);
  await running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async (..._words: unknown[]) => ({ canceled: false, filePath: path });
  }, filePath);
  expect(await callFrom(running.page, "report.save", { id })).toEqual({ ok: true, how: "saved", fileName: name });
  return filePath;
};
const exportsInJournal = () =>
  readFileSync(join(person.folder, "state", "telework-preflight", "journal.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.includes('"kind":"report-export"')).length;

/** Every stream of a PDF that zlib can read, as text; what is not compressed as it stands. */
function contentOf(pdf: Buffer): string {
  const parts: string[] = [pdf.toString("latin1")];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7), { finishFlush: 2 }).toString("latin1"));
    } catch {
      // A font or a picture in another coding.
    }
  }
  return parts.join("\n");
}

describe("looking at a report in the window", () => {
  it("shows in a frame without script what is then saved, byte for byte", async () => {
    const shown = await preview("html");
    const seen = await running.page.evaluate(async (address) => {
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", "");
      frame.src = address ?? "";
      const loaded = new Promise((done) => frame.addEventListener("load", done));
      document.body.append(frame);
      await loaded;
      return { origin: location.origin, src: frame.src, reachable: frame.contentDocument !== null };
    }, shown.address);
    expect(seen).toMatchObject({ src: `app://preflight${shown.address}`, reachable: false });
    const frame = running.page.frames().find((one) => one.url() === seen.src);
    expect(await frame?.locator(".code strong").textContent()).toBe(shown.helpdeskCode);
    // The style of the report is in force: its own hash allows it.
    expect(await frame?.locator(".code strong").evaluate((element) => getComputedStyle(element).fontWeight)).toBe("700");
    const file = readFileSync(await saveAs(shown.id, "seen.html"));
    expect(file.byteLength).toBe(shown.bytes);
    // The machine-readable data of the page in the frame are those of the file, to the last character.
    expect(await frame?.locator("#preflight-report").textContent()).toBe(dataOfPage(file.toString("utf8"))?.json);
    await running.page.evaluate(() => document.querySelector("iframe")?.remove());
  });

  it("is recorded when it was saved, not when it was shown", async () => {
    const before = exportsInJournal();
    const { id } = await preview("json");
    expect(exportsInJournal()).toBe(before);
    await saveAs(id, "counted.json");
    expect(exportsInJournal()).toBe(before + 1);
  });
});

describe("a report as PDF", () => {
  it("is a file of A4 pages with embedded fonts, numbered, for the person alone to read; no window stays behind", async () => {
    const windows = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const before = await windows();
    const shown = await preview("pdf");
    expect(shown.fileName).toMatch(/\.pdf$/);
    expect(shown.address).toMatch(/^\/preview\//);
    const path = await saveAs(shown.id, "report.pdf");
    expect(await windows()).toBe(before);
    const file = readFileSync(path);
    expect([file.byteLength, statSync(path).mode & 0o777]).toEqual([shown.bytes, 0o600]);
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
    const content = contentOf(file);
    expect(content.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(1);
    // 210 × 297 mm in points.
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(content) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    expect(content).toMatch(/\/FontFile[23]?\b/);
    expect(content).not.toMatch(/\/(JavaScript|JS|Launch|URI)\b/);
  });
});
