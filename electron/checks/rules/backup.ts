import { z } from "zod";
import { ageInDays } from "../age.ts";
import { defineCheck } from "../check.ts";

/** Is there a recent copy of what lies on this PC? The newest of all backups counts. */
export const backup = defineCheck({
  id: "backup",
  group: "technology",
  kind: "measured",
  risks: ["malware", "loss"],
  needs: ["backup"],
  settings: z.strictObject({
    maxDays: z.number().int().min(1).max(366).default(7).describe("days after which the last backup is too old"),
  }),
  texts: {
    ja: {
      title: "バックアップ",
      why: "バックアップがないと、故障や紛失、データを人質に取るウイルスの被害にあったときに、仕事のデータが戻りません。",
      messages: {
        recent: "最近のバックアップがあります（{{name}}、{{date}}）。",
        old: "最後のバックアップは {{days}} 日前です（{{name}}）。{{limit}} 日以内にしてください。",
        never: "バックアップが終わったことがありません（{{name}}）。",
        off: "バックアップがオフです（{{name}}）。",
        none: "バックアップの設定が見つかりません。",
        future: "最後のバックアップの日付が未来になっているため、確認できませんでした（{{name}}）。",
      },
      remedies: {
        "back-up": {
          windows:
            "会社で決められた保存先（会社のサーバーやクラウド）に、大切なファイルを移します。\nPC の中に残すときは、「コントロール パネル」→「ファイル履歴」をオンにし、会社が認めた外付けディスクにつなぎます。\nやり方が分からないときは、ヘルプデスクに相談してください。",
          macos:
            "会社で決められた保存先（会社のサーバーやクラウド）に、大切なファイルを移します。\nMac の中に残すときは、「システム設定」→「一般」→「Time Machine」を開き、会社が認めた暗号化済みのディスクを追加します。\nやり方が分からないときは、ヘルプデスクに相談してください。",
          linux:
            "会社で決められた保存先（会社のサーバーやクラウド）に、大切なファイルを移します。\nPC の中に残すときは、「バックアップ」を開き、会社が認めた保存先を設定します。\nやり方が分からないときは、ヘルプデスクに相談してください。",
        },
      },
    },
    en: {
      title: "Backup",
      why: "Without a backup, your work does not come back after a defect, a loss, or malware that holds data to ransom.",
      messages: {
        recent: "There is a recent backup ({{name}}, {{date}}).",
        old: "The last backup is {{days}} days old ({{name}}). It must not be older than {{limit}} days.",
        never: "No backup has ever finished ({{name}}).",
        off: "Backup is switched off ({{name}}).",
        none: "No backup is set up.",
        future: "Could not check: the last backup bears a date in the future ({{name}}).",
      },
      remedies: {
        "back-up": {
          windows:
            "Move important files to where your company wants them (its server or cloud).\nIf they stay on the PC, turn on Control Panel > File History with a disk that your company accepts.\nIf you are not sure how, ask the helpdesk.",
          macos:
            "Move important files to where your company wants them (its server or cloud).\nIf they stay on the Mac, open System Settings > General > Time Machine and add an encrypted disk that your company accepts.\nIf you are not sure how, ask the helpdesk.",
          linux:
            "Move important files to where your company wants them (its server or cloud).\nIf they stay on the PC, open Backups and set up a place that your company accepts.\nIf you are not sure how, ask the helpdesk.",
        },
      },
    },
  },
  evaluate({ values, settings, now }, say) {
    const { sources } = values.backup;
    const [first] = sources;
    if (first === undefined) return say.fail("none", "back-up");
    const name = sources
      .map((source) => source.name)
      .join(", ")
      .slice(0, 1000);
    const on = sources.filter(({ enabled }) => enabled);
    if (on.length === 0) return say.fail("off", "back-up", { params: { name } });
    const dated = on.flatMap((source) => (source.lastAt === null ? [] : [{ ...source, lastAt: source.lastAt, age: ageInDays(source.lastAt, now) }]));
    const aged = dated.flatMap((source) => (source.age === null ? [] : [{ ...source, age: source.age }])).sort((a, b) => a.age - b.age);
    const [newest] = aged;
    if (newest && newest.age <= settings.maxDays) return say.pass("recent", { name: newest.name, date: newest.lastAt.slice(0, 10) });
    if (aged.length < dated.length) return say.unknown("future", "stale", { params: { name } });
    if (newest === undefined) return say.fail("never", "back-up", { params: { name } });
    return say.fail("old", "back-up", { params: { name: newest.name, days: Math.floor(newest.age), limit: settings.maxDays } });
  },
});
