import { z } from "zod";
import { ageInDays } from "../age.ts";
import { defineCheck } from "../check.ts";

/**
 * Is one antivirus product on, with current definitions? Several products are normal: the best one counts. Off, passive and expired products
 * never count.
 */
export const antivirus = defineCheck({
  id: "antivirus",
  group: "technology",
  kind: "measured",
  risks: ["malware"],
  needs: ["antivirus"],
  settings: z.strictObject({
    warnDays: z.number().int().min(1).max(30).default(3).describe("definitions older than this: caution"),
    failDays: z.number().int().min(1).max(60).default(7).describe("definitions older than this: not met"),
  }),
  texts: {
    ja: {
      title: "ウイルス対策",
      why: "ウイルス対策ソフトが止まっていたり定義が古かったりすると、感染に気づけず、情報を盗まれるおそれがあります。",
      messages: {
        current: "{{name}} が動いていて、定義は最新です（{{date}} 更新）。",
        aging: "{{name}} の定義が {{days}} 日前から更新されていません。",
        outdated: "{{name}} の定義が {{days}} 日前から更新されていません。{{limit}} 日以内のものにしてください。",
        ageUnknown: "{{name}} は動いていますが、定義がいつのものか確認できません。",
        off: "ウイルス対策が動いていません（{{names}}）。",
        expired: "ウイルス対策の有効期限が切れています（{{names}}）。",
      },
      remedies: {
        "turn-on": {
          windows:
            "「Windows セキュリティ」→「ウイルスと脅威の防止」を開きます。\n「リアルタイム保護」をオンにします。\nほかのウイルス対策ソフトを使っているときは、そのソフトを開いて有効にします。",
          macos: "会社のウイルス対策ソフトを開き、保護をオンにします。\n見つからないときは、ヘルプデスクに相談してください。",
          linux: "会社のウイルス対策ソフトを開き、保護をオンにします。\n見つからないときは、ヘルプデスクに相談してください。",
        },
        "update-definitions": {
          windows:
            "インターネットにつなぎます。\n「Windows セキュリティ」→「ウイルスと脅威の防止」→「保護の更新」→「更新プログラムのチェック」を選びます。\nほかのウイルス対策ソフトを使っているときは、そのソフトで更新します。",
          macos: "インターネットにつなぎます。\n会社のウイルス対策ソフトを開き、定義を更新します。",
          linux:
            "インターネットにつなぎます。\n会社のウイルス対策ソフトを開き、定義を更新します。\nClamAV では、定義を更新するサービス（clamav-freshclam）が動いていることを確かめます。",
        },
      },
    },
    en: {
      title: "Antivirus",
      why: "When antivirus is stopped or its definitions are old, an infection goes unnoticed and data may be stolen.",
      messages: {
        current: "{{name}} is on and its definitions are current (renewed {{date}}).",
        aging: "The definitions of {{name}} were last renewed {{days}} days ago.",
        outdated: "The definitions of {{name}} were last renewed {{days}} days ago. They must not be older than {{limit}} days.",
        ageUnknown: "{{name}} is on, but the age of its definitions could not be seen.",
        off: "Antivirus is not on ({{names}}).",
        expired: "Antivirus has expired ({{names}}).",
      },
      remedies: {
        "turn-on": {
          windows:
            "Open Windows Security > Virus & threat protection.\nTurn on real-time protection.\nIf you use another antivirus product, open it and turn it on.",
          macos: "Open your company's antivirus software and turn protection on.\nIf you cannot find it, ask the helpdesk.",
          linux: "Open your company's antivirus software and turn protection on.\nIf you cannot find it, ask the helpdesk.",
        },
        "update-definitions": {
          windows:
            "Connect to the internet.\nOpen Windows Security > Virus & threat protection > Protection updates and choose “Check for updates”.\nIf you use another antivirus product, update it there.",
          macos: "Connect to the internet.\nOpen your company's antivirus software and update its definitions.",
          linux:
            "Connect to the internet.\nOpen your company's antivirus software and update its definitions.\nWith ClamAV, make sure that the service that renews them (clamav-freshclam) runs.",
        },
      },
    },
  },
  evaluate({ values: { antivirus: value }, settings, now }, say) {
    const on = value.products.filter(({ state }) => state === "on");
    if (on.length === 0) {
      const names = value.products
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 1000);
      return say.fail(value.products.some(({ state }) => state === "expired") ? "expired" : "off", "turn-on", { params: { names } });
    }
    const ages = on.map((product) => ({ ...product, age: product.definitionsAt === null ? null : ageInDays(product.definitionsAt, now) }));
    const [first, ...rest] = ages.flatMap((product) => (product.age === null ? [] : [{ ...product, age: product.age }]));
    const newest = first && rest.reduce((best, product) => (product.age < best.age ? product : best), first);
    const silent = ages.find(({ age }) => age === null);
    if (newest && newest.age <= settings.warnDays) return say.pass("current", { name: newest.name, date: (newest.definitionsAt ?? "").slice(0, 10) });
    const days = newest ? Math.floor(newest.age) : 0;
    if (newest && newest.age <= settings.failDays) {
      return say.fail("aging", "update-definitions", { params: { name: newest.name, days }, minor: true });
    }
    if (silent) return say.fail("ageUnknown", "update-definitions", { params: { name: silent.name }, minor: true });
    return say.fail("outdated", "update-definitions", { params: { name: newest?.name ?? "", days, limit: settings.failDays } });
  },
});
