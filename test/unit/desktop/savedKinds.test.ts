import { expect, it } from "vitest";
import { desktopText } from "../../../electron/desktop/desktopText.ts";
import { notWrittenBecause, savedAs } from "../../../electron/desktop/savedKinds.ts";

it.each([
  ["html", "報告書の保存", "報告書（HTML）"],
  ["json", "報告書の保存", "報告書（JSON）"],
  ["pdf", "報告書の保存", "報告書（PDF）"],
  ["jsonl", "記録の保存", "記録（JSON Lines）"],
])("the dialog for a file that ends in %s says what it is", (extension, title, kind) => {
  const text = desktopText(() => "ja");
  const words = savedAs(extension);
  expect([text(words.title), text(words.kind)]).toEqual([title, kind]);
});

// errno(3)
it.each([
  ["ENOSPC", "no-space"],
  ["EDQUOT", "no-space"],
  ["EACCES", "no-permission"],
  ["EPERM", "no-permission"],
  ["EROFS", "read-only"],
  ["not-regular", "not-written"],
  [undefined, "not-written"],
])("an error with the code %s is told as %s", (code, told) => {
  expect(notWrittenBecause(code)).toBe(told);
});
