import { z } from "zod";
import { assertNever } from "../../../shared/assertNever.ts";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { absentOn, absentSchema } from "../absent.ts";
import { ageInDays } from "../age.ts";
import { defineCheck } from "../check.ts";

type Product = FactValue<"antivirus">["products"][number];
type Standing = "current" | "said-current" | "aging" | "silent" | "said-old" | "outdated";
const order: Readonly<Record<Standing, number>> = { current: 0, "said-current": 1, aging: 2, silent: 3, "said-old": 4, outdated: 5 };

/**
 * Protection that comes with the OS and that its maker renews every few weeks, not every day: its date is held to limits of its own.
 * https://support.apple.com/guide/security/protecting-against-malware-sec469d47bd8/web
 */
const renewedSeldom: ReadonlySet<string> = new Set(["XProtect"]);

interface Limits {
  readonly warnDays: number;
  readonly failDays: number;
}

/** What a product that is on is worth. Its date goes before its own word, except that a product which calls itself old is not current. */
function standingOf({ definitionsAt, upToDate }: Product, limits: Limits, now: Date): { readonly standing: Standing; readonly age: number } {
  const age = definitionsAt === null ? null : ageInDays(definitionsAt, now);
  if (age === null) {
    // A date from the future is a wrong clock or a broken answer: then its own word is worth no more.
    if (upToDate === null || (upToDate && definitionsAt !== null)) return { standing: "silent", age: 0 };
    return { standing: upToDate ? "said-current" : "said-old", age: 0 };
  }
  if (age <= limits.warnDays) return { standing: upToDate === false ? "aging" : "current", age };
  return { standing: age <= limits.failDays ? "aging" : "outdated", age };
}

/**
 * Is one antivirus product on, with current definitions? Several products are normal: the best one counts. Off, passive and expired products
 * never count, nor does one whose program is gone. None at all is what the rule says of this OS.
 */
export const antivirus = defineCheck({
  id: "antivirus",
  group: "technology",
  kind: "measured",
  risks: ["malware"],
  needs: ["antivirus"],
  looksAt: ["os-release"],
  settings: z.strictObject({
    warnDays: z.number().int().min(1).max(30).default(3).describe("definitions older than this: caution"),
    failDays: z.number().int().min(1).max(60).default(7).describe("definitions older than this: not met"),
    builtInWarnDays: z
      .number()
      .int()
      .min(1)
      .max(120)
      .default(45)
      .describe("the same for XProtect of macOS, which Apple renews every few weeks: caution"),
    builtInFailDays: z.number().int().min(1).max(365).default(90).describe("the same for XProtect of macOS: not met"),
    absent: absentSchema({ windows: "fail", macos: "fail", linux: "not-applicable" }).describe(
      "what it means that none is installed, by OS: not met (fail), or not asked for there (not-applicable)",
    ),
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
        upToDate: "{{name}} が動いていて、定義は最新だと OS に報告しています（日付は確認できません）。",
        notUpToDate: "{{name}} は動いていますが、定義が古いと OS に報告しています。",
        off: "ウイルス対策が動いていません（{{names}}）。",
        expired: "ウイルス対策の有効期限が切れています（{{names}}）。",
        missing: "ウイルス対策として登録されている {{names}} のプログラムが見つかりません。削除されていて、働いていません。",
        none: "ウイルス対策ソフトが入っていません。",
        notAsked: "ウイルス対策ソフトは入っていません。いまのポリシーは、この OS では求めていません。",
      },
      remedies: {
        "turn-on": {
          windows:
            "「Windows セキュリティ」→「ウイルスと脅威の防止」を開きます。\n「リアルタイム保護」をオンにします。\nほかのウイルス対策ソフトを使っているときは、そのソフトを開いて有効にします。",
          macos: "会社のウイルス対策ソフトを開き、保護をオンにします。\n見つからないときは、ヘルプデスクに相談してください。",
          linux: "会社のウイルス対策ソフトを開き、保護をオンにします。\n見つからないときは、ヘルプデスクに相談してください。",
        },
        install: {
          windows:
            "「Windows セキュリティ」→「ウイルスと脅威の防止」を開きます。\n「リアルタイム保護」をオンにします。\nオンにできないときは、会社のウイルス対策ソフトの入れ方をヘルプデスクに聞いてください。",
          macos: "会社のウイルス対策ソフトの入れ方を、ヘルプデスクに聞いてください。",
          linux:
            "会社が Linux 向けのウイルス対策ソフトを決めているかどうかを、ヘルプデスクに聞いてください。\n決まっているときは、それを入れて動かします。",
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
        upToDate: "{{name}} is on and reports to the OS that its definitions are current (their date cannot be seen).",
        notUpToDate: "{{name}} is on, but reports to the OS that its definitions are out of date.",
        off: "Antivirus is not on ({{names}}).",
        expired: "Antivirus has expired ({{names}}).",
        missing: "{{names}} is registered as antivirus, but its program is not on this PC. It was removed and does not guard.",
        none: "No antivirus software is installed.",
        notAsked: "No antivirus software is installed. The policy does not ask for it on this OS.",
      },
      remedies: {
        "turn-on": {
          windows:
            "Open Windows Security > Virus & threat protection.\nTurn on real-time protection.\nIf you use another antivirus product, open it and turn it on.",
          macos: "Open your company's antivirus software and turn protection on.\nIf you cannot find it, ask the helpdesk.",
          linux: "Open your company's antivirus software and turn protection on.\nIf you cannot find it, ask the helpdesk.",
        },
        install: {
          windows:
            "Open Windows Security > Virus & threat protection.\nTurn on real-time protection.\nIf that is not possible, ask the helpdesk how to install your company's antivirus software.",
          macos: "Ask the helpdesk how to install your company's antivirus software.",
          linux: "Ask the helpdesk which antivirus software your company uses on Linux.\nIf there is one, install and start it.",
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
  evaluate({ values: { antivirus: value }, observations, settings, now }, say) {
    if (value.products.length === 0) {
      const means = absentOn(settings.absent, observations["os-release"]);
      if (means.kind === "unknown") return say.unseen(means.reason);
      return means.kind === "fail" ? say.fail("none", "install") : say.notApplicable("notAsked");
    }
    const { builtInWarnDays, builtInFailDays } = settings;
    const limitsFor = ({ name }: Product): Limits => (renewedSeldom.has(name) ? { warnDays: builtInWarnDays, failDays: builtInFailDays } : settings);
    const [best] = value.products
      .filter(({ state }) => state === "on")
      .map((product) => ({ product, ...standingOf(product, limitsFor(product), now) }))
      .sort((a, b) => order[a.standing] - order[b.standing] || a.age - b.age);
    if (best === undefined) {
      const names = value.products
        .map((product) => product.name)
        .join(", ")
        .slice(0, 1000);
      if (value.products.some(({ state }) => state === "expired")) return say.fail("expired", "turn-on", { params: { names } });
      const gone = value.products.flatMap(({ name, state }) => (state === "missing" ? [name] : []));
      if (gone.length > 0) return say.fail("missing", "turn-on", { params: { names: gone.join(", ").slice(0, 1000) } });
      return say.fail("off", "turn-on", { params: { names } });
    }
    const { name, definitionsAt } = best.product;
    const days = Math.floor(best.age);
    switch (best.standing) {
      case "current":
        return say.pass("current", { name, date: (definitionsAt ?? "").slice(0, 10) });
      case "said-current":
        return say.pass("upToDate", { name });
      case "aging":
        return say.fail("aging", "update-definitions", { params: { name, days }, minor: true });
      case "silent":
        return say.fail("ageUnknown", "update-definitions", { params: { name }, minor: true });
      case "said-old":
        return say.fail("notUpToDate", "update-definitions", { params: { name } });
      case "outdated":
        return say.fail("outdated", "update-definitions", { params: { name, days, limit: limitsFor(best.product).failDays } });
      default:
        return assertNever(best.standing);
    }
  },
});
