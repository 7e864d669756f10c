import { z } from "zod";
import { remoteAccessKinds } from "../../../shared/facts/access.ts";
import { defineCheck } from "../check.ts";

/** Can somebody come in from outside: shared folders, remote control, remote sign-in? Only what the policy allows may be on. */
export const remoteAccess = defineCheck({
  id: "remote-access",
  group: "technology",
  kind: "measured",
  risks: ["intrusion", "external-service"],
  needs: ["remote-access"],
  settings: z.strictObject({
    allowed: z
      .array(z.enum(remoteAccessKinds))
      .max(remoteAccessKinds.length)
      .default([])
      .describe("ways in that may be on, for example remote-assistance where the helpdesk uses it"),
  }),
  texts: {
    ja: {
      title: "共有とリモート操作",
      why: "共有フォルダーやリモート操作が使える状態だと、同じネットワークにいる他人に、データを見られたり PC を操作されたりするおそれがあります。",
      messages: {
        none: "共有やリモート操作は、すべてオフです。",
        allowed: "オンになっているのは、会社が認めているものだけです（{{services}}）。",
        on: "共有やリモート操作がオンになっています（{{services}}）。",
      },
      remedies: {
        "turn-off": {
          windows:
            "「設定」→「システム」→「リモート デスクトップ」がオフであることを確かめます。\n「設定」→「ネットワークとインターネット」→「ネットワークの詳細設定」→「共有の詳細設定」を開き、「ファイルとプリンターの共有」をオフにします。\n心当たりのないリモート操作のソフトがあるときは、使わずにヘルプデスクに相談してください。",
          macos:
            "「システム設定」→「一般」→「共有」を開きます。\n使っていない共有（ファイル共有、画面共有、リモートログインなど）をオフにします。\n心当たりのないリモート操作のソフトがあるときは、使わずにヘルプデスクに相談してください。",
          linux:
            "「設定」→「共有」（または「システム」）を開き、ファイル共有、リモートデスクトップ、リモートログインをオフにします。\n心当たりのないリモート操作のソフトがあるときは、使わずにヘルプデスクに相談してください。",
        },
      },
    },
    en: {
      title: "Sharing and remote control",
      why: "With shared folders or remote control switched on, others on the same network may read your data or control the PC.",
      messages: {
        none: "Sharing and remote control are all off.",
        allowed: "Only what your company allows is on ({{services}}).",
        on: "Sharing or remote control is on ({{services}}).",
      },
      remedies: {
        "turn-off": {
          windows:
            "Make sure that Settings > System > Remote Desktop is off.\nOpen Settings > Network & internet > Advanced network settings > Advanced sharing settings and turn off “File and printer sharing”.\nIf there is remote control software that you do not know, do not use it: ask the helpdesk.",
          macos:
            "Open System Settings > General > Sharing.\nTurn off what you do not use (File Sharing, Screen Sharing, Remote Login and so on).\nIf there is remote control software that you do not know, do not use it: ask the helpdesk.",
          linux:
            "Open Settings > Sharing (or System) and turn off file sharing, remote desktop and remote login.\nIf there is remote control software that you do not know, do not use it: ask the helpdesk.",
        },
      },
    },
  },
  evaluate({ values, settings }, say) {
    const on = values["remote-access"].services.filter((service) => service.on);
    const names = (services: typeof on) =>
      services
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 1000);
    const refused = on.filter(({ kind }) => !settings.allowed.includes(kind));
    if (refused.length > 0) {
      const subject = [...new Set(refused.map(({ kind }) => kind))].sort().join(", ");
      return say.fail("on", "turn-off", { params: { services: names(refused) }, subject });
    }
    return on.length > 0 ? say.pass("allowed", { services: names(on) }) : say.pass("none");
  },
});
