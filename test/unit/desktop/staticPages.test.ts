import { describe, expect, it } from "vitest";
import { desktopText } from "../../../electron/desktop/desktopText.ts";
import type { Standing } from "../../../electron/desktop/standing.ts";
import { staticPages } from "../../../electron/desktop/staticPages.ts";
import type { Language } from "../../../shared/message.ts";
import type { PolicyTexts } from "../../../shared/snapshot.ts";

const desk: PolicyTexts["contacts"] = [
  { id: "desk", for: "helpdesk", name: { ja: "情報システム部", en: "IT" }, phone: "03-1234-5678", hours: { ja: "平日", en: "weekdays" } },
  { id: "lost", for: "loss", name: { ja: "紛失受付", en: "Loss desk" }, email: "loss@example.co.jp" },
];
function body(path: string, language: Language, contacts: PolicyTexts["contacts"] = desk, standing: Standing = "stop"): string {
  const pages = staticPages({ language: () => language, text: desktopText(() => language), contacts: () => contacts, standing: () => standing });
  return pages.get(path)?.body() ?? "";
}

describe.each(["/problem", "/cover"])("%s", (path) => {
  it("says whom to call, in the person's language, without script", () => {
    expect(body(path, "ja")).toMatch(/<html lang="ja">[\s\S]*情報システム部[\s\S]*03-1234-5678[\s\S]*平日[\s\S]*紛失受付[\s\S]*loss@example\.co\.jp/);
    expect(body(path, "en")).toMatch(/<html lang="en">[\s\S]*IT[\s\S]*weekdays[\s\S]*Loss desk/);
    expect(body(path, "ja")).not.toMatch(/<script|style=|\son\w+=/);
  });

  it("says so when nobody is on file", () => {
    expect(body(path, "ja", [])).toContain("連絡先は登録されていません");
  });

  it("holds what a policy says as text", () => {
    const evil = body(path, "en", [{ id: "x", for: "helpdesk", name: { ja: "x", en: '<img src=x onerror="1">' } }]);
    expect(evil).toContain("&lt;img src=x onerror=&quot;1&quot;&gt;");
  });
});

describe("the page for a failed screen", () => {
  it("goes on saying how things stand, and asks for itself anew, so that a light that went out is not told for long", () => {
    expect(body("/problem", "ja", desk, "go")).toContain("いまの判定：開始できます");
    expect(body("/problem", "ja", desk, "expired")).toContain("いまの判定：点検の期限が切れました");
    expect(body("/problem", "en", desk, "stop")).toContain("Current result: stop");
    expect(body("/problem", "ja")).toMatch(/<meta http-equiv="refresh" content="\d+">/);
  });
});

describe("the ways out", () => {
  it("of the page for a failed screen are opening it again and shutting down; a cover has none", () => {
    expect([...body("/problem", "ja").matchAll(/href="(app:[^"]+)"/g)].map(([, address]) => address)).toEqual([
      "app://preflight/static.css",
      "app://preflight/",
      "app://preflight/shut-down",
    ]);
    expect(body("/cover", "ja")).not.toContain("<a ");
  });
});
