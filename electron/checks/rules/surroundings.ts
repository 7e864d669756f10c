import { z } from "zod";
import { defineCheck } from "../check.ts";
import { answerHere, verdictOfAnswer } from "../declared.ts";
import { onEveryOs } from "../texts.ts";

/** Can somebody see the screen or hear the talk, or is the network one that strangers share? Only the person there can tell; the answer holds for hours, and in this network and under this log-in alone, because people move. */
export const surroundings = defineCheck({
  id: "surroundings",
  group: "people",
  kind: "declared",
  holdsHere: true,
  risks: ["intrusion", "eavesdropping"],
  needs: [],
  settings: z.strictObject({
    validHours: z.number().int().min(1).max(72).default(8).describe("hours for which a yes holds"),
  }),
  texts: {
    ja: {
      title: "周囲の環境",
      why: "近くの人に画面をのぞかれたり話を聞かれたりして、ID やパスワード、機密の情報を知られるおそれがあります。",
      messages: {
        ask: "いまの場所では、画面をのぞかれず、話も聞かれませんか。",
        yes: "画面をのぞかれず、話も聞かれない場所だと申告しています。",
        no: "画面や話を他人に知られる場所だと申告しています。",
        expired: "前の申告から時間がたちました。いまの場所について、もう一度答えてください。",
        elsewhere: "前の申告は、別のネットワークでのものか、PC にサインインし直す前のものです。いまの場所について、もう一度答えてください。",
        unrecognised:
          "画面をのぞかれず、話も聞かれない場所だと申告していますが、いまのネットワークでは同じ場所かどうかを見分けられません。移動したときは、もう一度答えてください。",
        missing: "画面をのぞかれず、話も聞かれない場所かどうかを、まだ申告していません。",
      },
      remedies: {
        declare: onEveryOs(
          "周りを見て、画面をのぞかれないか、話を聞かれないかを確かめます。\n使っているネットワークが、店や施設の共用でないことを確かめます。\n問題がなければ、この項目で「はい」と答えます。",
        ),
        act: onEveryOs(
          "画面が他人から見えない席や部屋に移ります。\n移れないときは、のぞき見防止フィルターを付け、会議や電話は控えます。\n確かめてから、もう一度答えます。",
        ),
      },
    },
    en: {
      title: "Surroundings",
      why: "People nearby may read your screen or overhear you, and learn your ID, your password or confidential news.",
      messages: {
        ask: "Can nobody see the screen or overhear you where you are now?",
        yes: "You declared that nobody can see the screen or overhear you here.",
        no: "You declared that others can see the screen or overhear you here.",
        expired: "Some time has passed since your last answer. Please answer again for the place where you are now.",
        elsewhere:
          "Your last answer was given on another network or before you last signed in to this PC. Please answer again for the place where you are now.",
        unrecognised:
          "You declared that nobody can see the screen or overhear you, but this network does not show whether you are still in the same place. If you have moved, please answer again.",
        missing: "You have not declared yet whether somebody can see the screen or overhear you here.",
      },
      remedies: {
        declare: onEveryOs(
          "Look around: can anybody see the screen or overhear you?\nMake sure that the network is not one that a shop or another place shares with visitors.\nIf all is well, answer “yes” on this item.",
        ),
        act: onEveryOs(
          "Move to a seat or a room where others cannot see the screen.\nIf you cannot, use a privacy filter and make no calls.\nCheck, then answer again.",
        ),
      },
    },
  },
  evaluate({ declaration, settings, here, now }, say) {
    return verdictOfAnswer(answerHere(declaration, settings.validHours, now, here), say);
  },
});
