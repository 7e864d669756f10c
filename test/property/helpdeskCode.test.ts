import fc from "fast-check";
import { expect, test } from "vitest";
import { type CodeContent, codedChecks, contentOf, dayModulus, revisionModulus, writeCode } from "../../electron/services/helpdesk/codeLayout.ts";
import { readCode } from "../../electron/services/helpdesk/readCode.ts";
import { lights } from "../../shared/decision.ts";

const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const today = new Date("2026-11-24T12:00:00Z");
const contents: fc.Arbitrary<CodeContent> = fc.record({
  light: fc.constantFrom(...lights),
  worst: fc.array(fc.record({ number: fc.integer({ min: 1, max: 63 }), unseen: fc.boolean() }), { maxLength: codedChecks }),
  policyRevision: fc.integer({ min: 0, max: revisionModulus - 1 }),
  day: fc.integer({ min: 0, max: dayModulus - 1 }),
  mark: fc.integer({ min: 0, max: 255 }),
});
const plainOf = (content: CodeContent) => [...writeCode(content).replaceAll("-", "")];
const mistakeOf = (characters: readonly string[]) => {
  const read = readCode(characters.join(""), today);
  return read.ok ? "none" : read.mistake;
};

test("every content is read back as it was written", () => {
  fc.assert(
    fc.property(contents, (content) => {
      expect(contentOf(plainOf(content).map((one) => alphabet.indexOf(one)))).toEqual(content);
    }),
  );
});

test("any one wrong character in any place is found", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const right = plainOf(content);
      for (const [place, character] of right.entries()) {
        for (const wrong of alphabet) if (wrong !== character) expect(mistakeOf(right.with(place, wrong))).toBe("check");
      }
    }),
    { numRuns: 40 },
  );
});

test("any swap of two different characters, neighbours or not, is found", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const right = plainOf(content);
      for (const [a, one] of right.entries()) {
        for (const [b, other] of right.entries()) if (one !== other) expect(mistakeOf(right.with(a, other).with(b, one))).toBe("check");
      }
    }),
    { numRuns: 40 },
  );
});

test("no text makes the reader throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(typeof readCode(text, today).ok).toBe("boolean");
    }),
  );
});
