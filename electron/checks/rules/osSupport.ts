import { z } from "zod";
import { assertNever } from "../../../shared/assertNever.ts";
import { osSupport as table } from "../../../shared/osSupport.ts";
import { ageInDays } from "../age.ts";
import { defineCheck } from "../check.ts";
import { phaseOf, snapshotDay, supportOf } from "../supportPeriod.ts";
import { onEveryOs } from "../texts.ts";

/**
 * Does the maker still send security updates for this OS? Rests on a dated table: what is newer than the table, or looked up after its time,
 * is unknown; an end that has passed stays an end.
 */
export const osSupport = defineCheck({
  id: "os-support",
  group: "technology",
  kind: "measured",
  risks: ["malware", "intrusion"],
  needs: ["os-release"],
  looksAt: ["pending-updates"],
  settings: z.strictObject({
    acceptLts: z.boolean().default(true).describe("accept the community's long-term support after the regular one (Debian LTS)"),
    acceptPaid: z.boolean().default(false).describe("accept paid extended support (Windows 10 ESU); whether the PC is enrolled cannot be seen"),
    warnDays: z.number().int().min(0).max(365).default(14).describe("days before the end from which on it is caution"),
    maxRollingAgeDays: z
      .number()
      .int()
      .min(14)
      .max(366)
      .default(90)
      .describe("a distribution without releases that was not updated for longer counts as no longer supported"),
  }),
  texts: {
    ja: {
      title: "OS のサポート期限",
      why: "サポートが終わった OS には、弱点が見つかっても修正が届きません。ウイルスに感染したり、乗っ取られたりする危険が高まります。",
      messages: {
        supported: "{{name}} は {{end}} までサポートされます。",
        supportedNoDate: "{{name}} はサポートされています（{{asOf}} 時点の情報）。",
        ending: "{{name}} のサポートは {{end}} に終わります。新しいバージョンへの更新を準備してください。",
        lts: "{{name}} は長期サポート（LTS）の期間中です。{{end}} まで更新が届きます。",
        ltsRefused: "{{name}} の通常のサポートは終わりました。長期サポート（LTS）は、会社のポリシーで認められていません。",
        paid: "{{name}} は有償の延長サポートの対象として扱います（{{end}} まで）。契約しているかどうかは確認していません。",
        paidRefused: "{{name}} の通常のサポートは終わりました。延長サポートに契約しているかどうかは確認できません。",
        enrolled: "{{name}} は延長サポートに登録されています。{{end}} まで更新が届きます。",
        notEnrolled: "{{name}} の通常のサポートは終わりました。この PC は延長サポートに登録されていません。",
        ended: "{{name}} のサポートは {{end}} に終わりました。",
        older: "{{name}} のサポートは終わっています。",
        rolling: "{{name}} には期限がなく、更新している間サポートされます（{{date}} の状態です）。",
        rollingOld: "{{name}} は新しい版にだけ修正が届きますが、{{days}} 日前から更新されていません。",
        rollingUnseen: "{{name}} は更新している間だけサポートされますが、いつ更新したかを確認できませんでした。",
        uncertain: "{{name}} は、まもなくサポートが終わるか、すでに終わっている可能性があります。新しいバージョンに更新してください。",
        newer: "{{name}} は、手元の期限表（{{asOf}} 時点）より新しいため、確認できませんでした。",
        notListed: "{{name}} の期限は、手元の期限表にないため、確認できませんでした。",
        tableOld: "手元の期限表が古いため（{{asOf}} 時点）、{{name}} の期限を確認できませんでした。",
      },
      remedies: {
        upgrade: {
          windows:
            "「設定」→「Windows Update」（Windows 10 では「設定」→「更新とセキュリティ」）を開き、新しいバージョンがあれば「ダウンロードしてインストール」を選びます。\n表示されないときは、ヘルプデスクに相談してください。",
          macos:
            "「システム設定」→「一般」→「ソフトウェアアップデート」を開き、新しい macOS に更新します。\n表示されないときは、ヘルプデスクに相談してください。",
          linux:
            "大切なデータの控えを取ります。\nお使いの OS の手順に従って、新しいバージョンに更新します。\n手順が分からないときは、ヘルプデスクに相談してください。",
        },
        "update-all": onEveryOs(
          "ディストリビューションの手順に従って、すべてのパッケージを更新します。\n例: Arch は「sudo pacman -Syu」、openSUSE Tumbleweed は「sudo zypper dup」、Void は「sudo xbps-install -Su」。\nPC を再起動して、もう一度点検します。",
        ),
        "renew-table": onEveryOs("Preflight を最新版に更新します。\n更新しても変わらないときは、ヘルプデスクに報告書を送ってください。"),
      },
    },
    en: {
      title: "Support of the OS",
      why: "An OS that is no longer supported gets no fixes when weaknesses are found. Infection and takeover become more likely.",
      messages: {
        supported: "{{name}} is supported until {{end}}.",
        supportedNoDate: "{{name}} is supported (as of {{asOf}}).",
        ending: "Support for {{name}} ends on {{end}}. Prepare for the next version.",
        lts: "{{name}} is in long-term support (LTS). Updates arrive until {{end}}.",
        ltsRefused: "Regular support for {{name}} has ended. Your organisation's policy does not accept long-term support (LTS).",
        paid: "{{name}} counts as covered by paid extended support (until {{end}}). Whether this PC is enrolled was not checked.",
        paidRefused: "Regular support for {{name}} has ended. Whether this PC is enrolled in extended support cannot be checked.",
        enrolled: "{{name}} is enrolled in extended support. Updates arrive until {{end}}.",
        notEnrolled: "Regular support for {{name}} has ended, and this PC is not enrolled in extended support.",
        ended: "Support for {{name}} ended on {{end}}.",
        older: "{{name}} is no longer supported.",
        rolling: "{{name}} has no end: it is supported while it is kept up to date (this is of {{date}}).",
        rollingOld: "{{name}} brings fixes with new versions only, and nothing has been updated for {{days}} days.",
        rollingUnseen: "{{name}} is supported only while it is kept up to date. Could not see when it was updated.",
        uncertain: "Support for {{name}} is about to end or may have ended already. Install a newer version.",
        newer: "Could not check: {{name}} is newer than the support table at hand (as of {{asOf}}).",
        notListed: "Could not check: {{name}} is not in the support table at hand.",
        tableOld: "Could not check {{name}}: the support table at hand is too old (as of {{asOf}}).",
      },
      remedies: {
        upgrade: {
          windows:
            "Open Settings > Windows Update (on Windows 10: Settings > Update & Security) and choose “Download and install” for the new version.\nIf none is offered, ask the helpdesk.",
          macos: "Open System Settings > General > Software Update and install the new macOS.\nIf none is offered, ask the helpdesk.",
          linux: "Back up important data.\nUpgrade to a newer version as your OS describes.\nIf you are not sure how, ask the helpdesk.",
        },
        "update-all": onEveryOs(
          "Update all packages as your distribution describes.\nFor example “sudo pacman -Syu” on Arch, “sudo zypper dup” on openSUSE Tumbleweed, “sudo xbps-install -Su” on Void.\nRestart the PC and check again.",
        ),
        "renew-table": onEveryOs("Update Preflight to the newest version.\nIf that changes nothing, send the report to the helpdesk."),
      },
    },
  },
  evaluate({ values, observations, settings, now }, say) {
    const release = values["os-release"];
    const params = { name: release.name, asOf: table.asOf };
    const tableOld = now.getTime() >= Date.parse(`${table.validUntil}T00:00:00Z`) + 86_400_000;
    const stale = () => say.unknown("tableOld", "stale", { params, remedy: "renew-table" });
    const support = supportOf(release, table);
    switch (support.kind) {
      case "older":
        return say.fail("older", "upgrade", { params });
      case "newer":
        return tableOld ? stale() : say.unknown("newer", "not-supported", { params, remedy: "renew-table" });
      case "edition-not-listed":
        // What ended for every edition ended for this one too.
        if (phaseOf(support.longest, now, settings).phase === "ended") return say.fail("older", "upgrade", { params });
        return tableOld ? stale() : say.unknown("notListed", "not-supported", { params, remedy: "renew-table" });
      case "not-listed":
        return tableOld ? stale() : say.unknown("notListed", "not-supported", { params, remedy: "renew-table" });
      case "period":
        break;
      default:
        return assertNever(support);
    }
    if (support.period.rolling) {
      if (tableOld) return stale();
      const updates = observations["pending-updates"];
      const at = snapshotDay(release.version) ?? (updates.kind === "known" ? (updates.value.lastInstalledAt ?? updates.value.listsAt) : null);
      const age = at === null ? null : ageInDays(at, now);
      if (at === null || age === null) return say.unknown("rollingUnseen", "stale", { params, remedy: "update-all" });
      if (age > settings.maxRollingAgeDays) return say.fail("rollingOld", "update-all", { params: { ...params, days: Math.floor(age) } });
      return say.pass("rolling", { ...params, date: at.slice(0, 10) });
    }
    const { extended } = release;
    const isEnrolled = extended?.enrolled === true && (extended.until === null || now.getTime() < Date.parse(extended.until));
    const { phase, end } = phaseOf(support.period, now, { ...settings, acceptPaid: settings.acceptPaid || isEnrolled });
    const dated = { ...params, end: end ?? "" };
    if (phase === "ended") return say.fail("ended", "upgrade", { params: dated });
    if (phase === "lts-refused") return say.fail("ltsRefused", "upgrade", { params: dated });
    if (phase === "paid-refused") return say.fail(extended && !isEnrolled ? "notEnrolled" : "paidRefused", "upgrade", { params: dated });
    if (tableOld && release.supportEnd === null) return stale();
    switch (phase) {
      case "regular":
        return end === null ? say.pass("supportedNoDate", params) : say.pass("supported", dated);
      case "ending":
        return say.fail("ending", "upgrade", { params: dated, minor: true });
      case "uncertain":
        return say.fail("uncertain", "upgrade", { params, minor: true });
      case "lts":
        return say.pass("lts", dated);
      case "paid":
        return say.pass(isEnrolled ? "enrolled" : "paid", dated);
      default:
        return assertNever(phase);
    }
  },
});
