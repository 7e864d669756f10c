import { z } from "zod";
import { defineCheck } from "../check.ts";
import { answerAt, verdictOfAnswer } from "../declared.ts";
import { onEveryOs } from "../texts.ts";

/** Is this the PC that the company lent to, or permitted for, this person? Work on a shared PC leaves files behind for others. */
export const assignedDevice = defineCheck({
  id: "assigned-device",
  group: "people",
  kind: "declared",
  risks: ["human-error", "loss"],
  needs: [],
  settings: z.strictObject({
    validDays: z.number().int().min(1).max(366).default(90).describe("days for which a yes holds"),
  }),
  texts: {
    ja: {
      title: "使用する PC",
      why: "家族や他人と共用の PC で業務をすると、機密のファイルが残り、ほかの人に見られるおそれがあります。",
      messages: {
        ask: "この PC は、会社から借りたものか、会社が使用を認めたものですか。",
        yes: "会社から借りた、または使用を認められた PC だと申告しています。",
        no: "会社から借りた PC でも、使用を認められた PC でもないと申告しています。",
        expired: "前の申告から時間がたちました。もう一度答えてください。",
        missing: "会社から借りた、または使用を認められた PC かどうかを、まだ申告していません。",
      },
      remedies: {
        declare: onEveryOs(
          "会社から借りた PC か、会社が業務での使用を認めた PC であることを確かめます。\n家族や他人と共用していないことを確かめます。\n問題がなければ、この項目で「はい」と答えます。",
        ),
        act: onEveryOs("会社から借りた PC か、使用を認められた PC に替えます。\n手元にないときは、上司かヘルプデスクに相談してください。"),
      },
    },
    en: {
      title: "Assigned PC",
      why: "Work on a PC that you share with family or others leaves confidential files where they can be seen.",
      messages: {
        ask: "Did your company lend you this PC, or does it permit its use?",
        yes: "You declared that your company lent you this PC or permits its use.",
        no: "You declared that your company neither lent you this PC nor permits its use.",
        expired: "Some time has passed since your last answer. Please answer again.",
        missing: "You have not declared yet whether your company lent you this PC or permits its use.",
      },
      remedies: {
        declare: onEveryOs(
          "Make sure that your company lent you this PC or permits you to work on it.\nMake sure that you do not share it with family or others.\nIf all is well, answer “yes” on this item.",
        ),
        act: onEveryOs("Change to a PC that your company lent you or permits.\nIf you have none at hand, ask your manager or the helpdesk."),
      },
    },
  },
  evaluate({ declaration, settings, now }, say) {
    return verdictOfAnswer(answerAt(declaration, settings.validDays * 24, now), say);
  },
});
