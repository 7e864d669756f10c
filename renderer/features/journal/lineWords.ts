import type { JournalKind, JournalLine } from "../../../shared/journal.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import type { PolicyTexts } from "../../../shared/snapshot.ts";
import type { Text, TextKey } from "../../app/useText.ts";
import { isKind } from "./kindWords.ts";

type Data = JournalLine["data"];
interface Words {
  readonly text: Text;
  readonly activities: PolicyTexts["activities"];
}
/** The sentence of one entry; null: this version has no sentence for it. */
type Say = (data: Data, words: Words) => string | null;

const wordOf = (data: Data, name: string): string => {
  const value = data[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};
const numberIn = (value: unknown, name: string): number => {
  const found = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === "number" ? found : 0;
};
/** A sentence by the entry's own word for what happened, with its plain members as parameters. */
const byType =
  (sentences: Readonly<Record<string, TextKey>>, member = "type"): Say =>
  (data, { text }) => {
    const type = wordOf(data, member);
    const key = Object.hasOwn(sentences, type) ? sentences[type] : undefined;
    return key === undefined
      ? null
      : text.t(key, { id: wordOf(data, "id"), code: wordOf(data, "code"), title: text.checkTitle(wordOf(data, "checkId")) });
  };

const sentences: { readonly [K in JournalKind]: Say } = {
  run: ({ coverage, lookedAt }, { text }) =>
    Array.isArray(lookedAt)
      ? text.t("screen.journal.say.run.some", { count: lookedAt.length })
      : text.t("screen.journal.say.run", { evaluated: numberIn(coverage, "evaluated"), unknown: numberIn(coverage, "unknown") }),
  decision(data, { text }) {
    const light = data["light"];
    if (light !== "go" && light !== "caution" && light !== "stop") return null;
    return text.t("screen.journal.say.decision", { light: text.t(`light.${light}`), code: wordOf(data, "helpdeskCode") });
  },
  exception: byType({
    granted: "screen.journal.say.exception.granted",
    revoked: "screen.journal.say.exception.revoked",
    ended: "screen.journal.say.exception.ended",
    requested: "screen.journal.say.exception.requested",
    withdrawn: "screen.journal.say.exception.withdrawn",
    approved: "screen.journal.say.exception.approved",
    "answer-refused": "screen.journal.say.exception.answer-refused",
  }),
  declaration: (data, { text }) =>
    text.t(data["affirmed"] === true ? "screen.journal.say.declaration.yes" : "screen.journal.say.declaration.no", {
      title: text.checkTitle(wordOf(data, "checkId")),
    }),
  "policy-change": (data, { text }) =>
    text.t(data["refused"] == null ? "screen.journal.say.policy" : "screen.journal.say.policy.refused", {
      id: wordOf(data, "id"),
      revision: wordOf(data, "revision"),
      refused: wordOf(data, "refused"),
    }),
  "report-export": (data, { text }) =>
    text.t("screen.journal.say.report", { format: wordOf(data, "format").toUpperCase(), code: wordOf(data, "helpdeskCode") }),
  "network-named": byType(
    { home: "screen.journal.say.network.home", tether: "screen.journal.say.network.tether", "": "screen.journal.say.network.none" },
    "named",
  ),
  deviation: byType({
    "under-exception": "screen.journal.say.deviation.under-exception",
    "clock-went-back": "screen.journal.say.deviation.clock-went-back",
    "clock-settled": "screen.journal.say.deviation.clock-settled",
    "state-unreadable": "screen.journal.say.deviation.state-unreadable",
    "declared-no": "screen.journal.say.deviation.declared-no",
    "chain-restarted": "screen.journal.say.deviation.chain-restarted",
    "half-line-set-aside": "screen.journal.say.deviation.half-line",
    "app-ended-unexpectedly": "screen.journal.say.deviation.app-ended",
  }),
  lesson(data, { text }) {
    const id = wordOf(data, "subject");
    const lesson = Object.values(lessons).find((one) => one.id === id);
    return text.t("screen.journal.say.lesson", { title: lesson ? text.both(lesson.title) : id });
  },
  continued: (_, { text }) => text.t("screen.journal.say.continued"),
  activity(data, { text, activities }) {
    const activity = activities.find(({ id }) => id === data["activityId"]);
    return text.t("screen.journal.say.activity", { title: activity ? text.both(activity.title) : wordOf(data, "activityId") });
  },
  session: byType(
    {
      time: "screen.journal.say.session.time",
      network: "screen.journal.say.session.network",
      vpn: "screen.journal.say.session.vpn",
      resume: "screen.journal.say.session.resume",
      unlock: "screen.journal.say.session.unlock",
      policy: "screen.journal.say.session.policy",
      quit: "screen.journal.say.session.quit",
    },
    "because",
  ),
  app: byType({
    started: "screen.journal.say.app.started",
    quit: "screen.journal.say.app.quit",
    ended: "screen.journal.say.app.ended",
    "screen-failed": "screen.journal.say.app.screen-failed",
    "stepped-aside": "screen.journal.say.app.stepped-aside",
    returned: "screen.journal.say.app.returned",
    "shut-down": "screen.journal.say.app.shut-down",
  }),
  dispute: (data, { text }) =>
    text.t("screen.journal.say.dispute", { title: text.checkTitle(wordOf(data, "checkId")), words: wordOf(data, "words") }),
};

/** One entry as a sentence; null for kinds and happenings that only a later version knows: they are shown as they were written. */
export function lineWords({ kind, data }: JournalLine, words: Words): string | null {
  return isKind(kind) ? sentences[kind](data, words) : null;
}
