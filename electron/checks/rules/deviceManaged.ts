import { z } from "zod";
import { managementValueSchema } from "../../../shared/facts/access.ts";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

const joins = managementValueSchema.shape.join.options;

/** Does the PC belong to the company, as its directory or its device management sees it? */
export const deviceManaged = defineCheck({
  id: "device-managed",
  group: "technology",
  kind: "measured",
  risks: ["loss", "human-error"],
  needs: ["management"],
  settings: z.strictObject({
    acceptedJoins: z
      .array(z.enum(joins))
      .min(1)
      .max(joins.length)
      .default(["entra", "domain", "hybrid"])
      .describe("ways of belonging to the company that are enough; registered: a private PC that was added to a work account"),
    mdmIsEnough: z.boolean().default(true).describe("a PC that is enrolled with a device management needs no join (Mac, Linux)"),
  }),
  texts: {
    ja: {
      title: "会社による管理",
      why: "会社が管理していない PC は、設定の抜けや紛失に会社が気づけず、遠隔で消去することもできません。",
      messages: {
        joined: "この PC は、会社の管理に入っています。",
        enrolled: "この PC は、会社の端末管理（{{server}}）に登録されています。",
        enrolledUnnamed: "この PC は、会社の端末管理に登録されています。",
        registered: "この PC は、個人の PC として会社のアカウントに登録されているだけです。会社の管理には入っていません。",
        none: "この PC は、会社の管理に入っていません。",
        revoked: "会社の登録では、この PC は無効にされたか、削除されています。会社の管理には入っていません。",
        unseen: "この PC が端末管理に登録されているかどうかを、確認できませんでした。",
      },
      remedies: {
        "ask-helpdesk": onEveryOs(
          "会社から貸与された PC を使っていることを確かめます。\nヘルプデスクに報告書を送り、会社の管理への登録を依頼してください。",
        ),
      },
    },
    en: {
      title: "Managed by the company",
      why: "Of a PC that the company does not manage, nobody notices missing settings or a loss, and it cannot be wiped from afar.",
      messages: {
        joined: "This PC is managed by your company.",
        enrolled: "This PC is enrolled with your company's device management ({{server}}).",
        enrolledUnnamed: "This PC is enrolled with your company's device management.",
        registered: "This PC is only registered with your work account as a private PC. Your company does not manage it.",
        none: "This PC is not managed by your company.",
        revoked: "Your company's directory has disabled or deleted this PC. Your company no longer manages it.",
        unseen: "Could not check whether this PC is enrolled with a device management.",
      },
      remedies: {
        "ask-helpdesk": onEveryOs(
          "Make sure that you use the PC that your company lent you.\nSend the report to the helpdesk and ask them to enrol this PC.",
        ),
      },
    },
  },
  evaluate({ values: { management }, settings }, say) {
    const { join, mdm, server, revoked } = management;
    // Whatever is left of its enrolment on the PC itself.
    if (revoked === true) return say.fail("revoked", "ask-helpdesk", { subject: "revoked" });
    if (settings.acceptedJoins.includes(join)) return say.pass("joined");
    if (settings.mdmIsEnough && mdm === true) return server === null ? say.pass("enrolledUnnamed") : say.pass("enrolled", { server });
    if (settings.mdmIsEnough && mdm === null) return say.unknown("unseen", "needs-admin", { remedy: "ask-helpdesk" });
    return say.fail(join === "registered" ? "registered" : "none", "ask-helpdesk", { subject: join });
  },
});
