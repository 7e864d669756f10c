import { z } from "zod";
import { defineCheck } from "../check.ts";

/** Does the PC ask who is there? One that signs in by itself, or takes guests, lets anybody in who holds it. */
export const signIn = defineCheck({
  id: "sign-in",
  group: "technology",
  kind: "measured",
  risks: ["loss", "intrusion"],
  needs: ["accounts"],
  settings: z.strictObject({}),
  texts: {
    ja: {
      title: "サインインの設定",
      why: "パスワードなしで使い始められる PC は、なくしたり盗まれたりしたときに、そのまま中を見られます。",
      messages: {
        asked: "使い始めるときに、本人の確認を求めます。ゲストは使えません。",
        autoLogin: "電源を入れると、パスワードなしで自動的にサインインします。",
        guest: "ゲスト用のアカウントが使える状態です。だれでもこの PC を使えます。",
        both: "パスワードなしで自動的にサインインします。ゲスト用のアカウントも使える状態です。",
        autoLoginUnseen: "自動サインインの設定を確認できませんでした。",
        guestUnseen: "ゲスト用のアカウントの設定を確認できませんでした。",
      },
      remedies: {
        "ask-password": {
          windows:
            "「ファイル名を指定して実行」に netplwiz と入れて開き、「ユーザーがこのコンピューターを使うには、ユーザー名とパスワードの入力が必要」をオンにします。この項目が見えないときは、先に「設定」→「アカウント」→「サインイン オプション」で「Windows Hello サインインのみを許可する」をオフにします。\nゲスト用のアカウント（Guest）が有効なときは、ヘルプデスクに無効にするよう依頼してください。\nこの項目をもう一度点検します。",
          macos:
            "「システム設定」→「ユーザとグループ」を開きます。\n「自動ログインのアカウント」を「オフ」にします。\n「ゲストユーザ」をオフにします。\nこの項目をもう一度点検します。",
          linux:
            "「設定」→「ユーザー」を開き、「自動ログイン」をオフにします。\nゲストの設定が分からないときは、ヘルプデスクに相談してください。\nこの項目をもう一度点検します。",
        },
      },
    },
    en: {
      title: "Sign-in",
      why: "A PC that can be used without a password shows everything to whoever finds or steals it.",
      messages: {
        asked: "The PC asks who you are before it can be used. Guests may not use it.",
        autoLogin: "The PC signs in by itself, without a password.",
        guest: "The guest account is on: anybody may use this PC.",
        both: "The PC signs in by itself, without a password, and the guest account is on.",
        autoLoginUnseen: "Could not check whether the PC signs in by itself.",
        guestUnseen: "Could not check whether the guest account is on.",
      },
      remedies: {
        "ask-password": {
          windows:
            "Run netplwiz and tick “Users must enter a user name and password to use this computer”. If it is not there, first turn off “only allow Windows Hello sign-in” in Settings > Accounts > Sign-in options.\nIf the account “Guest” is on, ask the helpdesk to turn it off.\nCheck this item again.",
          macos: "Open System Settings > Users & Groups.\nSet “Automatically log in as” to “Off”.\nTurn off “Guest User”.\nCheck this item again.",
          linux: "Open Settings > Users and turn off “Automatic Login”.\nIf you are not sure about guests, ask the helpdesk.\nCheck this item again.",
        },
      },
    },
  },
  evaluate({ values: { accounts } }, say) {
    const { autoLogin, guest } = accounts;
    if (autoLogin && guest) return say.fail("both", "ask-password", { subject: "auto-login, guest" });
    if (autoLogin) return say.fail("autoLogin", "ask-password", { subject: "auto-login" });
    if (guest) return say.fail("guest", "ask-password", { subject: "guest" });
    if (autoLogin === null) return say.unknown("autoLoginUnseen", "needs-admin");
    return guest === null ? say.unknown("guestUnseen", "needs-admin") : say.pass("asked");
  },
});
