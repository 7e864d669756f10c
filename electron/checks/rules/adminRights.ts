import { z } from "zod";
import { defineCheck } from "../check.ts";

/** Is the daily account an administrator? Then whatever it opens by mistake may change the whole PC. */
export const adminRights = defineCheck({
  id: "admin-rights",
  group: "technology",
  kind: "measured",
  risks: ["malware", "human-error"],
  needs: ["accounts"],
  settings: z.strictObject({}),
  texts: {
    ja: {
      title: "管理者の権限",
      why: "管理者の権限で使っていると、うっかり開いたウイルスに、PC 全体を変えられるおそれがあります。",
      messages: {
        standard: "ふだん使うアカウントは、管理者ではありません。",
        administrator: "ふだん使うアカウントが、PC の管理者になっています。",
      },
      remedies: {
        demote: {
          windows:
            "ヘルプデスクに報告書を送り、管理者の権限が必要かどうかを相談してください。\n不要なときは、管理者用のアカウントを別に作り、いまのアカウントを「設定」→「アカウント」→「他のユーザー」で「標準ユーザー」に変えます。",
          macos:
            "ヘルプデスクに報告書を送り、管理者の権限が必要かどうかを相談してください。\n不要なときは、管理者用のアカウントを別に作ってから、「システム設定」→「ユーザとグループ」で、いまのアカウントの「このユーザにこのコンピュータの管理を許可」をオフにします。",
          linux:
            "ヘルプデスクに報告書を送り、管理者の権限が必要かどうかを相談してください。\n不要なときは、管理者用のアカウントを別に作ってから、「設定」→「ユーザー」で、いまのアカウントの「管理者」をオフにします。",
        },
      },
    },
    en: {
      title: "Administrator rights",
      why: "With administrator rights, malware that is opened by mistake can change the whole PC.",
      messages: {
        standard: "The account in daily use is not an administrator.",
        administrator: "The account in daily use is an administrator of this PC.",
      },
      remedies: {
        demote: {
          windows:
            "Send the report to the helpdesk and ask whether you need administrator rights.\nIf not, make a separate account for the administrator, then change yours to “Standard user” under Settings > Accounts > Other users.",
          macos:
            "Send the report to the helpdesk and ask whether you need administrator rights.\nIf not, make a separate account for the administrator, then turn off “Allow this user to administer this computer” for yours in System Settings > Users & Groups.",
          linux:
            "Send the report to the helpdesk and ask whether you need administrator rights.\nIf not, make a separate account for the administrator, then turn off “Administrator” for yours in Settings > Users.",
        },
      },
    },
  },
  evaluate({ values }, say) {
    return values.accounts.administrator ? say.fail("administrator", "demote") : say.pass("standard");
  },
});
