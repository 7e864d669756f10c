import { z } from "zod";
import { ageInDays } from "../age.ts";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

/** A repair or a new image renews the files of an old build: only after this many times the limit the build alone says that it is old. */
const surelyOld = 3;

/** Apple publishes fixes of macOS every other month rather than every month. */
const everyOtherMonth = 2;

/**
 * Are updates waiting, and is what is installed as new as "nothing waits" claims? Security updates that are known to wait are a failure however old the
 * lists are; "nothing waits" counts only when the package lists are new enough to know; an OS that is old in itself gets none, whatever its lists say.
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
    maxBuildAgeDays: z
      .number()
      .int()
      .min(35)
      .max(366)
      .default(60)
      .describe(
        "when nothing waits, but what is installed of the OS is older than this: caution, a monthly update was missed (Windows; twice as long for macOS)",
      ),
    failBuildAgeDays: z
      .number()
      .int()
      .min(60)
      .max(1000)
      .default(180)
      .describe(
        "older than this it fails, whatever waits; so does a build that a newer one followed three times as long ago, however new its files look",
      ),
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
        unread: "更新が {{unread}} 件残っていますが、セキュリティの更新かどうかを読み取れませんでした。",
        outOfReach: "更新が残っているかどうかを確認できませんでした。",
        oldBuild: "入っている OS は {{days}} 日以上前のものです。更新が届いていません。",
        agingBuild: "残っている更新はありませんが、入っている OS は {{days}} 日前のものです。更新が届いていない可能性があります。",
        buildUnseen: "入っている OS がいつのものか、確認できませんでした。",
        longAgo: "残っている更新はありませんが、{{days}} 日前から更新が 1 つも入っていません。更新が届いていない可能性があります。",
      },
      remedies: {
        "get-through": onEveryOs(
          "インターネットにつなぎ、OS の更新の画面で「更新プログラムのチェック」などを選びます。\n見つかった更新をすべて入れ、PC を再起動します。\n何も見つからないときは、ヘルプデスクに報告書を送ってください。",
        ),
        update: {
          windows:
            "「設定」→「Windows Update」（Windows 10 では「設定」→「更新とセキュリティ」）を開きます。\n「更新プログラムのチェック」を選び、見つかった更新をすべて入れます。\n求められたら PC を再起動します。",
          macos:
            "「システム設定」→「一般」→「ソフトウェアアップデート」を開きます。\n見つかった更新をすべて入れます。\n求められたら Mac を再起動します。",
          linux:
            "「ソフトウェアの更新」（または「ソフトウェア」の「アップデート」）を開き、すべて更新します。\n端末では、Debian・Ubuntu は「sudo apt update && sudo apt upgrade」、Fedora や RHEL 系は「sudo dnf upgrade」、openSUSE は「sudo zypper update」（Tumbleweed は「sudo zypper dup」）、Arch は「sudo pacman -Syu」でも更新できます。\nSilverblue などは「rpm-ostree upgrade」（bootc のイメージは「sudo bootc upgrade」）、Alpine は「sudo apk upgrade -U」、Void は「sudo xbps-install -Su」、NixOS は「sudo nixos-rebuild switch --upgrade」を使います。\n求められたら PC を再起動します。",
        },
        refresh: {
          windows:
            "インターネットにつなぎます。\n「設定」→「Windows Update」（Windows 10 では「設定」→「更新とセキュリティ」）を開き、「更新プログラムのチェック」を選びます。\nこの項目をもう一度点検します。",
          macos:
            "インターネットにつなぎます。\n「システム設定」→「一般」→「ソフトウェアアップデート」を開き、確認が終わるまで待ちます。\nこの項目をもう一度点検します。",
          linux:
            "インターネットにつなぎます。\n端末で更新の情報を新しくします。Debian・Ubuntu は「sudo apt update」、Fedora や RHEL 系は「sudo dnf makecache --refresh」、openSUSE は「sudo zypper refresh」、Arch は「sudo pacman -Syu」です。\nSilverblue などは「rpm-ostree upgrade」（bootc のイメージは「sudo bootc upgrade」）、Alpine は「sudo apk update」、Void は「sudo xbps-install -S」、NixOS は「sudo nixos-rebuild switch --upgrade」を使います。\nこの項目をもう一度点検します。\n変わらないときは、報告書をヘルプデスクに送ってください。",
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
        unread: "{{unread}} updates are waiting of which it could not be read whether they are security updates.",
        outOfReach: "Could not see whether updates are waiting.",
        oldBuild: "The OS on this PC is at least {{days}} days old. Updates do not reach it.",
        agingBuild: "No update is waiting, but the OS on this PC is {{days}} days old. Updates may not reach it.",
        buildUnseen: "Could not check how old the OS on this PC is.",
        longAgo: "No update is waiting, but none has been installed for {{days}} days. Updates may not reach this PC.",
      },
      remedies: {
        "get-through": onEveryOs(
          "Connect to the internet and let the update page of the OS check for updates.\nInstall everything that is found and restart the PC.\nIf nothing is found, send the report to the helpdesk.",
        ),
        update: {
          windows:
            "Open Settings > Windows Update (on Windows 10: Settings > Update & Security).\nChoose “Check for updates” and install all that are found.\nRestart the PC when asked.",
          macos: "Open System Settings > General > Software Update.\nInstall all updates that are found.\nRestart the Mac when asked.",
          linux:
            "Open Software Updater (or Updates in Software) and install everything.\nIn a terminal you can run “sudo apt update && sudo apt upgrade” on Debian and Ubuntu, “sudo dnf upgrade” on Fedora and RHEL, “sudo zypper update” on openSUSE (“sudo zypper dup” on Tumbleweed) and “sudo pacman -Syu” on Arch.\nOn Silverblue and its like it is “rpm-ostree upgrade” (“sudo bootc upgrade” on bootc images), on Alpine “sudo apk upgrade -U”, on Void “sudo xbps-install -Su”, on NixOS “sudo nixos-rebuild switch --upgrade”.\nRestart the PC when asked.",
        },
        refresh: {
          windows:
            "Connect to the internet.\nOpen Settings > Windows Update (on Windows 10: Settings > Update & Security) and choose “Check for updates”.\nCheck this item again.",
          macos: "Connect to the internet.\nOpen System Settings > General > Software Update and wait until it has looked.\nCheck this item again.",
          linux:
            "Connect to the internet.\nRenew the information about updates in a terminal: “sudo apt update” on Debian and Ubuntu, “sudo dnf makecache --refresh” on Fedora and RHEL, “sudo zypper refresh” on openSUSE, “sudo pacman -Syu” on Arch.\nOn Silverblue and its like it is “rpm-ostree upgrade” (“sudo bootc upgrade” on bootc images), on Alpine “sudo apk update”, on Void “sudo xbps-install -S”, on NixOS “sudo nixos-rebuild switch --upgrade”.\nCheck this item again.\nIf that changes nothing, send the report to the helpdesk.",
        },
      },
    },
  },
  // What is missing is most often lists that the person can renew.
  early({ observations }, say) {
    const seen = observations["pending-updates"];
    return seen.kind === "unknown" && (seen.reason === "stale" || seen.reason === "not-supported")
      ? say.unknown("outOfReach", seen.reason, { remedy: "refresh" })
      : undefined;
  },
  evaluate({ values, settings, now }, say) {
    const { manager, total, security, unread = 0, listsAt, listsUntil = null, lastInstalledAt, system } = values["pending-updates"];
    const date = listsAt.slice(0, 10);
    if (security > 0) return say.fail("security", "update", { params: { security } });
    const built = system === undefined || system.newestAt === null ? null : ageInDays(system.newestAt, now);
    const superseded = system === undefined || system.supersededAt === null ? null : ageInDays(system.supersededAt, now);
    const days = Math.floor(Math.max(built ?? 0, superseded ?? 0));
    if ((built ?? 0) > settings.failBuildAgeDays || (superseded ?? 0) > surelyOld * settings.failBuildAgeDays)
      return say.fail("oldBuild", "get-through", { params: { days } });
    const age = ageInDays(listsAt, now);
    const isOver = listsUntil !== null && now.getTime() > Date.parse(listsUntil);
    if (age === null || age > settings.maxListAgeDays || isOver) return say.unknown("stale", "stale", { params: { date }, remedy: "refresh" });
    if (unread > 0) return say.unknown("unread", "unparsed", { params: { unread }, remedy: "update" });
    if (system !== undefined && built === null) return say.unknown("buildUnseen", "failed", { remedy: "refresh" });
    if (total > 0) return say.fail("others", "update", { params: { total }, minor: true });
    const idle = lastInstalledAt === null ? null : ageInDays(lastInstalledAt, now);
    if (idle !== null && idle > settings.maxInstallAgeDays)
      return say.fail("longAgo", "refresh", { params: { days: Math.floor(idle) }, minor: true });
    const maxBuildAge = manager === "softwareupdate" ? everyOtherMonth * settings.maxBuildAgeDays : settings.maxBuildAgeDays;
    if (built !== null && built > maxBuildAge) return say.fail("agingBuild", "get-through", { params: { days: Math.floor(built) }, minor: true });
    return say.pass("current", { date });
  },
});
