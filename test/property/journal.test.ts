import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineOf, nextEntry, scanJournal } from "../../electron/services/journalChain.ts";
import type { JournalEntry, JournalHead } from "../../electron/services/journalEntry.ts";

// No line of ours has a name that JavaScript keeps for itself, and one that has is no line (test/unit/services/plainJson.test.ts).
const names = fc.string({ maxLength: 12 }).filter((name) => !["__proto__", "constructor", "prototype"].includes(name));
const data = fc.dictionary(names, fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.integer(), fc.boolean()), {
  maxKeys: 4,
});

const journals = fc.array(data, { minLength: 1, maxLength: 8 }).map((contents) => {
  const entries: JournalEntry[] = [];
  let head: JournalHead | null = null;
  for (const [index, content] of contents.entries()) {
    const entry: JournalEntry = nextEntry(head, "run", content, { at: new Date(Date.UTC(2026, 10, 22, 0, index)), aheadMs: index % 2 });
    entries.push(entry);
    head = { seq: entry.seq, digest: entry.digest };
  }
  return { lines: entries.map(lineOf), head: head ?? { seq: 0, digest: "" } };
});

describe("law 6: every entry names the one before", () => {
  test("an untouched journal is whole", () => {
    fc.assert(
      fc.property(journals, ({ lines, head }) => {
        const { verification } = scanJournal(Buffer.from(lines.join("")), head);
        expect(verification).toMatchObject({ ok: true, entries: lines.length, tornTail: false });
      }),
    );
  });

  test("any changed byte is found", () => {
    fc.assert(
      fc.property(journals, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ lines, head }, place, change) => {
        const bytes = Buffer.from(lines.join(""));
        const index = place % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ change;
        expect(scanJournal(bytes, head).verification.ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("any part cut out is found, the end included", () => {
    fc.assert(
      fc.property(journals, fc.nat(), fc.nat(), ({ lines, head }, from, length) => {
        const bytes = Buffer.from(lines.join(""));
        const start = from % bytes.length;
        const end = Math.min(bytes.length, start + 1 + (length % bytes.length));
        const cut = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
        expect(scanJournal(cut, head).verification.ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("two entries in another order, one twice, or one from another journal are found", () => {
    fc.assert(
      fc.property(journals, journals, fc.nat(), fc.nat(), ({ lines, head }, other, a, b) => {
        const first = a % lines.length;
        const second = b % lines.length;
        const foreign = other.lines[b % other.lines.length] ?? "";
        const swapped = lines.map((line, index) => (index === first ? (lines[second] ?? "") : index === second ? (lines[first] ?? "") : line));
        const doubled = lines.flatMap((line, index) => (index === first ? [line, line] : [line]));
        const replaced = lines.map((line, index) => (index === first ? foreign : line));
        for (const changed of [swapped, doubled, replaced]) {
          if (changed.join("") === lines.join("")) continue;
          expect(scanJournal(Buffer.from(changed.join("")), head).verification.ok).toBe(false);
        }
      }),
    );
  });

  test("a half-written next line is told apart from a break, and every complete line counts", () => {
    fc.assert(
      fc.property(journals, data, fc.nat(), ({ lines, head }, content, place) => {
        const next = Buffer.from(lineOf(nextEntry(head, "run", content, { at: new Date(Date.UTC(2026, 10, 23)), aheadMs: 0 })));
        const part = next.subarray(0, 1 + (place % (next.length - 2)));
        const { verification } = scanJournal(Buffer.concat([Buffer.from(lines.join("")), part]), head);
        expect(verification).toMatchObject({ ok: true, entries: lines.length, tornTail: true });
      }),
    );
  });

  test("no bytes make the scan throw", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void scanJournal(Buffer.from(bytes), "absent")));
  });
});
