import { z } from "zod";
import { defineCheck } from "../check.ts";

/** Does more than a short password guard the PC: a face, a finger, a PIN of this PC, or a rule for long passwords? */
export const strongAuthentication = defineCheck({
  id: "strong-authentication",
  group: "technology",
  kind: "measured",
  risks: ["intrusion", "loss"],
  needs: ["accounts"],
  settings: z.strictObject({
    minLength: z.number().int().min(6).max(64).default(12).describe("without biometrics: passwords must have at least this many characters"),
  }),
  texts: {
    ja: {
      title: "強い認証",
      why: "短いパスワードは、推測されたり、のぞき見されたりして破られるおそれがあります。",
      messages: {
        biometrics: "顔や指紋などによるサインインが設定されています。",
        long: "{{length}} 文字以上のパスワードを使う決まりになっています。",
        short: "顔や指紋などによるサインインが設定されておらず、パスワードは {{length}} 文字でもよい設定です。{{limit}} 文字以上にしてください。",
        noRule: "顔や指紋などによるサインインが設定されておらず、パスワードの長さの決まりもありません。",
        unseen: "サインインの方法を確認できませんでした。",
      },
      remedies: {
        strengthen: {
          windows:
            "「設定」→「アカウント」→「サインイン オプション」を開きます。\n「顔認識」「指紋認識」「PIN」（Windows Hello）のどれかを設定します。\n設定できないときは、推測されにくい長いパスワードに変え、ヘルプデスクに相談してください。",
          macos:
            "「システム設定」→「Touch ID とパスワード」を開き、指紋を追加します。\nTouch ID のない Mac では、推測されにくい長いパスワードに変え、ヘルプデスクに相談してください。",
          linux:
            "「設定」→「ユーザー」を開き、「指紋認証ログイン」があれば設定します。\nないときは、推測されにくい長いパスワードに変え、ヘルプデスクに相談してください。",
        },
      },
    },
    en: {
      title: "Strong sign-in",
      why: "A short password can be guessed, or read over your shoulder.",
      messages: {
        biometrics: "Sign-in by face, finger or the like is set up.",
        long: "Passwords must have at least {{length}} characters.",
        short:
          "Sign-in by face, finger or the like is not set up, and passwords of {{length}} characters are accepted. They should have at least {{limit}}.",
        noRule: "Sign-in by face, finger or the like is not set up, and there is no rule for the length of passwords.",
        unseen: "Could not check how one signs in.",
      },
      remedies: {
        strengthen: {
          windows:
            "Open Settings > Accounts > Sign-in options.\nSet up face, fingerprint or PIN (Windows Hello).\nIf you cannot, change to a long password that is hard to guess, and ask the helpdesk.",
          macos:
            "Open System Settings > Touch ID & Password and add a fingerprint.\nOn a Mac without Touch ID, change to a long password that is hard to guess, and ask the helpdesk.",
          linux:
            "Open Settings > Users and set up “Fingerprint Login” if it is there.\nIf not, change to a long password that is hard to guess, and ask the helpdesk.",
        },
      },
    },
  },
  evaluate({ values: { accounts }, settings }, say) {
    const { biometrics, passwordMinLength: length } = accounts;
    if (biometrics) return say.pass("biometrics");
    if (length !== null && length >= settings.minLength) return say.pass("long", { length });
    // The part that was not seen might be the one that is in order, or the one that is not.
    if (biometrics === null || length === null) return say.unknown("unseen", "failed", { remedy: "strengthen" });
    if (length === 0) return say.fail("noRule", "strengthen");
    return say.fail("short", "strengthen", { params: { length, limit: settings.minLength } });
  },
});
