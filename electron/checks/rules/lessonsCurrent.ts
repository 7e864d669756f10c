import { z } from "zod";
import { type RiskId, riskIds } from "../../../shared/risks.ts";
import { defineCheck } from "../check.ts";
import { answerAt } from "../declared.ts";
import { onEveryOs } from "../texts.ts";

const places = ["a", "b", "c", "d", "e", "f"] as const;
const dueMessages = ["due1", "due2", "due3", "due4", "due5"] as const;
const risk = {
  malware: "risk-malware",
  loss: "risk-loss",
  eavesdropping: "risk-eavesdropping",
  intrusion: "risk-intrusion",
  "external-service": "risk-external-service",
  "human-error": "risk-human-error",
} as const satisfies { readonly [R in RiskId]: string };

/** Days for which a passed lesson counts. */
export const lessonsSettings = z.strictObject({
  validDays: z.number().int().min(1).max(732).default(365).describe("days for which a passed lesson counts"),
});

/**
 * Has the person passed every lesson within the year? Each one is proved by right answers to its questions; a mere "yes, I was trained" is not asked for
 * and counts for nothing.
 */
export const lessonsCurrent = defineCheck({
  id: "lessons-current",
  group: "people",
  kind: "declared",
  risks: ["human-error", "external-service"],
  needs: [],
  settings: lessonsSettings,
  texts: {
    ja: {
      title: "セキュリティのレッスン",
      why: "手口を知らないと、だまされたり、うっかりルールを破ったりして、情報を漏らすおそれがあります。",
      messages: {
        current: "6 つのレッスンをすべて終えています。",
        due1: "「{{a}}」のレッスンが、まだか、期限切れです。",
        due2: "「{{a}}」と「{{b}}」のレッスンが、まだか、期限切れです。",
        due3: "「{{a}}」「{{b}}」「{{c}}」のレッスンが、まだか、期限切れです。",
        due4: "「{{a}}」「{{b}}」「{{c}}」「{{d}}」のレッスンが、まだか、期限切れです。",
        due5: "「{{a}}」「{{b}}」「{{c}}」「{{d}}」「{{e}}」のレッスンが、まだか、期限切れです。",
        due6: "6 つのレッスンが、どれもまだか、期限切れです。",
        "risk-malware": "マルウェア",
        "risk-loss": "紛失・盗難",
        "risk-eavesdropping": "盗聴",
        "risk-intrusion": "不正アクセス",
        "risk-external-service": "外部サービス",
        "risk-human-error": "うっかりミス",
      },
      remedies: {
        learn: onEveryOs(
          "画面の「学ぶ」を開きます（コマンドでは preflight lessons）。\n「受けてください」と出ているレッスンを選びます。1 つ 2 分ほどです。\n最後の問題に正しく答えると、レッスンは終わりです。",
        ),
      },
    },
    en: {
      title: "Security lessons",
      why: "If you do not know how attackers work, you may be deceived, or break a rule by mistake, and leak information.",
      messages: {
        current: "You have passed all six lessons.",
        due1: "The lesson “{{a}}” is still to be taken, or no longer counts.",
        due2: "The lessons “{{a}}” and “{{b}}” are still to be taken, or no longer count.",
        due3: "The lessons “{{a}}”, “{{b}}” and “{{c}}” are still to be taken, or no longer count.",
        due4: "The lessons “{{a}}”, “{{b}}”, “{{c}}” and “{{d}}” are still to be taken, or no longer count.",
        due5: "The lessons “{{a}}”, “{{b}}”, “{{c}}”, “{{d}}” and “{{e}}” are still to be taken, or no longer count.",
        due6: "All six lessons are still to be taken, or no longer count.",
        "risk-malware": "Malware",
        "risk-loss": "Loss and theft",
        "risk-eavesdropping": "Eavesdropping",
        "risk-intrusion": "Break-in",
        "risk-external-service": "Outside services",
        "risk-human-error": "Slips",
      },
      remedies: {
        learn: onEveryOs(
          "Open “Learn” on the screen (or preflight lessons in a terminal).\nChoose a lesson that is marked as due. Each takes about two minutes.\nAnswer the questions at its end: with all of them right the lesson is done.",
        ),
      },
    },
  },
  evaluate({ answerOn, settings, now }, say) {
    const due = riskIds.filter((id) => answerAt(answerOn(id), settings.validDays * 24, now) !== "yes");
    if (due.length === 0) return say.pass("current");
    const names = due.slice(0, places.length).map((id, index) => [places[index] ?? "f", { key: `check.lessons-current.${risk[id]}` }] as const);
    const message = dueMessages[due.length - 1];
    return message === undefined ? say.fail("due6", "learn") : say.fail(message, "learn", { params: Object.fromEntries(names) });
  },
});
