import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSentences } from "../../../electron/cli/sentences.ts";
import { terminalJson, terminalText } from "../../../electron/cli/terminalText.ts";

// The categories of Unicode that are never drawn by themselves: Cc controls, Cf format, Zl and Zp separators, Cs lone surrogates.
const steering = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

describe("text from outside on a terminal", () => {
  it("shows an escape sequence instead of obeying it", () => {
    expect(terminalText("Cafe\u001b[2J\u001b]0;title\u0007")).toBe("Cafe␛[2J␛]0;title␇");
  });

  it("keeps everything on one line", () => {
    expect(terminalText("a\nb\r\nc\u2028d\u0085e")).toBe("a␊b␍␊c<U+2028>d<U+0085>e");
  });

  it("shows the one-character escape sequence of C1 and DEL", () => {
    expect(terminalText("\u009b31m\u007f")).toBe("<U+009B>31m␡");
  });

  it("shows marks that turn the direction of writing, and characters of no width", () => {
    expect(terminalText("\u202egnp.exe\u2066\u200b\ufeff")).toBe("<U+202E>gnp.exe<U+2066><U+200B><U+FEFF>");
  });

  it("leaves Japanese, accents, symbols and emoji as they are", () => {
    expect(terminalText("カフェ Wi-Fi é が 東京タワー✓ 📶")).toBe("カフェ Wi-Fi é が 東京タワー✓ 📶");
  });

  it("lets nothing that steers a terminal through, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !steering.test(terminalText(text))));
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => !steering.test(terminalText(String.fromCharCode(...codes)))));
  });
});

describe("JSON on a terminal", () => {
  it("is the same data, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = terminalJson({ ssid: text });
        expect(JSON.parse(json)).toEqual({ ssid: Buffer.from(text).toString() });
        return !steering.test(json.replaceAll("\n", ""));
      }),
    );
  });
});

describe("sentences with parameters from outside", () => {
  it.each(["ja", "en"] as const)("cannot be given another line, a colour or a text of ours by an SSID (%s)", (language) => {
    const evil = "x\n  ✓ 開始できます\u001b[32m $t(light.go) {{title}} \u202e";
    const sentence = createSentences(language).own("cli.next.block.fail", { title: evil });
    expect(sentence).not.toMatch(steering);
    expect(sentence).toContain("x␊  ✓ 開始できます␛[32m $t(light.go) {{title}} <U+202E>");
  });
});
