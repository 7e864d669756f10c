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
  settings: z.strictObject({
    maxDeferDays: z.number().int().min(0).max(90).default(14).describe("the device management hides fixes for longer than this: caution"),
  }),
  texts: {
    ja: {
      title: "自動更新",
      why: "自動更新がオフだと、大切な更新を入れ忘れ、弱点が残ったままになります。",
      messages: {
        on: "自動更新はオンです（{{mechanism}}）。",
        deferred: "自動更新はオンですが、会社の設定で、更新が出てから {{days}} 日間はこの PC に届きません（{{mechanism}}）。",
        off: "自動更新がオフです（{{mechanism}}）。",
        paused: "自動更新が {{date}} まで一時停止されています（{{mechanism}}）。",
        serverUnseen: "更新を会社のサーバーから受け取る設定ですが、どのサーバーかを確認できませんでした（{{mechanism}}）。",
      },
      remedies: {
        "ask-helpdesk": onEveryOs("ヘルプデスクに報告書を送り、更新を受け取るサーバーの設定を確認してもらいます。"),
        "ask-about-days": onEveryOs("ヘルプデスクに報告書を送り、更新を遅らせる日数の設定を確認してもらいます。"),
        enable: {
          windows:
            "「設定」→「Windows Update」（Windows 10 では「設定」→「更新とセキュリティ」）を開きます。\n「更新の再開」が表示されていれば選びます。\n会社の設定で変えられないときは、ヘルプデスクに相談してください。",
          macos: "「システム設定」→「一般」→「ソフトウェアアップデート」を開きます。\n「自動アップデート」の情報ボタンを選び、すべてオンにします。",
          linux:
            "Ubuntu などは「ソフトウェアとアップデート」→「アップデート」で、Linux Mint はアップデートマネージャーの「設定」→「自動化」で、更新を自動で入れるようにします。\nDebian の端末では「sudo apt install unattended-upgrades」を実行します。/etc/apt/apt.conf.d/50unattended-upgrades に、お使いのディストリビューションの提供元が書かれている必要があります。\nFedora や RHEL 系は、dnf-automatic（Fedora 41 以降は dnf5-plugin-automatic）を入れ、/etc/dnf/automatic.conf に「apply_updates = yes」と書き、そのタイマーを有効にします。\nSilverblue などは /etc/rpm-ostreed.conf に「AutomaticUpdatePolicy=stage」と書き、rpm-ostreed-automatic.timer を有効にします。NixOS は system.autoUpgrade.enable を使います。\nArch、Alpine、Void には自動更新がありません。週に 1 回は手動で更新してください。",
        },
      },
    },
    en: {
      title: "Automatic updates",
      why: "Without automatic updates important ones are forgotten, and weaknesses stay open.",
      messages: {
        on: "Automatic updates are on ({{mechanism}}).",
        deferred: "Automatic updates are on, but your company's settings keep new ones away from this PC for {{days}} days ({{mechanism}}).",
        off: "Automatic updates are off ({{mechanism}}).",
        paused: "Automatic updates are paused until {{date}} ({{mechanism}}).",
        serverUnseen: "Updates are set to come from a server of your organisation, but which one could not be seen ({{mechanism}}).",
      },
      remedies: {
        "ask-helpdesk": onEveryOs("Send the report to the helpdesk and ask them to look at the setting of the update server."),
        "ask-about-days": onEveryOs("Send the report to the helpdesk and ask them to look at the setting that delays updates."),
        enable: {
          windows:
            "Open Settings > Windows Update (on Windows 10: Settings > Update & Security).\nIf “Resume updates” is shown, choose it.\nIf your organisation's settings prevent it, ask the helpdesk.",
          macos: "Open System Settings > General > Software Update.\nChoose the information button of Automatic Updates and turn everything on.",
          linux:
            "On Ubuntu, let security updates install automatically in Software & Updates > Updates; on Linux Mint in Update Manager > Preferences > Automation.\nOn Debian, run “sudo apt install unattended-upgrades” in a terminal. /etc/apt/apt.conf.d/50unattended-upgrades must name the origin of your distribution.\nOn Fedora and RHEL, install dnf-automatic (dnf5-plugin-automatic from Fedora 41), write “apply_updates = yes” into /etc/dnf/automatic.conf and enable its timer.\nOn Silverblue and its like, write “AutomaticUpdatePolicy=stage” into /etc/rpm-ostreed.conf and enable rpm-ostreed-automatic.timer. On NixOS use system.autoUpgrade.enable.\nArch, Alpine and Void have no automatic updates: update by hand every week.",
        },
      },
    },
  },
  evaluate({ values, settings }, say) {
    const { enabled, mechanism, pausedUntil, companyServer, deferredDays = null } = values["automatic-updates"];
    if (!enabled) return say.fail("off", "enable", { params: { mechanism } });
    // Whatever the date: a pause that is over is told as none, and time alone must not turn this green.
    if (pausedUntil !== null) return say.fail("paused", "enable", { params: { mechanism, date: pausedUntil.slice(0, 10) }, subject: "paused" });
    // Who has nobody to ask may get no updates, or get them from somewhere that was not seen: with reserve.
    if (companyServer === "unseen") return say.fail("serverUnseen", "ask-helpdesk", { params: { mechanism }, minor: true, subject: "server" });
    if (deferredDays !== null && deferredDays > settings.maxDeferDays)
      return say.fail("deferred", "ask-about-days", { params: { mechanism, days: deferredDays }, minor: true, subject: "deferred" });
    return say.pass("on", { mechanism });
  },
});
