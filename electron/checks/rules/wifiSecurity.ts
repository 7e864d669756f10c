import { z } from "zod";
import { assertNever } from "../../../shared/assertNever.ts";
import type { MessageParam } from "../../../shared/message.ts";
import { defineCheck } from "../check.ts";
import { protectsUnsafeLink } from "../companyTunnel.ts";
import { onEveryOs } from "../texts.ts";

/**
 * Can strangers listen in on this Wi-Fi? Judges the encryption in use, never the name: a name can only make it worse.
 * The company's VPN, carrying everything, makes up for a weak link.
 */
export const wifiSecurity = defineCheck({
  id: "wifi-security",
  group: "technology",
  kind: "measured",
  risks: ["eavesdropping", "intrusion"],
  needs: ["wifi-link"],
  looksAt: ["vpn", "office-proof"],
  settings: z.strictObject({
    publicNetworks: z
      .array(z.string().min(1).max(32))
      .max(500)
      .default([])
      .describe("names (SSID) of public Wi-Fi networks, exact spelling; their password is known to many, so WPA2 does not protect there"),
  }),
  texts: {
    ja: {
      title: "Wi-Fi の暗号化",
      why: "暗号化されていない Wi-Fi や、だれでも使える Wi-Fi では、通信を盗み見されたり、偽の接続先に誘い込まれたりするおそれがあります。",
      messages: {
        notWifi: "Wi-Fi ではつながっていません。",
        safe: "「{{ssid}}」は {{security}} で暗号化されています。店や施設の共用 Wi-Fi のときは、暗号化されていても会社の VPN を使ってください。",
        enterprise: "「{{ssid}}」は {{security}} で暗号化されています。接続先の証明書が確かめられているかどうかは、確認していません。",
        protected: "「{{ssid}}」（{{security}}）だけでは十分に守れませんが、会社の VPN で保護されています。",
        weakProtected: "「{{ssid}}」（{{security}}）は安全ではありません。会社の VPN で保護されていますが、できれば別の回線を使ってください。",
        weak: "「{{ssid}}」（{{security}}）では通信を盗み見されるおそれがあります。",
        publicKey: "「{{ssid}}」は公衆 Wi-Fi です。パスワードを多くの人が知っているため、{{security}} でも盗み見されるおそれがあります。",
        publicUnproved: "「{{ssid}}」は公衆 Wi-Fi です。{{security}} で暗号化されていますが、偽の接続先と見分けられません。",
        owe: "「{{ssid}}」は {{security}} です。盗み見は防げますが、偽の接続先と見分けられません。",
        safeHidden:
          "Wi-Fi は {{security}} で暗号化されています。OS がプログラムに見せないため、名前は確認できません。店や施設の共用 Wi-Fi のときは、暗号化されていても会社の VPN を使ってください。",
        unreadable: "位置情報の許可がないため、Wi-Fi の暗号化を確認できませんでした。",
        unreadableTool: "Wi-Fi の暗号化を調べるためのプログラムがこの PC にないため、確認できませんでした。",
        unreadableProtected:
          "Wi-Fi の暗号化を確認できませんでした。会社の VPN で保護されていますが、できれば安全だと分かっている回線を使ってください。",
        nameHidden: "名前は表示できません",
      },
      remedies: {
        safer: onEveryOs(
          "自宅の回線か、自分または会社のスマートフォンのテザリングに切り替えます。\n切り替えられないときは、会社の VPN につなぎます。\nこの項目をもう一度点検します。",
        ),
        "add-tool": {
          windows: "Wi-Fi をいったん切り、つなぎ直します。\nこの項目をもう一度点検します。\n変わらないときは、ヘルプデスクに相談してください。",
          macos: "Wi-Fi をいったん切り、つなぎ直します。\nこの項目をもう一度点検します。\n変わらないときは、ヘルプデスクに相談してください。",
          linux:
            "ソフトウェアの管理アプリか端末で、「iw」という名前のパッケージを入れます（例: sudo apt install iw、sudo dnf install iw、sudo pacman -S iw）。\nこの項目をもう一度点検します。\n自分で入れられないときは、安全だと分かっている有線の回線か会社の VPN を使い、ヘルプデスクに iw の追加を頼んでください。",
        },
        "allow-location": {
          windows:
            "「設定」→「プライバシーとセキュリティ」（Windows 10 では「プライバシー」）→「位置情報」を開きます。\n「位置情報サービス」と「デスクトップ アプリに位置情報へのアクセスを許可する」をオンにします。\nこの項目をもう一度点検します。",
          // No program of ours asks for the location there, so no list of the system ever shows us (decision 0122).
          macos:
            "メニューバーの Wi-Fi のアイコンを選び、つながっている Wi-Fi の名前と、鍵の印があるかどうかを見ます。\n知らない名前のとき、鍵の印がないときは、自宅の回線か、自分または会社のスマートフォンのテザリングに切り替えます。\nこの項目をもう一度点検します。",
          linux:
            "Wi-Fi の設定を開き、つながっている Wi-Fi の名前と、鍵の印があるかどうかを見ます。\n知らない名前のとき、鍵の印がないときは、自宅の回線か、自分または会社のスマートフォンのテザリングに切り替えます。\nこの項目をもう一度点検します。",
        },
      },
    },
    en: {
      title: "Wi-Fi encryption",
      why: "On a Wi-Fi network without encryption, or one that anybody can join, others may read your traffic or lure you to a fake access point.",
      messages: {
        notWifi: "Not connected by Wi-Fi.",
        safe: "“{{ssid}}” is encrypted with {{security}}. If a shop or another place shares it with visitors, use the company VPN all the same.",
        enterprise: "“{{ssid}}” is encrypted with {{security}}. Whether the server's certificate is verified was not checked.",
        protected: "“{{ssid}}” ({{security}}) alone does not protect enough, but the company VPN does.",
        weakProtected: "“{{ssid}}” ({{security}}) is not safe. The company VPN protects you, but use another connection if you can.",
        weak: "On “{{ssid}}” ({{security}}) others may read your traffic.",
        publicKey: "“{{ssid}}” is a public Wi-Fi network. Many people know its password, so others may read your traffic in spite of {{security}}.",
        publicUnproved: "“{{ssid}}” is a public Wi-Fi network. It is encrypted with {{security}}, but a fake access point would look the same.",
        owe: "“{{ssid}}” uses {{security}}. Others cannot read along, but a fake access point would look the same.",
        safeHidden:
          "The Wi-Fi is encrypted with {{security}}. The OS hides its name from programs. If a shop or another place shares it with visitors, use the company VPN all the same.",
        unreadable: "The encryption of the Wi-Fi could not be checked: the location permission is missing.",
        unreadableTool: "The encryption of the Wi-Fi could not be checked: this PC has no program that tells it.",
        unreadableProtected:
          "The encryption of the Wi-Fi could not be checked. The company VPN protects you, but use a connection that you know to be safe if you can.",
        nameHidden: "name not shown",
      },
      remedies: {
        safer: onEveryOs(
          "Change to your home network, or to the hotspot of your own or your company's phone.\nIf you cannot, connect to the company VPN.\nCheck this item again.",
        ),
        "add-tool": {
          windows: "Turn Wi-Fi off and connect again.\nCheck this item again.\nIf nothing has changed, ask the helpdesk.",
          macos: "Turn Wi-Fi off and connect again.\nCheck this item again.\nIf nothing has changed, ask the helpdesk.",
          linux:
            "Install the package “iw” with your software app or in a terminal (for example: sudo apt install iw, sudo dnf install iw, sudo pacman -S iw).\nCheck this item again.\nIf you may not install it, use a cable that you know to be safe or the company VPN, and ask the helpdesk to add iw.",
        },
        "allow-location": {
          windows:
            "Open Settings > Privacy & security (on Windows 10: Privacy) > Location.\nTurn on “Location services” and “Let desktop apps access your location”.\nCheck this item again.",
          macos:
            "Choose the Wi-Fi icon in the menu bar and look at the name of the Wi-Fi in use, and whether it shows a lock.\nIf you do not know the name, or there is no lock, change to your home network or to the hotspot of your own or your company's phone.\nCheck this item again.",
          linux:
            "Open the Wi-Fi settings and look at the name of the Wi-Fi in use, and whether it shows a lock.\nIf you do not know the name, or there is no lock, change to your home network or to the hotspot of your own or your company's phone.\nCheck this item again.",
        },
      },
    },
  },
  early({ observations, network }, say) {
    const link = observations["wifi-link"];
    if (link.kind !== "unknown") return undefined;
    const hidden = link.reason === "permission-location";
    // As much as an open Wi-Fi under the same VPN gets, and no more (decision 0026).
    if (protectsUnsafeLink(observations.vpn, network, observations["office-proof"])) {
      return say.fail("unreadableProtected", hidden ? "allow-location" : "safer", { subject: "unreadable", minor: true });
    }
    if (hidden) return say.unknown("unreadable", link.reason, { remedy: "allow-location" });
    return link.reason === "tool-missing" ? say.unknown("unreadableTool", link.reason, { remedy: "add-tool" }) : undefined;
  },
  evaluate({ values, observations, settings, network }, say) {
    const link = values["wifi-link"];
    if (!link.connected) return say.notApplicable("notWifi");
    const { security } = link;
    const ssid: MessageParam = link.ssid ?? { key: "check.wifi-security.nameHidden" };
    const params = { ssid, security: { key: `wifi.${security}` } };
    const safe = () => (link.ssid === null ? say.pass("safeHidden", { security: params.security }) : say.pass("safe", params));
    const isPublic = link.ssid !== null && settings.publicNetworks.includes(link.ssid);
    const isProtected = protectsUnsafeLink(observations.vpn, network, observations["office-proof"]);
    switch (security) {
      case "open":
      case "wep":
      case "wpa":
        if (isProtected) return say.fail("weakProtected", "safer", { params, subject: security, minor: true });
        return say.fail("weak", "safer", { params, subject: security });
      case "owe":
        return isProtected ? say.pass("protected", params) : say.fail("owe", "safer", { params, subject: security, minor: true });
      case "wpa2-personal":
      case "wpa2-wpa3-personal":
        if (!isPublic) return safe();
        return isProtected ? say.pass("protected", params) : say.fail("publicKey", "safer", { params, subject: security });
      case "wpa3-personal":
        if (!isPublic) return safe();
        return isProtected ? say.pass("protected", params) : say.fail("publicUnproved", "safer", { params, subject: security, minor: true });
      case "enterprise":
        return say.pass("enterprise", params);
      default:
        return assertNever(security);
    }
  },
});
