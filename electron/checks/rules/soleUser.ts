import { z } from "zod";
import { defineCheck } from "../check.ts";
import { answerHere, verdictOfAnswer } from "../declared.ts";
import { onEveryOs } from "../texts.ts";

/** Does anybody else use this PC now, or is it left to somebody between two tasks? The answer holds for hours, and in this network and under this log-in alone. */
export const soleUser = defineCheck({
  id: "sole-user",
  group: "people",
  kind: "declared",
  holdsHere: true,
  risks: ["human-error", "intrusion"],
  needs: [],
  settings: z.strictObject({
    validHours: z.number().int().min(1).max(72).default(8).describe("hours for which a yes holds"),
  }),
  texts: {
    ja: {
      title: "この PC を使う人",
      why: "家族や同僚が同じ PC を使うと、開いているファイルを見られたり、うっかり送られたりするおそれがあります。",
      messages: {
        ask: "いまこの PC を使っているのは、自分だけですか。",
        yes: "いまこの PC を使っているのは自分だけだと申告しています。",
        no: "ほかの人もこの PC を使っていると申告しています。",
        expired: "前の申告から時間がたちました。いまこの PC を使っているのが自分だけか、もう一度答えてください。",
        elsewhere: "前の申告は、別のネットワークでのものか、PC にサインインし直す前のものです。いまについて、もう一度答えてください。",
        unrecognised:
          "この PC を使っているのは自分だけだと申告していますが、いまのネットワークでは同じ場所かどうかを見分けられません。移動したときは、もう一度答えてください。",
        missing: "いまこの PC を使っているのが自分だけかどうかを、まだ申告していません。",
      },
      remedies: {
        declare: onEveryOs(
          "家族やほかの人が、いまこの PC を使っていないことを確かめます。\nほかの人の名前でサインインしたままになっていないことを確かめます。\n自分だけが使うときは、この項目で「はい」と答えます。",
        ),
        act: onEveryOs(
          "ほかの人に使い終えてもらい、その人のアカウントからサインアウトします。\n業務の間は、この PC をだれにも貸さないようにします。\n自分だけになったら、もう一度答えます。",
        ),
      },
    },
    en: {
      title: "Who uses this PC",
      why: "When family or colleagues use the same PC, they may see your open files or send them on by mistake.",
      messages: {
        ask: "Are you alone using this PC now?",
        yes: "You declared that nobody but you is using this PC now.",
        no: "You declared that other people are using this PC, too.",
        expired: "Some time has passed since your last answer. Please say again whether you alone are using this PC now.",
        elsewhere: "Your last answer was given on another network or before you last signed in to this PC. Please answer again for now.",
        unrecognised:
          "You declared that nobody but you is using this PC, but this network does not show whether you are still in the same place. If you have moved, please answer again.",
        missing: "You have not declared yet whether you alone are using this PC now.",
      },
      remedies: {
        declare: onEveryOs(
          "Make sure that no family member or other person is using this PC now.\nMake sure that nobody else is still signed in.\nIf you alone use it, answer “yes” on this item.",
        ),
        act: onEveryOs(
          "Let the other person finish, and sign their account out.\nLend this PC to nobody while you work.\nWhen you are its only user, answer again.",
        ),
      },
    },
  },
  evaluate({ declaration, settings, here, now }, say) {
    return verdictOfAnswer(answerHere(declaration, settings.validHours, now, here), say);
  },
});
