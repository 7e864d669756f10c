import { describe, expect, it } from "vitest";
import { createTranslator } from "../../electron/services/text.ts";
import type { Text, TextKey } from "../../renderer/app/useText.ts";
import { lineWords } from "../../renderer/features/journal/lineWords.ts";
import { commonEn } from "../../shared/i18n/common.en.ts";
import { commonJa } from "../../shared/i18n/common.ja.ts";
import { screenEn } from "../../shared/i18n/screen.en.ts";
import { screenJa } from "../../shared/i18n/screen.ja.ts";
import { type JournalKind, journalKinds } from "../../shared/journal.ts";
import { lessons } from "../../shared/lessons/lessons.ts";
import { languages } from "../../shared/message.ts";

type Data = Readonly<Record<string, unknown>>;
const types = (...names: string[]): readonly Data[] => names.map((type) => ({ type, id: "EX-0000000A", code: "RQ-0000" }));

/** One entry for everything that the services write. */
const written: { readonly [K in JournalKind]: readonly [Data, ...Data[]] | readonly Data[] } = {
  run: [
    { lookedAt: "all", coverage: { evaluated: 4, unknown: 1 } },
    { lookedAt: ["vpn"], coverage: {} },
  ],
  decision: [{ light: "stop", helpdeskCode: "C622-2062-HJTT" }],
  exception: types("granted", "revoked", "ended", "requested", "withdrawn", "approved", "answer-refused"),
  declaration: [
    { checkId: "surroundings", affirmed: true },
    { checkId: "surroundings", affirmed: false },
  ],
  "policy-change": [
    { id: "example", revision: 1, refused: null },
    { id: "example", revision: 1, refused: "unsigned" },
  ],
  "report-export": [{ format: "html", helpdeskCode: "C622-2062-HJTT" }],
  "network-named": [{ named: "home" }, { named: "tether" }, { named: null }],
  deviation: types(
    ...["under-exception", "clock-went-back", "clock-settled", "state-unreadable", "declared-no"],
    ...["chain-restarted", "half-line-set-aside", "app-ended-unexpectedly"],
  ),
  lesson: [{ checkId: "lessons-current", subject: "loss", affirmed: true }],
  activity: [{ activityId: "mail" }],
  session: ["time", "network", "vpn", "resume", "unlock", "policy", "quit"].map((because) => ({ type: "ended", because })),
  app: types("started", "quit", "ended", "screen-failed", "stepped-aside", "returned", "shut-down"),
  dispute: [{ checkId: "vpn", words: "It is on." }],
  continued: [{ carried: [] }],
};

describe.each(languages)("the journal in %s", (language) => {
  const say = createTranslator(language, language === "ja" ? [commonJa, screenJa] : [commonEn, screenEn]);
  const text = {
    t: (key: TextKey, params: Readonly<Record<string, string | number>> = {}) => say({ key, params }),
    checkTitle: (id: string) => id,
    both: (words: { readonly ja: string; readonly en: string }) => words[language],
  } as unknown as Text;
  const wordsOf = (kind: string, data: Data) => lineWords({ seq: 1, at: "", kind, data, trusted: true }, { text, activities: [] });

  it.each(journalKinds)("has a sentence for everything of the kind %s", (kind) => {
    expect(written[kind].length).toBeGreaterThan(0);
    for (const data of written[kind]) {
      const words = wordsOf(kind, data) ?? "no words";
      expect(words).not.toBe("no words");
      expect(words).not.toMatch(/^screen\.|\{\{/);
    }
  });
  it("names the lesson that was passed", () => {
    expect(wordsOf("lesson", { subject: "loss" })).toContain(lessons.loss.title[language]);
  });
  it("has none for what only a later version knows", () => {
    expect(wordsOf("merger", {})).toBeNull();
  });
});
