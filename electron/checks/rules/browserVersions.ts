import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";
import { compareVersions, versionPattern } from "../versions.ts";

type Browser = FactValue<"browsers">["browsers"][number];

/** Makers' names; they are the same in every language. */
const titles: Readonly<Record<Browser["name"], string>> = {
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  safari: "Safari",
  chromium: "Chromium",
  brave: "Brave",
};
const shown = (browsers: readonly Browser[]) =>
  browsers
    .map(({ name, version }) => `${titles[name]} ${version}`)
    .join(", ")
    .slice(0, 1000);
const minimum = z.string().min(1).max(64).regex(versionPattern).optional();

/** Are the browsers new enough for the policy? It knows no newest version by itself: the policy says which is the oldest that may be used. */
export const browserVersions = defineCheck({
  id: "browser-versions",
  group: "technology",
  kind: "measured",
  risks: ["malware", "external-service"],
  needs: ["browsers"],
  settings: z.strictObject({
    minimum: z
      .strictObject({ chrome: minimum, edge: minimum, firefox: minimum, safari: minimum, chromium: minimum, brave: minimum })
      .default({})
      .describe("the oldest version of each browser that may be used; write with `source` where and when it was looked up; empty: none is too old"),
  }),
  texts: {
    ja: {
      title: "ブラウザーのバージョン",
      why: "古いブラウザーの弱点は、見ただけで感染するウェブページに使われます。",
      messages: {
        current: "ブラウザーは、会社が決めたバージョン以上です（{{browsers}}）。",
        listed: "入っているブラウザー: {{browsers}}。最低のバージョンは、会社のポリシーに書かれていません。",
        old: "ブラウザーが古くなっています（{{browsers}}）。更新してください。",
        waiting: "ブラウザーの更新が、ブラウザーの再起動を待っています（{{browsers}}）。",
        unread: "ブラウザーのバージョンを読み取れませんでした（{{browsers}}）。",
        none: "調べられるブラウザーは入っていません。",
      },
      remedies: {
        update: {
          windows:
            "ブラウザーを開き、メニューの「ヘルプ」→「バージョン情報」を選びます。\n更新が終わったら「再起動」を選びます。\nこの項目をもう一度点検します。",
          macos:
            "ブラウザーを開き、メニューの「（ブラウザー名）について」を選びます。\n更新が終わったら「再起動」を選びます。Safari は「システム設定」→「一般」→「ソフトウェアアップデート」で更新します。\nこの項目をもう一度点検します。",
          linux: "「ソフトウェアの更新」を開き、すべて更新します。\nブラウザーを終了し、もう一度開きます。\nこの項目をもう一度点検します。",
        },
        reopen: onEveryOs("ブラウザーで入力している途中のものを保存します。\nブラウザーを終了し、もう一度開きます。\nこの項目をもう一度点検します。"),
      },
    },
    en: {
      title: "Versions of the browsers",
      why: "Weaknesses of old browsers are used by web pages that infect a PC when they are only looked at.",
      messages: {
        current: "The browsers are as new as your company wants them ({{browsers}}).",
        listed: "Browsers installed: {{browsers}}. Your company's policy names no oldest version.",
        old: "A browser is out of date ({{browsers}}). Update it.",
        waiting: "An update of a browser waits for the browser to be restarted ({{browsers}}).",
        unread: "The version of a browser could not be read ({{browsers}}).",
        none: "No browser that can be looked at is installed.",
      },
      remedies: {
        update: {
          windows: "Open the browser and choose Help > About in its menu.\nWhen the update has finished, choose “Relaunch”.\nCheck this item again.",
          macos:
            "Open the browser and choose About in its menu.\nWhen the update has finished, choose “Relaunch”. Safari is updated in System Settings > General > Software Update.\nCheck this item again.",
          linux: "Open Software Updater and install everything.\nClose the browser and open it again.\nCheck this item again.",
        },
        reopen: onEveryOs("Save what you are writing in the browser.\nClose the browser and open it again.\nCheck this item again."),
      },
    },
  },
  evaluate({ values, settings }, say) {
    const { browsers } = values.browsers;
    if (browsers.length === 0) return say.notApplicable("none");
    const compared = browsers.map((browser) => {
      const oldest = settings.minimum[browser.name];
      return { browser, difference: oldest === undefined ? 0 : compareVersions(browser.version, oldest) };
    });
    const those = (test: (difference: number | null) => boolean) =>
      compared.filter(({ difference }) => test(difference)).map(({ browser }) => browser);
    const old = those((difference) => difference !== null && difference < 0);
    const subject = (found: readonly Browser[]) => [...new Set(found.map(({ name }) => name))].sort().join(", ");
    if (old.length > 0) return say.fail("old", "update", { params: { browsers: shown(old) }, subject: subject(old) });
    const unread = those((difference) => difference === null);
    if (unread.length > 0) return say.unknown("unread", "unparsed", { params: { browsers: shown(unread) } });
    const waiting = browsers.filter((browser) => browser.waiting !== null);
    if (waiting.length > 0) return say.fail("waiting", "reopen", { params: { browsers: shown(waiting) }, subject: subject(waiting), minor: true });
    const limited = Object.values(settings.minimum).some((oldest) => oldest !== undefined);
    return say.pass(limited ? "current" : "listed", { browsers: shown(browsers) });
  },
});
