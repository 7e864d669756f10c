import { z } from "zod";
import { assertNever } from "../../../shared/assertNever.ts";
import { defineCheck } from "../check.ts";
import { protectsUnsafeLink } from "../companyTunnel.ts";
import { networkTrust as judgeNetwork, type TrustSignalId } from "../networkTrust.ts";
import { onEveryOs } from "../texts.ts";

type SignalText = `sign-${TrustSignalId}`;
const signalText = (id: TrustSignalId): { readonly key: `check.network-trust.${SignalText}` } => ({ key: `check.network-trust.sign-${id}` });

const ja: Readonly<Record<SignalText, string>> = {
  "sign-office-pin": "社内のサーバーを証明書で確認しました",
  "sign-portal-now": "ログイン画面が割り込んでいます",
  "sign-weaker-security": "同じ名前で、前より弱い暗号化になっています",
  "sign-wifi-open": "暗号化されていない Wi-Fi です",
  "sign-wifi-wep": "破られやすい暗号化（WEP）の Wi-Fi です",
  "sign-portal-before": "前にログイン画面が出たネットワークです",
  "sign-mobile-line": "携帯回線です",
  "sign-named-home": "「自宅」と登録されています",
  "sign-named-tether": "「テザリング」と登録されています",
  "sign-public-name": "公衆 Wi-Fi として知られた名前です",
  "sign-hotspot-domain": "公衆 Wi-Fi の事業者の回線と名乗っています",
  "sign-other-gateway": "ルーターが前と違います",
  "sign-other-vendor": "アクセスポイントのメーカーが前と違います",
  "sign-shared-mac": "ルーターになりすました機器がある可能性があります",
  "sign-other-certificate": "社内のサーバーの代わりに、別のものが応答しました",
  "sign-phone-subnet": "スマートフォンのテザリングのようです",
  "sign-metered": "通信量に制限のある回線のようです",
  "sign-phone-line": "スマートフォンの回線のようですが、ドックの有線や見知らぬ機器も同じように見えます",
};
const en: Readonly<Record<SignalText, string>> = {
  "sign-office-pin": "an inside server proved itself by its certificate",
  "sign-portal-now": "a sign-in page stands in the way",
  "sign-weaker-security": "the same name with weaker encryption than before",
  "sign-wifi-open": "the Wi-Fi is not encrypted",
  "sign-wifi-wep": "the Wi-Fi uses encryption that is easily broken (WEP)",
  "sign-portal-before": "a sign-in page was seen on this network before",
  "sign-mobile-line": "it is a mobile line",
  "sign-named-home": "you named it your home",
  "sign-named-tether": "you named it your phone's hotspot",
  "sign-public-name": "its name is known as that of a public Wi-Fi",
  "sign-hotspot-domain": "it says that it belongs to a hotspot operator",
  "sign-other-gateway": "its router is not the one from before",
  "sign-other-vendor": "its access point is from another maker than before",
  "sign-shared-mac": "another device may pretend to be the router",
  "sign-other-certificate": "something else answered in place of an inside server",
  "sign-phone-subnet": "it looks like a phone's hotspot",
  "sign-metered": "it looks like a connection with limited data",
  "sign-phone-line": "it looks like a phone's line, but a dock's cable or a stranger's device looks the same",
};

/**
 * Whose network is this? A proof for the office, the user's word and an unchanged look for home and the phone's hotspot; everything else is a
 * stranger's. The company's VPN, carrying everything, makes up for a stranger's network.
 */
export const networkTrust = defineCheck({
  id: "network-trust",
  group: "technology",
  kind: "measured",
  risks: ["eavesdropping", "intrusion"],
  needs: [],
  looksAt: ["route", "wifi-link", "gateway", "connectivity", "office-proof", "network-history", "vpn"],
  settings: z.strictObject({
    unnamed: z
      .enum(["caution", "forbidden"])
      .default("caution")
      .describe("a network that nothing speaks against, but that the user has not named and no VPN protects"),
    publicNetworks: z
      .array(z.string().min(1).max(32))
      .max(500)
      .default([])
      .describe("names (SSID) of public Wi-Fi networks, exact spelling; a hint that only makes the verdict stricter"),
    hotspotDomains: z
      .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))
      .max(200)
      .default([])
      .describe("domains that hotspot operators hand out, for example wi2.ne.jp; a hint that only makes the verdict stricter"),
  }),
  texts: {
    ja: {
      title: "ネットワークの種類",
      why: "店やホテルなど、知らない人と共用するネットワークでは、通信を盗み見されたり、偽の接続先に誘い込まれたりするおそれがあります。",
      messages: {
        office: "会社の中のネットワークです（社内のサーバーを証明書で確認しました）。",
        home: "「自宅」と登録されたネットワークです。前と変わったところはありません。",
        tether: "携帯回線、または自分のスマートフォンのテザリングです。",
        portal: "ログイン画面（利用手続き）が割り込んでいるため、まだインターネットを使えません。",
        public: "知らない人と共用する、公衆のネットワークと考えられます。理由: {{first}}。",
        publicTwo: "知らない人と共用する、公衆のネットワークと考えられます。理由: {{first}}。{{second}}。",
        publicProtected: "公衆のネットワークと考えられますが、会社の VPN で保護されています。理由: {{first}}。",
        changed: "登録したときと様子が違うため、同じネットワークとは言えません。理由: {{first}}。",
        unnamed: "だれのネットワークか分かりません。自宅やテザリングとして登録されていません。",
        unnamedSign: "だれのネットワークか分かりません。手がかり: {{first}}。",
        protected: "だれのネットワークか分かりませんが、会社の VPN で保護されています。",
        unseenProtected: "ネットワークの種類を確認できませんでしたが、会社の VPN で保護されています。",
        hidden: "この PC が実際にどのネットワークにつながっているかを確認できませんでした。",
        offline: "ネットワークにつながっていません。",
        ...ja,
      },
      remedies: {
        "sign-in": onEveryOs(
          "ブラウザーを開き、表示されたログイン画面で利用手続きをします。VPN が切れていないと表示されないときは、いったん VPN を切ります。\n手続きが済んだら、すぐに会社の VPN につなぎます。\nこの項目をもう一度点検します。",
        ),
        safer: onEveryOs(
          "自宅の回線か、自分または会社のスマートフォンのテザリングに切り替えます。\n切り替えられないときは、会社の VPN につなぎます。\nこの項目をもう一度点検します。",
        ),
        name: onEveryOs(
          "ここが自宅のときは、画面の「設定」→「ネットワーク」で「自宅」と登録します。自分のスマートフォンのテザリングなら「テザリング」と登録します（コマンドでは preflight networks name home または tether です）。\n店や施設など、知らない人と共用する場所では登録せず、会社の VPN につなぎます。\nこの項目をもう一度点検します。",
        ),
        "name-again": onEveryOs(
          "最近、自宅のルーターや Wi-Fi の機器を替えたかどうかを思い出します。\n替えたときは、画面の「設定」→「ネットワーク」で、もう一度「自宅」と登録します（コマンドでは preflight networks name home です）。\n心当たりがないときは、このネットワークを使わず、スマートフォンのテザリングに切り替えて、ヘルプデスクに相談してください。",
        ),
      },
    },
    en: {
      title: "Kind of network",
      why: "On a network that you share with strangers, in a shop or a hotel, others may read your traffic or lure you to a fake access point.",
      messages: {
        office: "This is the network inside the company (an inside server proved itself by its certificate).",
        home: "This is the network that you named your home. Nothing about it has changed.",
        tether: "This is a mobile line, or the hotspot of your own phone.",
        portal: "A sign-in page stands in the way, so the internet cannot be used yet.",
        public: "This looks like a public network that you share with strangers. Why: {{first}}.",
        publicTwo: "This looks like a public network that you share with strangers. Why: {{first}}; {{second}}.",
        publicProtected: "This looks like a public network, but the company VPN protects you. Why: {{first}}.",
        changed: "This network looks different from when you named it, so it may be another one. Why: {{first}}.",
        unnamed: "It is not known whose network this is: it was not named as your home or your phone's hotspot.",
        unnamedSign: "It is not known whose network this is. A hint: {{first}}.",
        protected: "It is not known whose network this is, but the company VPN protects you.",
        unseenProtected: "The kind of network could not be checked, but the company VPN protects you.",
        hidden: "Which network this PC is really on could not be seen.",
        offline: "Not connected to a network.",
        ...en,
      },
      remedies: {
        "sign-in": onEveryOs(
          "Open a browser and sign in on the page that appears. If it only appears without the VPN, disconnect the VPN for that.\nThen connect to the company VPN at once.\nCheck this item again.",
        ),
        safer: onEveryOs(
          "Change to your home network, or to the hotspot of your own or your company's phone.\nIf you cannot, connect to the company VPN.\nCheck this item again.",
        ),
        name: onEveryOs(
          "If you are at home, name this network “home” under Settings > Networks in this app; the hotspot of your own phone is “hotspot” (as commands: preflight networks name home, or tether).\nIn a shop or any place that you share with strangers, do not name it: connect to the company VPN.\nCheck this item again.",
        ),
        "name-again": onEveryOs(
          "Think: was your router or another Wi-Fi device at home replaced?\nIf so, name it “home” again under Settings > Networks in this app (as a command: preflight networks name home).\nIf not, do not use this network: change to your phone's hotspot and ask the helpdesk.",
        ),
      },
    },
  },
  evaluate({ observations, settings, network }, say) {
    const { route, gateway, connectivity, vpn } = observations;
    const office = observations["office-proof"];
    const history = observations["network-history"];
    const signs = { route, wifi: observations["wifi-link"], gateway, connectivity, office, history, vpn };
    const { trust, signals, changes, unseen } = judgeNetwork(signs, { names: settings.publicNetworks, domains: settings.hotspotDomains });
    const isProtected = protectsUnsafeLink(vpn, network, office);
    switch (trust) {
      case null:
        return say.notApplicable("offline");
      case "office":
        return say.pass("office");
      case "portal":
        return say.fail("portal", "sign-in", { subject: "portal", minor: isProtected });
      case "public": {
        const [first = signalText("wifi-open"), second] = signals.filter(({ towards }) => towards === "public").map(({ id }) => signalText(id));
        const subject = changes.includes("weaker-security") ? "weaker-security" : "public";
        if (isProtected) return say.fail("publicProtected", "safer", { params: { first }, subject, minor: true });
        // Only a guess that this Wi-Fi is the one in use: with days of grace a failure would be milder than not to know (law 3).
        if (route.kind === "unknown") {
          return second === undefined
            ? say.unknown("public", route.reason, { params: { first }, remedy: "safer" })
            : say.unknown("publicTwo", route.reason, { params: { first, second }, remedy: "safer" });
        }
        return second === undefined
          ? say.fail("public", "safer", { params: { first }, subject })
          : say.fail("publicTwo", "safer", { params: { first, second }, subject });
      }
      case "home":
      case "tether":
      case "unknown":
        break;
      default:
        return assertNever(trust);
    }
    // What was not seen could have been a stranger's network, so it is no better than one (decision 0025).
    if (unseen !== null) {
      if (isProtected) return say.fail("unseenProtected", "safer", { subject: "unseen", minor: true });
      return route.kind === "unknown" || unseen !== "not-supported" ? say.unseen(unseen) : say.unknown("hidden", unseen);
    }
    if (trust !== "unknown") return say.pass(trust);
    const named = history.kind === "known" && history.value.named !== null;
    const first = signals[0] && signalText(signals[0].id);
    if (named && changes.length > 0) {
      return say.fail("changed", "name-again", {
        params: { first: first ?? signalText("other-gateway") },
        subject: [...changes].sort().join(", "),
        minor: true,
      });
    }
    if (isProtected) return say.pass("protected");
    const minor = settings.unnamed === "caution";
    if (first === undefined) return say.fail("unnamed", "name", { subject: "unnamed", minor });
    return say.fail("unnamedSign", "name", { params: { first }, subject: "unnamed", minor });
  },
});
