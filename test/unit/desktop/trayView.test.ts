import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { desktopText } from "../../../electron/desktop/desktopText.ts";
import { trayPictures, trayView } from "../../../electron/desktop/tray/trayView.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { exampleSnapshot } from "../../support/fakeService.ts";

const finishedAt = "2026-11-24T09:12:04.000Z";
const validUntil = "2026-11-24T09:27:04.000Z";
const after: Snapshot = exampleSnapshot({
  phase: { kind: "finished" },
  run: { id: "run", startedAt: finishedAt, finishedAt, durationMs: 1800 },
  decision: { light: "go", clearances: [], coverage: { evaluated: 1, unknown: 0, skipped: 0, declared: 0 }, integrity: [], validUntil },
});
const at = (iso: string) => new Date(iso);
// The time zone of whoever runs the test; what counts is that it is theirs.
const local = (iso: string) => new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const view = (standing: Parameters<typeof trayView>[0], language: "ja" | "en", now = at("2026-11-24T09:13:00.000Z")) =>
  trayView(
    standing,
    after,
    desktopText(() => language),
    language,
    now,
  );

describe("the tray", () => {
  it("says the light, the last check and the next in words", () => {
    expect(view("stop", "ja").tooltip).toBe(`Preflight: 停止\n前回の点検: ${local(finishedAt)}\n次の点検: ${local(validUntil)} までに`);
    expect(view("stop", "en").tooltip).toBe(`Preflight: stop\nLast check: ${local(finishedAt)}\nNext check: by ${local(validUntil)}`);
  });

  it("names the day when it is another one", () => {
    expect(view("go", "ja", at("2026-11-26T09:00:00.000Z")).tooltip).toMatch(/前回の点検: 11\/24 /);
  });

  it.each(["checking", "idle", "failed", "cancelled", "expired"] as const)("is not green and promises no next check while it is %s", (standing) => {
    const { picture, tooltip } = view(standing, "en");
    expect(picture).toBe(standing === "checking" ? "checking" : "unknown");
    expect(tooltip).not.toContain("Next check");
    expect(tooltip).not.toContain("clear to start");
  });

  it.each(["ja", "en"] as const)("fits into what Windows shows: %s", (language) => {
    for (const standing of ["stop", "caution", "go", "checking", "idle", "failed", "cancelled", "expired"] as const) {
      expect(view(standing, language, at("2026-12-24T09:00:00.000Z")).tooltip.length).toBeLessThanOrEqual(127);
    }
  });

  it("says so when nothing has been checked yet", () => {
    const fresh = trayView(
      "idle",
      exampleSnapshot(),
      desktopText(() => "ja"),
      "ja",
      at(finishedAt),
    );
    expect(fresh.tooltip).toBe("Preflight: いまの判定はありません\n前回の点検: まだありません");
  });
});

describe("the pictures", () => {
  const root = `${import.meta.dirname}/../../..`;
  const drawing = readFileSync(`${root}/build/icons.mjs`, "utf8");
  const onScreen = readFileSync(`${root}/renderer/ui/Icon.tsx`, "utf8");

  it("are drawn from the shapes of the screen", () => {
    const paths = [...drawing.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(paths.length).toBeGreaterThanOrEqual(8);
    for (const path of paths) expect(onScreen).toContain(`d="${path}"`);
  });

  it.each(trayPictures)("%s is there in every size, as a PNG of that size", (picture) => {
    for (const size of [16, 20, 24, 32, 48]) {
      const png = readFileSync(`${root}/build/icons/tray/${picture}-${size}.png`);
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it("of the app are there for every packager", () => {
    const icon = (name: string) => readFileSync(`${root}/build/icons/${name}`);
    expect(icon("icon.ico").readUInt16LE(4)).toBe(5);
    expect(icon("icon.icns").subarray(0, 4).toString("latin1")).toBe("icns");
    expect(icon("icon.icns").readUInt32BE(4)).toBe(icon("icon.icns").length);
    for (const size of [16, 32, 48, 64, 128, 256, 512]) expect(icon(`${size}x${size}.png`).readUInt32BE(16)).toBe(size);
  });
});
