import { z } from "zod";
import { protectionIds } from "../../../shared/facts/access.ts";
import { defineCheck } from "../check.ts";

/** Makers' names of the protections; they are the same in every language. */
const titles: Readonly<Record<(typeof protectionIds)[number], string>> = {
  sip: "System Integrity Protection",
  gatekeeper: "Gatekeeper",
  "secure-boot": "Secure Boot",
  uac: "UAC",
};

/** Are the OS's own protections on that nobody should ever switch off? */
export const osProtection = defineCheck({
  id: "os-protection",
  group: "technology",
  kind: "measured",
  risks: ["malware", "loss"],
  needs: ["os-protection"],
  settings: z.strictObject({
    ignored: z
      .array(z.enum(protectionIds))
      .max(protectionIds.length)
      .default([])
      .describe("protections that do not count, for example secure-boot where PCs cannot use it"),
  }),
  texts: {
    ja: {
      title: "OS の保護機能",
      why: "OS が備えている保護をオフにすると、ウイルスが OS の奥に入り込みやすくなります。",
      messages: {
        on: "OS の保護機能はオンです（{{names}}）。",
        off: "OS の保護機能がオフです（{{names}}）。",
        partial: "OS の保護機能の一部がオフです（{{names}}）。",
        ignored: "会社のポリシーで確認する保護機能は、この PC にはありません。",
      },
      remedies: {
        restore: {
          windows:
            "UAC がオフのときは、「ユーザー アカウント制御」を検索して開き、つまみを「既定」に戻して、PC を再起動します。\nSecure Boot がオフのときは、自分で変えず、ヘルプデスクに報告書を送って相談してください。",
          macos:
            "Gatekeeper がオフのときは、「システム設定」→「プライバシーとセキュリティ」で、「アプリケーションの実行許可」を「App Store と既知のデベロッパ」にします。\nSystem Integrity Protection や Secure Boot がオフのときは、自分で変えず、ヘルプデスクに報告書を送って相談してください。",
          linux: "自分で変えず、ヘルプデスクに報告書を送って相談してください。",
        },
      },
    },
    en: {
      title: "Protections of the OS",
      why: "When the OS's own protections are off, malware gets deep into the OS more easily.",
      messages: {
        on: "The protections of the OS are on ({{names}}).",
        off: "A protection of the OS is off ({{names}}).",
        partial: "A protection of the OS is partly off ({{names}}).",
        ignored: "This PC has none of the protections that your company's policy asks for.",
      },
      remedies: {
        restore: {
          windows:
            "If UAC is off, search for “User Account Control”, set the slider back to the default and restart the PC.\nIf Secure Boot is off, do not change it yourself: send the report to the helpdesk.",
          macos:
            "If Gatekeeper is off, set “Allow applications from” to “App Store & Known Developers” in System Settings > Privacy & Security.\nIf System Integrity Protection or Secure Boot is off, do not change it yourself: send the report to the helpdesk.",
          linux: "Do not change it yourself: send the report to the helpdesk.",
        },
      },
    },
  },
  evaluate({ values, settings }, say) {
    const counted = values["os-protection"].protections.filter(({ id }) => !settings.ignored.includes(id));
    const inState = (wanted: "on" | "partial" | "off") => counted.filter(({ state }) => state === wanted);
    const about = (found: typeof counted) => ({ params: { names: found.map(({ id }) => titles[id]).join(", ") } });
    const subject = [...new Set(counted.filter(({ state }) => state !== "on").map(({ id }) => id))].sort().join(", ");
    const [off, partial] = [inState("off"), inState("partial")];
    if (off.length > 0) return say.fail("off", "restore", { ...about(off), subject });
    if (partial.length > 0) return say.fail("partial", "restore", { ...about(partial), subject, minor: true });
    return counted.length > 0 ? say.pass("on", about(counted).params) : say.notApplicable("ignored");
  },
});
