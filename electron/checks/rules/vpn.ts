import { z } from "zod";
import { assertNever } from "../../../shared/assertNever.ts";
import { defineCheck } from "../check.ts";
import { carriesEverything, leaksNames, officeAnswered, tunnelOwner, weakTunnel } from "../companyTunnel.ts";
import { isInOffice } from "../networkTrust.ts";
import { onEveryOs } from "../texts.ts";

/**
 * Does traffic really leave through the company's VPN? Judged by the way that packets would take, not by adapters or apps:
 * an idle tunnel is no VPN, and a tunnel that the policy does not know as the company's is never green.
 */
export const vpn = defineCheck({
  id: "vpn",
  group: "technology",
  kind: "measured",
  risks: ["eavesdropping", "intrusion"],
  needs: ["vpn"],
  looksAt: ["office-proof", "route"],
  settings: z.strictObject({
    splitTunnel: z
      .enum(["allowed", "caution", "forbidden"])
      .default("caution")
      .describe("when only the company's traffic, not all internet traffic, goes through the VPN"),
    ipv6Leak: z
      .enum(["caution", "forbidden"])
      .default("forbidden")
      .describe("when IPv4 goes through the VPN and IPv6 does not, where split tunnels are not allowed"),
    dnsLeak: z
      .enum(["caution", "forbidden"])
      .default("caution")
      .describe("when everything goes through the VPN except questions to the name servers"),
  }),
  texts: {
    ja: {
      title: "VPN 接続",
      why: "会社の VPN を通さない通信は、途中の回線で盗み見されるおそれがあります。",
      messages: {
        full: "通信は会社の VPN（{{interfaces}}）を通っています。",
        split: "会社あての通信は VPN（{{interfaces}}）を通っています。ほかの通信は VPN を通りません。",
        splitLoose: "会社あての通信は VPN（{{interfaces}}）を通っていますが、ほかの通信は VPN を通っていません。",
        partial: "VPN（{{interfaces}}）につながっていますが、VPN を通らない通信があります。",
        ipv6: "IPv6 の通信が VPN（{{interfaces}}）を通っていません。",
        outside: "VPN（{{interfaces}}）につながっていますが、会社あての通信が VPN を通っていません。",
        dns: "通信は VPN（{{interfaces}}）を通っていますが、接続先の名前の問い合わせ（DNS）が VPN を通っていません。どこに接続するかを、途中で知られたり変えられたりするおそれがあります。",
        weak: "VPN（{{interfaces}}）は、破られやすい古い方式（{{weak}}）でつながっています。",
        office: "会社の中のネットワークにいるため、VPN は必要ありません（社内のサーバーを証明書で確認しました）。",
        clientProved:
          "{{products}} で会社につながっています（社内のサーバーを証明書で確認しました）。会社あて以外の通信が VPN を通るかどうかは確認できません。",
        clientOnly: "{{products}} は「接続済み」ですが、通信が VPN を通っているかどうかを確認できません。",
        unrecognised:
          "VPN（{{interfaces}}）につながっていますが、会社の VPN かどうかを確認できません。会社の VPN の名前がポリシーに書かれていないためです。",
        other: "会社のものではない VPN（{{interfaces}}）が通信を運んでいます。",
        device: "この点検では分からない装置（{{interfaces}}）が通信を運んでいます。会社の VPN かどうかを確認できませんでした。",
        idle: "VPN（{{interfaces}}）はありますが、通信は VPN を通っていません。",
        down: "VPN につながっていません。",
        offline: "ネットワークにつながっていないため、VPN を確認できませんでした。",
      },
      remedies: {
        connect: onEveryOs(
          "会社の VPN アプリを開き、接続します。\n「接続済み」と表示されたら、この項目をもう一度点検します。\nつながらないときは、VPN をいったん切ってつなぎ直します。",
        ),
        "ask-helpdesk": onEveryOs("会社の VPN を使っていることを確かめます。\nヘルプデスクに報告書を送り、VPN の設定の確認を依頼してください。"),
      },
    },
    en: {
      title: "VPN",
      why: "Traffic that does not go through the company VPN may be read on its way.",
      messages: {
        full: "Traffic goes through the company VPN ({{interfaces}}).",
        split: "Traffic to the company goes through the VPN ({{interfaces}}). Other traffic does not.",
        splitLoose: "Traffic to the company goes through the VPN ({{interfaces}}), but other traffic does not.",
        partial: "The VPN ({{interfaces}}) is connected, but some traffic does not go through it.",
        ipv6: "IPv6 traffic does not go through the VPN ({{interfaces}}).",
        outside: "The VPN ({{interfaces}}) is connected, but traffic to the company does not go through it.",
        dns: "Traffic goes through the VPN ({{interfaces}}), but questions for the names of servers (DNS) do not. Others on the way may see or change where you connect to.",
        weak: "The VPN ({{interfaces}}) uses an old method that can be broken ({{weak}}).",
        office: "You are on the network inside the company, so no VPN is needed (an inside server proved itself by its certificate).",
        clientProved:
          "{{products}} connects you with the company (an inside server proved itself by its certificate). Whether other traffic goes through it cannot be seen.",
        clientOnly: "{{products}} says that it is connected, but whether traffic goes through it cannot be seen.",
        unrecognised:
          "A VPN ({{interfaces}}) is connected, but whether it is your company's could not be checked: the policy does not name the company's VPN.",
        other: "Traffic is carried by a VPN that is not your company's ({{interfaces}}).",
        device: "Traffic is carried by a device that this check does not know ({{interfaces}}). Whether it is your company's VPN could not be seen.",
        idle: "A VPN ({{interfaces}}) is there, but traffic does not go through it.",
        down: "The VPN is not connected.",
        offline: "The VPN could not be checked: there is no network connection.",
      },
      remedies: {
        connect: onEveryOs(
          "Open your company's VPN app and connect.\nWhen it says that it is connected, check this item again.\nIf it does not connect, disconnect once and try again.",
        ),
        "ask-helpdesk": onEveryOs(
          "Make sure that you use your company's VPN.\nSend the report to the helpdesk and ask them to check the VPN settings.",
        ),
      },
    },
  },
  early({ observations }, say) {
    const { vpn: seen, route } = observations;
    if (seen.kind !== "unknown" || seen.reason !== "unparsed" || route.kind !== "known") return undefined;
    const devices = route.value.legs.flatMap(({ via }) => (via?.kind === "unrecognised" ? [via.interface] : []));
    if (devices.length === 0) return undefined;
    return say.unknown("device", seen.reason, { params: { interfaces: [...new Set(devices)].join(", ") }, remedy: "ask-helpdesk" });
  },
  evaluate({ values: { vpn: value }, observations, settings, network }, say) {
    const office = observations["office-proof"];
    const { internetV4, internetV6, company, carrying, idle, clients } = value;
    if (internetV4 === "none" && internetV6 === "none" && (company === null || company === "none")) return say.unknown("offline", "offline");
    const names = (tunnels: typeof carrying) => tunnels.map((tunnel) => tunnel.interface).join(", ");
    // A connection's name says little ("Ethernet 6"); the product tells people which one is meant.
    const products = (tunnels: typeof carrying) =>
      tunnels.map(({ interface: name, product }) => (product === null ? name : `${product}, ${name}`)).join("; ");
    const params = { interfaces: names(carrying) };
    const owner = tunnelOwner(value, network, office);
    switch (owner) {
      case "none": {
        if (isInOffice({ kind: "known", value }, office)) return say.pass("office");
        // Clients that filter packets have no interface. Their own word is a hint; only an inside server that answers proves the way.
        const connected = clients.filter(({ product, state }) => state === "connected" && network.vpnProducts.includes(product));
        const clientNames = { products: connected.map(({ product }) => product).join(", ") };
        if (connected.length > 0 && officeAnswered(office, "direct")) {
          if (settings.splitTunnel === "allowed") return say.pass("clientProved", clientNames);
          return say.fail("clientProved", "ask-helpdesk", { params: clientNames, minor: settings.splitTunnel === "caution" });
        }
        if (connected.length > 0) return say.fail("clientOnly", "ask-helpdesk", { params: clientNames, minor: settings.splitTunnel !== "forbidden" });
        return idle.length > 0 ? say.fail("idle", "connect", { params: { interfaces: names(idle) } }) : say.fail("down", "connect");
      }
      case "other":
        return say.fail("other", "connect", { params: { interfaces: products(carrying) }, subject: params.interfaces });
      case "unrecognised":
      case "company":
        break;
      default:
        return assertNever(owner);
    }
    const weak = weakTunnel(value);
    if (weak) return say.fail("weak", "ask-helpdesk", { params: { ...params, weak: (weak.weak ?? "").toUpperCase() }, subject: weak.interface });
    if (company !== null && company !== "tunnel") return say.fail("outside", "ask-helpdesk", { params });
    if (!carriesEverything(value)) {
      // Only a tunnel that is known to lead to the company may leave the rest outside.
      if (owner !== "company" || company !== "tunnel") {
        const leaks = internetV4 === "tunnel" && internetV6 !== "tunnel";
        return leaks
          ? say.fail("ipv6", "ask-helpdesk", { params, minor: settings.ipv6Leak === "caution" })
          : say.fail("partial", "ask-helpdesk", { params });
      }
      if (settings.splitTunnel === "allowed") return say.pass("split", params);
      if (internetV4 === "tunnel") return say.fail("ipv6", "ask-helpdesk", { params, minor: settings.ipv6Leak === "caution" });
      return say.fail("splitLoose", "ask-helpdesk", { params, minor: settings.splitTunnel === "caution" });
    }
    if (leaksNames(value) && (owner === "company" || settings.dnsLeak === "forbidden")) {
      return say.fail("dns", "ask-helpdesk", { params, minor: settings.dnsLeak === "caution" });
    }
    if (owner === "unrecognised") return say.fail("unrecognised", "ask-helpdesk", { params, minor: true });
    return say.pass("full", params);
  },
});
