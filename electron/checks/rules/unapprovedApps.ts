import { z } from "zod";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

/** Does a program run that the company does not want beside work? Only names of the policy's list are looked for; no other is kept. */
export const unapprovedApps = defineCheck({
  id: "unapproved-apps",
  group: "rules",
  kind: "measured",
  risks: ["external-service", "human-error"],
  needs: ["running-apps"],
  settings: z.strictObject({
    apps: z
      .array(z.string().trim().min(2).max(64))
      .max(200)
      .default([])
      .describe("names of programs that must not run, without .exe or .app; empty: none is looked for"),
  }),
  texts: {
    ja: {
      title: "認められていないアプリ",
      why: "会社が認めていないファイル共有や画面共有のアプリから、機密の情報が漏れるおそれがあります。",
      messages: {
        none: "認められていないアプリは動いていません。",
        running: "会社が認めていないアプリが動いています（{{apps}}）。",
        noList: "会社のポリシーに、認めないアプリの一覧がありません。",
      },
      remedies: {
        close: onEveryOs(
          "表示されたアプリを終了します。\nPC を起動したときに自動で始まる設定になっていれば、オフにします。\n業務に必要なときは、ヘルプデスクに相談してください。",
        ),
      },
    },
    en: {
      title: "Apps that are not approved",
      why: "Confidential information may leak through file or screen sharing apps that the company has not approved.",
      messages: {
        none: "No app is running that is not approved.",
        running: "An app that your company has not approved is running ({{apps}}).",
        noList: "Your company's policy has no list of apps that are not approved.",
      },
      remedies: {
        close: onEveryOs(
          "Close the app that is shown.\nIf it starts by itself with the PC, turn that off.\nIf you need it for your work, ask the helpdesk.",
        ),
      },
    },
  },
  early: ({ settings }, say) => (settings.apps.length === 0 ? say.notApplicable("noList") : undefined),
  evaluate({ values }, say) {
    const names = [...new Set(values["running-apps"].matched)].sort().join(", ");
    return names === "" ? say.pass("none") : say.fail("running", "close", { params: { apps: names.slice(0, 1000) }, subject: names });
  },
});
