import { z } from "zod";
import { rulesToRead, sameRules } from "../../../shared/conduct.ts";
import { defineCheck } from "../check.ts";
import { answerAt, verdictOfAnswer } from "../declared.ts";
import { onEveryOs } from "../texts.ts";

/** Has the person read and accepted the telework rules, in the words that are in force? */
export const rulesAccepted = defineCheck({
  id: "rules-accepted",
  group: "rules",
  kind: "declared",
  acceptsRules: true,
  risks: ["human-error", "external-service"],
  needs: [],
  settings: z.strictObject({
    validDays: z.number().int().min(1).max(732).default(365).describe("days after which the rules must be read again, even unchanged"),
  }),
  texts: {
    ja: {
      title: "テレワークのルール",
      why: "ルールを知らずに業務をすると、認められていないサービスを使うなどして、情報を漏らすおそれがあります。",
      messages: {
        yes: "いまのテレワークのルールを読み、守ると申告しています。",
        changed: "テレワークのルールが変わりました。読んでから、もう一度答えてください。",
        other: "前の同意は、このポリシーのルールへのものと確かめられません。読んでから、もう一度答えてください。",
        no: "テレワークのルールに同意していないと申告しています。",
        expired: "ルールを読んでから時間がたちました。読み直してから、もう一度答えてください。",
        missing: "テレワークのルールを読んで守ることを、まだ申告していません。",
      },
      remedies: {
        declare: onEveryOs(
          "会社のテレワークのルールを読みます。\n機密の話題を SNS や認められていないサービスに書かないことを確かめます。\n守れるときは、この項目で「はい」と答えます。",
        ),
        act: onEveryOs("分からない点や守れない点を、上司かヘルプデスクに相談してください。\n解決したら、もう一度答えます。"),
      },
    },
    en: {
      title: "Telework rules",
      why: "Without knowing the rules you may use services that are not approved, for example, and leak information.",
      messages: {
        yes: "You declared that you have read the current telework rules and keep them.",
        changed: "The telework rules have changed. Please read them and answer again.",
        other: "Your earlier acceptance is not known to be for the rules of this policy. Please read them and answer again.",
        no: "You declared that you do not accept the telework rules.",
        expired: "Some time has passed since you read the rules. Please read them again and answer again.",
        missing: "You have not declared yet that you have read the telework rules and keep them.",
      },
      remedies: {
        declare: onEveryOs(
          "Read your company's telework rules.\nMake sure that you post nothing confidential on social media or on services that are not approved.\nIf you can keep them, answer “yes” on this item.",
        ),
        act: onEveryOs("Ask your manager or the helpdesk about what is unclear or what you cannot keep.\nThen answer again."),
      },
    },
  },
  evaluate({ declaration, settings, policy, now }, say) {
    const answer = answerAt(declaration, settings.validDays * 24, now);
    if (answer !== "yes" || declaration === undefined) return verdictOfAnswer(answer, say);
    if (declaration.policyId !== policy.id) return say.fail("other", "declare");
    const { rules, policyRevision } = declaration;
    // An older version kept the number alone: newer rules than those accepted have not been read; that it went down is a change as well.
    const same = rules === undefined ? policyRevision === policy.revision : sameRules(rules, rulesToRead(policy));
    return same ? say.pass("yes") : say.fail("changed", "declare");
  },
});
