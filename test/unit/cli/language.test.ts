import { describe, expect, it } from "vitest";
import { languageOf } from "../../../electron/cli/language.ts";

describe("the language of messages", () => {
  it.each([
    [{}, "ja"],
    [{ LANG: "C" }, "ja"],
    [{ LANG: "C.UTF-8" }, "ja"],
    [{ LANG: "POSIX" }, "ja"],
    [{ LANG: "ja_JP.UTF-8" }, "ja"],
    [{ LANG: "ja" }, "ja"],
    [{ LANG: "en_US.UTF-8" }, "en"],
    [{ LANG: "de_DE@euro" }, "en"],
    [{ LANG: "jam_JM.UTF-8" }, "en"],
    [{ LANG: "ja_JP.UTF-8", LC_MESSAGES: "en_GB.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "en_GB.UTF-8", LC_ALL: "ja_JP.eucJP" }, "ja"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "" }, "en"],
  ])("%j means %s", (env, language) => {
    expect(languageOf(undefined, env)).toBe(language);
  });

  it("follows --lang before everything else", () => {
    expect(languageOf("en", { LC_ALL: "ja_JP.UTF-8" })).toBe("en");
    expect(languageOf("ja", { LC_ALL: "en_US.UTF-8" })).toBe("ja");
  });
});
