import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { defineCheck } from "../check.ts";

type Mechanism = FactValue<"screen-lock">["mechanisms"][number];

const minutes = (seconds: number) => Math.ceil(seconds / 60);

/** Seconds until the PC locks by these mechanisms: the soonest counts. Infinity: never; null: no setting was seen that has a say. */
function soonest(mechanisms: readonly Mechanism[]): number | null {
  if (mechanisms.length === 0) return null;
  return Math.min(...mechanisms.map(({ lockAfterSeconds }) => lockAfterSeconds ?? Number.POSITIVE_INFINITY));
}

/**
 * Does the PC lock itself with a password when nobody uses it? On mains and on battery the soonest mechanism counts, and the worse of the two
 * decides: a PC is carried about.
 */
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
        withoutGdm: "操作しなくても画面がロックされません。GNOME が画面をロックするには、ログイン画面に GDM が必要です。",
        unseen: "画面がロックされるかどうかを確認できませんでした。",
        openAfterSleep: "操作しないと {{minutes}} 分で画面がロックされますが、スリープから戻ったときにパスワードを求められません。",
        lateOn: "{{power}}、画面がロックされるまで {{minutes}} 分かかります。{{limit}} 分以内にしてください。",
        slowOn: "{{power}}、画面がロックされるまで {{minutes}} 分かかります。{{recommended}} 分以内をおすすめします。",
        neverOn: "{{power}}、操作しなくても画面がロックされません。",
        unseenOn: "{{power}}、画面がロックされるかどうかを確認できませんでした。",
        powerAc: "電源につないでいるときは",
        powerBattery: "バッテリーで使っているときは",
      },
      remedies: {
        shorten: {
          windows:
            "「設定」を開き、「アカウント」→「サインイン オプション」を選びます。\n「追加の認証」を「スリープから復帰したとき」にします。\n「個人用設定」→「ロック画面」→「スクリーン セーバー」で待ち時間を短くし、「再開時にログオン画面に戻る」を選びます。",
          macos:
            "「システム設定」→「ロック画面」を開きます。\n「使用していない場合はディスプレイをオフにする」の時間を短くします。\n「パスワードを要求」を「すぐに」にします。",
          linux:
            "「設定」→「プライバシー」→「画面ロック」を開きます。\n「自動画面ロック」をオンにし、待ち時間を短くします。\nKDE では「システム設定」→「画面のロック」で設定します。\nsway、Hyprland、niri などでは、swayidle または hypridle の設定で、ロックするまでの時間を短くします。",
        },
        "lock-on-resume": {
          windows: "「設定」→「アカウント」→「サインイン オプション」を開きます。\n「追加の認証」を「スリープから復帰したとき」にします。",
          macos: "「システム設定」→「ロック画面」を開きます。\n「パスワードを要求」を「すぐに」にします。",
          linux:
            "KDE では「システム設定」→「画面のロック」で「スリープからの復帰後」をオンにします。\nGNOME では「設定」→「プライバシー」→「画面ロック」で「サスペンド時に画面をロック」をオンにします。\nXfce では「スクリーンセーバー」の「ロック画面」で、Cinnamon では「電源管理」で、スリープのときのロックをオンにします。",
        },
        "use-gdm": {
          windows: "この項目をもう一度点検します。\n変わらなければ、ヘルプデスクに相談してください。",
          macos: "この項目をもう一度点検します。\n変わらなければ、ヘルプデスクに相談してください。",
          linux:
            "ログイン画面を GDM に変えます。Debian と Ubuntu では「sudo dpkg-reconfigure gdm3」、Fedora などでは「sudo systemctl enable --force gdm」を実行します。管理者の権限がなければ、ヘルプデスクに頼みます。\nPC を再起動し、この項目をもう一度点検します。\nそれまでは、席を離れるときにログアウトします。",
        },
        "make-visible": {
          windows:
            "「設定」→「アカウント」→「サインイン オプション」と、「個人用設定」→「ロック画面」→「スクリーン セーバー」で、画面がロックされる設定を確認します。\nこの項目をもう一度点検します。\n変わらなければ、ヘルプデスクに相談してください。",
          macos:
            "「システム設定」→「ロック画面」を開き、「パスワードを要求」が「すぐに」になっていることを確認します。\nこの項目をもう一度点検します。\n変わらなければ、ヘルプデスクに相談してください。",
          linux:
            "このアプリを、ふだん使うデスクトップのメニューから開き直します。端末で XDG_CONFIG_HOME や XDG_CURRENT_DESKTOP を変えていれば、元に戻します。\n画面をロックするプログラムを動かします。sway、niri、river、labwc では「swayidle -w timeout 300 'swaylock -f' before-sleep 'swaylock -f'」を、Hyprland では hypridle と hyprlock を、自動で始まるように設定します。Xfce では xfce4-screensaver、MATE では mate-screensaver、Cinnamon では cinnamon-screensaver、LXQt では XScreenSaver を使います。\nログインし直し、この項目をもう一度点検します。",
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
        withoutGdm: "The screen never locks by itself: GNOME needs GDM as the login screen to lock it.",
        unseen: "It could not be checked whether the screen locks.",
        openAfterSleep: "The screen locks after {{minutes}} min without input, but after sleep no password is asked for.",
        lateOn: "{{power}} the screen takes {{minutes}} min to lock. It must lock within {{limit}} min.",
        slowOn: "{{power}} the screen takes {{minutes}} min to lock. Within {{recommended}} min is recommended.",
        neverOn: "{{power}} the screen never locks by itself.",
        unseenOn: "{{power}} it could not be checked whether the screen locks.",
        powerAc: "While plugged in,",
        powerBattery: "On battery,",
      },
      remedies: {
        shorten: {
          windows:
            "Open Settings, then Accounts > Sign-in options.\nSet “If you've been away” to ask when the PC wakes up.\nUnder Personalisation > Lock screen > Screen saver, shorten the wait and tick “On resume, display logon screen”.",
          macos: "Open System Settings > Lock Screen.\nShorten “Turn display off when inactive”.\nSet “Require password” to “Immediately”.",
          linux:
            "Open Settings > Privacy > Screen Lock.\nTurn on Automatic Screen Lock and shorten the delay.\nOn KDE: System Settings > Screen Locking.\nOn sway, Hyprland, niri and the like: shorten the time until the lock in the settings of swayidle or hypridle.",
        },
        "lock-on-resume": {
          windows: "Open Settings, then Accounts > Sign-in options.\nSet “If you've been away” to ask when the PC wakes up.",
          macos: "Open System Settings > Lock Screen.\nSet “Require password” to “Immediately”.",
          linux:
            "On KDE turn on “After waking from sleep” under System Settings > Screen Locking.\nOn GNOME turn on “Lock Screen on Suspend” under Settings > Privacy > Screen Lock.\nOn Xfce turn on the lock for sleep under Screensaver > Lock Screen, on Cinnamon under Power Management.",
        },
        "use-gdm": {
          windows: "Check this item again.\nIf nothing changes, ask the helpdesk.",
          macos: "Check this item again.\nIf nothing changes, ask the helpdesk.",
          linux:
            "Make GDM the login screen: on Debian and Ubuntu with “sudo dpkg-reconfigure gdm3”, on Fedora and others with “sudo systemctl enable --force gdm”. Without administrator rights, ask the helpdesk.\nRestart the PC and check again.\nUntil then, log out whenever you leave your desk.",
        },
        "make-visible": {
          windows:
            "Look at Settings > Accounts > Sign-in options and at Personalisation > Lock screen > Screen saver: the screen must lock.\nCheck this item again.\nIf nothing changes, ask the helpdesk.",
          macos:
            "Open System Settings > Lock Screen and see that “Require password” is “Immediately”.\nCheck this item again.\nIf nothing changes, ask the helpdesk.",
          linux:
            "Open this app again from the menu of the desktop that you work in. If you changed XDG_CONFIG_HOME or XDG_CURRENT_DESKTOP in a terminal, change them back.\nStart a program that locks the screen. On sway, niri, river and labwc let “swayidle -w timeout 300 'swaylock -f' before-sleep 'swaylock -f'” start with the session, on Hyprland hypridle with hyprlock. On Xfce use xfce4-screensaver, on MATE mate-screensaver, on Cinnamon cinnamon-screensaver, on LXQt XScreenSaver.\nLog in again and check again.",
        },
      },
    },
  },
  // The common sentence leaves a person with nothing to do; here there are steps that make the lock visible.
  early({ observations }, say) {
    const lock = observations["screen-lock"];
    const helps = lock.kind === "unknown" && ["not-supported", "failed", "unparsed"].includes(lock.reason);
    return helps ? say.unknown("unseen", lock.reason, { remedy: "make-visible" }) : undefined;
  },
  evaluate({ values, settings }, say) {
    const { mechanisms } = values["screen-lock"];
    const on = (state: "ac" | "battery") => soonest(mechanisms.filter(({ power }) => power === "any" || power === state));
    const ac = on("ac");
    // A PC without a battery has no mechanism for it.
    const battery = mechanisms.some(({ power }) => power === "battery") ? on("battery") : ac;
    const seen = [ac, battery].flatMap((seconds) => (seconds === null ? [] : [seconds]));
    const worst = Math.max(...seen);
    const power = { key: `check.screen-lock.${worst === ac ? "powerAc" : "powerBattery"}` };
    const same = ac === battery;
    const gdm = mechanisms.some(({ missing }) => missing === "gdm");
    if (worst === Number.POSITIVE_INFINITY && gdm) return say.fail("withoutGdm", "use-gdm");
    if (worst === Number.POSITIVE_INFINITY) return same ? say.fail("never", "shorten") : say.fail("neverOn", "shorten", { params: { power } });
    const after = minutes(worst);
    if (after > settings.maxMinutes) {
      const params = { minutes: after, limit: settings.maxMinutes };
      return same ? say.fail("late", "shorten", { params }) : say.fail("lateOn", "shorten", { params: { ...params, power } });
    }
    // Only settings for the battery were seen: nothing is known of a PC that is plugged in.
    if (ac === null) return say.unknown("unseenOn", "unparsed", { params: { power: { key: "check.screen-lock.powerAc" } } });
    if (after > settings.warnMinutes) {
      const params = { minutes: after, recommended: settings.warnMinutes };
      return same
        ? say.fail("slow", "shorten", { params, minor: true })
        : say.fail("slowOn", "shorten", { params: { ...params, power }, minor: true });
    }
    if (values["screen-lock"].afterSleep === "open") return say.fail("openAfterSleep", "lock-on-resume", { params: { minutes: after }, minor: true });
    return say.pass("locks", { minutes: after });
  },
});
