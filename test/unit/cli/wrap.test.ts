import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, padEnd } from "../../../electron/cli/displayWidth.ts";
import { wrap } from "../../../electron/cli/wrap.ts";

describe("the width of text in a terminal", () => {
  // Unicode 16 EastAsianWidth.txt: W and F are two columns, H, Na, N and (outside East Asian fonts) A are one.
  it.each([
    ["Wi-Fi", 5],
    ["画面ロック", 10],
    ["ｶﾌｪ", 3],
    ["ＶＰＮ", 6],
    ["、。「」", 8],
    ["✓!✕?", 4],
    ["é", 1],
    ["📶", 2],
    ["한국", 4],
  ])("%s takes %i columns", (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it("is what padding counts with", () => {
    expect(padEnd("画面", 6)).toBe("画面  ");
    expect(padEnd("too long", 3)).toBe("too long");
  });
});

describe("wrapping", () => {
  it("breaks English between words", () => {
    expect(wrap("The screen locks after 10 min without input.", 20)).toEqual(["The screen locks", "after 10 min without", "input."]);
  });

  it("breaks Japanese anywhere, but begins no line with a closing mark and ends none with an opening one", () => {
    expect(wrap("設定を開きます。", 14)).toEqual(["設定を開きま", "す。"]);
    expect(wrap("設定で「画面」を選ぶ", 8)).toEqual(["設定で", "「画面」", "を選ぶ"]);
  });

  it("keeps a Latin word in Japanese text whole", () => {
    expect(wrap("今すぐ Preflight で点検", 12)).toEqual(["今すぐ", "Preflight で", "点検"]);
  });

  it("cuts a word that is wider than the line", () => {
    expect(wrap("sha256-0123456789", 8)).toEqual(["sha256-0", "12345678", "9"]);
  });

  it("loses no character but spaces, and no line is too wide", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abc漢字、。「」 ー(1)") }), fc.integer({ min: 16, max: 40 }), (text, columns) => {
        const lines = wrap(text, columns);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        expect(lines.every((line) => displayWidth(line) <= columns)).toBe(true);
      }),
    );
  });
});
