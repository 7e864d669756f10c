import { z } from "zod";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

/** Does the PC install security updates by itself, now? */
export const automaticUpdates = defineCheck({
  id: "automatic-updates",
  group: "technology",
  kind: "measured",
  risks: ["malware"],
  needs: ["automatic-updates"],
  settings: z.strictObject({}),
  texts: {
    ja: {
      title: "自動更新",
      why: "自動更新がオフだと、大切な更新を入れ忘れ、弱点が残ったままになります。",
      messages: {
        on: "自動更新はオンです（{{mechanism}}）。",
        off: "自動更新がオフです（{{mechanism}}）。",
        paused: "自動更新が {{date}} まで一時停止されています（{{mechanism}}）。",
        serverUnseen: "更新を会社のサーバーから受け取る設定ですが、どのサーバーかを確認できませんでした（{{mechanism}}）。",
      },
      remedies: {
        "ask-helpdesk": onEveryOs("ヘルプデスクに報告書を送り、更新を受け取るサーバーの設定を確認してもらいます。"),
        enable: {
          windows:
            "「設定」→「Windows Update」（Windows 10 では「設定」→「更新とセキュリティ」）を開きます。\n「更新の再開」が表示されていれば選びます。\n会社の設定で変えられないときは、ヘルプデスクに相談してください。",
          macos: "「システム設定」→「一般」→「ソフトウェアアップデート」を開きます。\n「自動アップデート」の情報ボタンを選び、すべてオンにします。",
          linux:
            "「ソフトウェアとアップデート」→「アップデート」で、セキュリティの更新を自動で入れるようにします。\nDebian や Ubuntu の端末では「sudo apt install unattended-upgrades」を実行します。",
        },
      },
    },
    en: {
      title: "Automatic updates",
      why: "Without automatic updates important ones are forgotten, and weaknesses stay open.",
      messages: {
        on: "Automatic updates are on ({{mechanism}}).",
        off: "Automatic updates are off ({{mechanism}}).",
        paused: "Automatic updates are paused until {{date}} ({{mechanism}}).",
        serverUnseen: "Updates are set to come from a server of your organisation, but which one could not be seen ({{mechanism}}).",
      },
      remedies: {
        "ask-helpdesk": onEveryOs("Send the report to the helpdesk and ask them to look at the setting of the update server."),
        enable: {
          windows:
            "Open Settings > Windows Update (on Windows 10: Settings > Update & Security).\nIf “Resume updates” is shown, choose it.\nIf your organisation's settings prevent it, ask the helpdesk.",
          macos: "Open System Settings > General > Software Update.\nChoose the information button of Automatic Updates and turn everything on.",
          linux:
            "In Software & Updates > Updates, let security updates install automatically.\nOn Debian and Ubuntu you can run “sudo apt install unattended-upgrades” in a terminal.",
        },
      },
    },
  },
  evaluate({ values }, say) {
    const { enabled, mechanism, pausedUntil, companyServer } = values["automatic-updates"];
    if (!enabled) return say.fail("off", "enable", { params: { mechanism } });
    // Whatever the date: a pause that is over is told as none, and time alone must not turn this green.
    if (pausedUntil !== null) return say.fail("paused", "enable", { params: { mechanism, date: pausedUntil.slice(0, 10) }, subject: "paused" });
    // Who has nobody to ask may get no updates, or get them from somewhere that was not seen: with reserve.
    if (companyServer === "unseen") return say.fail("serverUnseen", "ask-helpdesk", { params: { mechanism }, minor: true, subject: "server" });
    return say.pass("on", { mechanism });
  },
});
