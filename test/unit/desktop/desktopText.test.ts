import { describe, expect, it } from "vitest";
import { desktopLanguage } from "../../../electron/desktop/desktopText.ts";

describe("the desktop's language", () => {
  it.each([
    [["ja-JP", "en-US"], "ja"],
    [["en-GB", "ja"], "en"],
    [["fr-FR", "en-US", "ja"], "en"],
    [["fr-FR", "de-DE"], "ja"],
    [["jam", "en"], "en"],
    [[], "ja"],
  ])("for %j is %s", (preferred, language) => {
    expect(desktopLanguage(preferred)).toBe(language);
  });
});
