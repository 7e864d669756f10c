import { describe, expect, it } from "vitest";
import { terminalJson, terminalText } from "../../electron/cli/terminalText.ts";
import { evidence } from "../../electron/probes/common/gather.ts";
import { plainText } from "../../electron/services/plainText.ts";
import { html, quietJson } from "../../electron/services/report/html.ts";
import { outsideText } from "../../renderer/app/outsideText.ts";

// By Unicode's own properties (UAX #44), not by our list. Variants of characters are part of people's names.
const bad = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u;
const stays = /[\t\n\p{Variation_Selector}]/u;
const characters = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => bad.test(character) && !stays.test(character));

const doors: Readonly<Record<string, (text: string) => string>> = {
  "the terminal": terminalText,
  "JSON on a terminal": (text) => terminalJson({ text }),
  "the report page": (text) => html`<p title="${text}">${text}</p>`.markup,
  "the report's data": (text) => quietJson(JSON.stringify({ text })),
  evidence: (text) => evidence("x", text).seen,
  "a notice": (text) => plainText(text, 100),
  "the screen": outsideText,
};

describe("a character that steers or hides", () => {
  it("is one of these, among others", () => {
    for (const code of [0x61c, 0xad, 0x180e, 0x3164, 0xe0041, 0x200b, 0xfeff, 0x202e, 0x1b]) expect(characters).toContain(String.fromCodePoint(code));
  });
  it.each(Object.entries(doors))("never reaches %s as it is", (_, through) => {
    const left = characters.filter((character) => through(`a${character}b`).includes(character));
    expect(left.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
  });
  it("is the same data in JSON that is made harmless", () => {
    const text = characters.join("");
    expect(JSON.parse(quietJson(JSON.stringify(text)))).toBe(text);
    expect(JSON.parse(terminalJson(text))).toBe(text);
  });
  it.each(Object.entries(doors))("%s leaves names as they are", (_, through) => {
    for (const name of ["葛\u{e0100}城", "東京 café", "👍🏽"]) expect(through(name)).toContain(name);
  });
});
