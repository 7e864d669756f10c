import { z } from "zod";
import { ageInDays } from "../age.ts";
import { defineCheck } from "../check.ts";

/**
 * Are updates waiting? Security updates that are known to wait are a failure however old the lists are; "nothing waits" counts only when the
 * package lists are new enough to know.
 */
export const osPatches = defineCheck({
  id: "os-patches",
  group: "technology",
  kind: "measured",
  risks: ["malware", "intrusion"],
  needs: ["pending-updates"],
  settings: z.strictObject({
    maxListAgeDays: z.number().int().min(1).max(60).default(14).describe("older package lists prove nothing: could not check"),
    maxInstallAgeDays: z
      .number()
      .int()
      .min(14)
      .max(366)
      .default(90)
      .describe("when nothing waits, but the last update was installed longer ago than this: caution, updates may not arrive"),
  }),
  texts: {
    ja: {
      title: "更新プログラム",
      why: "更新していない OS やソフトウェアの弱点は、ウイルス感染や不正アクセスに使われます。",
      messages: {
        current: "更新プログラムはすべて入っています（{{date}} の情報）。",
        security: "セキュリティの更新が {{security}} 件残っています。すぐに更新してください。",
        others: "更新が {{total}} 件残っています。セキュリティの更新ではありません。",
        stale: "更新の情報が古いため（{{date}}）、確認できませんでした。",
        longAgo: "残っている更新はありませんが、{{days}} 日前から更新が 1 つも入っていません。更新が届いていない可能性があります。",
      },
      remedies: {
        update: {
          windows:
            "「設定」→「Windows Update」（Windows 10 では「設定」→「更新とセキュリティ」）を開きます。\n「更新プログラムのチェック」を選び、見つかった更新をすべて入れます。\n求められたら PC を再起動します。",
          macos:
            "「システム設定」→「一般」→「ソフトウェアアップデート」を開きます。\n見つかった更新をすべて入れます。\n求められたら Mac を再起動します。",
          linux:
            "「ソフトウェアの更新」（または「ソフトウェア」の「アップデート」）を開き、すべて更新します。\nDebian や Ubuntu の端末では「sudo apt update && sudo apt upgrade」でも更新できます。\n求められたら PC を再起動します。",
        },
        refresh: {
          windows:
            "インターネットにつなぎます。\n「設定」→「Windows Update」（Windows 10 では「設定」→「更新とセキュリティ」）を開き、「更新プログラムのチェック」を選びます。\nこの項目をもう一度点検します。",
          macos:
            "インターネットにつなぎます。\n「システム設定」→「一般」→「ソフトウェアアップデート」を開き、確認が終わるまで待ちます。\nこの項目をもう一度点検します。",
          linux:
            "インターネットにつなぎます。\n「ソフトウェアの更新」を開くか、Debian や Ubuntu の端末で「sudo apt update」を実行します。\nこの項目をもう一度点検します。",
        },
      },
    },
    en: {
      title: "Updates",
      why: "Weaknesses in an OS or in software that is not updated are used to infect or to break into PCs.",
      messages: {
        current: "All updates are installed (as of {{date}}).",
        security: "Security updates waiting: {{security}}. Install them now.",
        others: "Updates waiting: {{total}}. None of them is a security update.",
        stale: "Could not check: what this PC knows of updates is too old ({{date}}).",
        longAgo: "No update is waiting, but none has been installed for {{days}} days. Updates may not reach this PC.",
      },
      remedies: {
        update: {
          windows:
            "Open Settings > Windows Update (on Windows 10: Settings > Update & Security).\nChoose “Check for updates” and install all that are found.\nRestart the PC when asked.",
          macos: "Open System Settings > General > Software Update.\nInstall all updates that are found.\nRestart the Mac when asked.",
          linux:
            "Open Software Updater (or Updates in Software) and install everything.\nOn Debian and Ubuntu you can also run “sudo apt update && sudo apt upgrade” in a terminal.\nRestart the PC when asked.",
        },
        refresh: {
          windows:
            "Connect to the internet.\nOpen Settings > Windows Update (on Windows 10: Settings > Update & Security) and choose “Check for updates”.\nCheck this item again.",
          macos: "Connect to the internet.\nOpen System Settings > General > Software Update and wait until it has looked.\nCheck this item again.",
          linux:
            "Connect to the internet.\nOpen Software Updater, or run “sudo apt update” in a terminal on Debian and Ubuntu.\nCheck this item again.",
        },
      },
    },
  },
  evaluate({ values, settings, now }, say) {
    const { total, security, listsAt, lastInstalledAt } = values["pending-updates"];
    const date = listsAt.slice(0, 10);
    if (security > 0) return say.fail("security", "update", { params: { security } });
    const age = ageInDays(listsAt, now);
    if (age === null || age > settings.maxListAgeDays) return say.unknown("stale", "stale", { params: { date }, remedy: "refresh" });
    if (total > 0) return say.fail("others", "update", { params: { total }, minor: true });
    const idle = lastInstalledAt === null ? null : ageInDays(lastInstalledAt, now);
    if (idle !== null && idle > settings.maxInstallAgeDays)
      return say.fail("longAgo", "refresh", { params: { days: Math.floor(idle) }, minor: true });
    return say.pass("current", { date });
  },
});
