import { z } from "zod";
import { defineCheck } from "../check.ts";

const minutes = (seconds: number) => Math.ceil(seconds / 60);

/** Does the PC lock itself with a password when nobody uses it? The soonest of all mechanisms counts. */
export const screenLock = defineCheck({
  id: "screen-lock",
  group: "technology",
  kind: "measured",
  risks: ["loss", "intrusion"],
  needs: ["screen-lock"],
  settings: z.strictObject({
    maxMinutes: z.number().int().min(1).max(60).default(15).describe("longer, or never: not met"),
    warnMinutes: z.number().int().min(1).max(60).default(10).describe("longer: caution"),
  }),
  texts: {
    ja: {
      title: "画面ロック",
      why: "席を離れた間に、画面を見られたり操作されたりするおそれがあります。紛失や盗難のときは、そのまま情報が漏れます。",
      messages: {
        locks: "操作しないと {{minutes}} 分で画面がロックされます。",
        late: "画面がロックされるまで {{minutes}} 分かかります。{{limit}} 分以内にしてください。",
        slow: "画面がロックされるまで {{minutes}} 分かかります。{{recommended}} 分以内をおすすめします。",
        never: "操作しなくても画面がロックされません。",
      },
      remedies: {
        shorten: {
          windows:
            "「設定」を開き、「アカウント」→「サインイン オプション」を選びます。\n「追加の認証」を「スリープから復帰したとき」にします。\n「個人用設定」→「ロック画面」→「スクリーン セーバー」で待ち時間を短くし、「再開時にログオン画面に戻る」を選びます。",
          macos:
            "「システム設定」→「ロック画面」を開きます。\n「使用していない場合はディスプレイをオフにする」の時間を短くします。\n「パスワードを要求」を「すぐに」にします。",
          linux:
            "「設定」→「プライバシー」→「画面ロック」を開きます。\n「自動画面ロック」をオンにし、待ち時間を短くします。\nKDE では「システム設定」→「画面のロック」で設定します。",
        },
      },
    },
    en: {
      title: "Screen lock",
      why: "While you are away somebody could read or use your screen. If the PC is lost or stolen, its data leaks at once.",
      messages: {
        locks: "The screen locks after {{minutes}} min without input.",
        late: "The screen takes {{minutes}} min to lock. It must lock within {{limit}} min.",
        slow: "The screen takes {{minutes}} min to lock. Within {{recommended}} min is recommended.",
        never: "The screen never locks by itself.",
      },
      remedies: {
        shorten: {
          windows:
            "Open Settings, then Accounts > Sign-in options.\nSet “If you've been away” to ask when the PC wakes up.\nUnder Personalisation > Lock screen > Screen saver, shorten the wait and tick “On resume, display logon screen”.",
          macos: "Open System Settings > Lock Screen.\nShorten “Turn display off when inactive”.\nSet “Require password” to “Immediately”.",
          linux:
            "Open Settings > Privacy > Screen Lock.\nTurn on Automatic Screen Lock and shorten the delay.\nOn KDE: System Settings > Screen Locking.",
        },
      },
    },
  },
  evaluate({ values, settings }, say) {
    const times = values["screen-lock"].mechanisms.flatMap(({ lockAfterSeconds }) => (lockAfterSeconds === null ? [] : [lockAfterSeconds]));
    if (times.length === 0) return say.fail("never", "shorten");
    const after = minutes(Math.min(...times));
    if (after > settings.maxMinutes) return say.fail("late", "shorten", { params: { minutes: after, limit: settings.maxMinutes } });
    if (after > settings.warnMinutes) {
      return say.fail("slow", "shorten", { params: { minutes: after, recommended: settings.warnMinutes }, minor: true });
    }
    return say.pass("locks", { minutes: after });
  },
});
