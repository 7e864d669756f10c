import { z } from "zod";
import { assertNever } from "../../../shared/assertNever.ts";
import { defineCheck } from "../check.ts";
import { answerAt } from "../declared.ts";
import { onEveryOs } from "../texts.ts";

/** Did the person take the security lessons within the year? The yes holds for days. */
export const lessonsCurrent = defineCheck({
  id: "lessons-current",
  group: "people",
  kind: "declared",
  risks: ["human-error", "external-service"],
  needs: [],
  settings: z.strictObject({
    validDays: z.number().int().min(1).max(732).default(365).describe("days for which the lessons count"),
  }),
  texts: {
    ja: {
      title: "セキュリティ教育",
      why: "手口を知らないと、だまされたり、うっかりルールを破ったりして、情報を漏らすおそれがあります。",
      messages: {
        yes: "セキュリティ教育を受けたと申告しています。",
        no: "セキュリティ教育をまだ受けていないと申告しています。",
        expired: "前の教育から {{days}} 日以上たちました。もう一度受けてください。",
        missing: "セキュリティ教育を受けたかどうかを、まだ申告していません。",
      },
      remedies: {
        declare: onEveryOs("会社のセキュリティ教育を受けます。\n受けたら、この項目で「はい」と答えます。"),
        act: onEveryOs(
          "会社のセキュリティ教育を受けます。\n受け方が分からないときは、上司かヘルプデスクに相談してください。\n受けたら、もう一度答えます。",
        ),
      },
    },
    en: {
      title: "Security lessons",
      why: "If you do not know how attackers work, you may be deceived, or break a rule by mistake, and leak information.",
      messages: {
        yes: "You declared that you took the security lessons.",
        no: "You declared that you have not taken the security lessons yet.",
        expired: "Your last lessons are {{days}} days old or older. Please take them again.",
        missing: "You have not declared yet whether you took the security lessons.",
      },
      remedies: {
        declare: onEveryOs("Take your company's security lessons.\nThen answer “yes” on this item."),
        act: onEveryOs("Take your company's security lessons.\nIf you do not know where, ask your manager or the helpdesk.\nThen answer again."),
      },
    },
  },
  evaluate({ declaration, settings, now }, say) {
    const answer = answerAt(declaration, settings.validDays * 24, now);
    switch (answer) {
      case "yes":
        return say.pass("yes");
      case "no":
        return say.fail("no", "act");
      case "expired":
        return say.fail("expired", "declare", { params: { days: settings.validDays } });
      case "missing":
        return say.fail("missing", "declare");
      default:
        return assertNever(answer);
    }
  },
});
