import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { defineCheck } from "../check.ts";

type Service = FactValue<"firewall">["services"][number];

/**
 * Does a firewall on this PC filter what comes in? On Windows each kind of network has its own: the one for public networks must be on even at home,
 * because the PC goes elsewhere. A product that filters everywhere makes up for all of them. One that is on and lets in what no rule is about
 * guards no better than one that is off.
 */
export const firewall = defineCheck({
  id: "firewall",
  group: "technology",
  kind: "measured",
  risks: ["intrusion", "malware"],
  needs: ["firewall"],
  settings: z.strictObject({}),
  texts: {
    ja: {
      title: "ファイアウォール",
      why: "ファイアウォールがオフだと、同じネットワークにいる他人から PC に侵入されるおそれがあります。",
      messages: {
        on: "ファイアウォールはオンです（{{services}}）。",
        off: "ファイアウォールがオフです（調べたもの: {{services}}）。",
        letsIn: "ファイアウォールはオンですが、ほかの機器からの接続を初めから許可する設定です（{{services}}）。オフと変わりません。",
        publicLetsIn:
          "公衆のネットワークで使うファイアウォールが、ほかの機器からの接続を初めから許可する設定です（{{services}}）。外出先で無防備になります。",
        publicOff: "公衆のネットワークで使うファイアウォールがオフです（{{services}}）。外出先で無防備になります。",
        someOff: "いまのネットワークはファイアウォールで守られていますが、オフのものや、接続を初めから許可するものがあります（{{services}}）。",
        excluded: "ファイアウォールはオンですが、守られていない接続があります（{{interfaces}}）。",
        contradictory: "ファイアウォールの状態を読み取れませんでした（{{services}}）。",
      },
      remedies: {
        enable: {
          windows:
            "「Windows セキュリティ」を開き、「ファイアウォールとネットワーク保護」を選びます。\n「ドメイン」「プライベート」「パブリック」の 3 つをすべてオンにします。",
          macos: "「システム設定」→「ネットワーク」→「ファイアウォール」を開き、オンにします。",
          linux:
            "Ubuntu や Debian の端末では「sudo apt install ufw」の後に「sudo ufw enable」を実行します。\nFedora では「sudo systemctl enable --now firewalld」を実行します。\n分からないときは、ヘルプデスクに相談してください。",
        },
        close: {
          windows:
            "「Windows セキュリティ」を開き、「ファイアウォールとネットワーク保護」を選びます。\n「ファイアウォールを既定に復元する」を選びます。\n元に戻るときは、会社の設定かもしれないため、ヘルプデスクに報告書を送って相談してください。",
          macos: "「システム設定」→「ネットワーク」→「ファイアウォール」→「オプション」を開きます。\n知らないアプリの許可を取り消します。",
          linux:
            "ufw を使っているときは、端末で「sudo ufw default deny incoming」を実行します。\nfirewalld では「sudo firewall-cmd --set-default-zone=public」を実行します。\n分からないときは、ヘルプデスクに相談してください。",
        },
      },
    },
    en: {
      title: "Firewall",
      why: "Without a firewall, others on the same network may break into the PC.",
      messages: {
        on: "The firewall is on ({{services}}).",
        off: "The firewall is off (looked at: {{services}}).",
        letsIn: "The firewall is on, but set to let in connections from other devices by default ({{services}}). That is no better than off.",
        publicLetsIn:
          "The firewall for public networks is set to let in connections from other devices by default ({{services}}). Away from home the PC is unprotected.",
        publicOff: "The firewall for public networks is off ({{services}}). Away from home the PC is unprotected.",
        someOff: "The firewall guards the network in use, but others are off or let in connections by default ({{services}}).",
        excluded: "The firewall is on, but leaves out some connections ({{interfaces}}).",
        contradictory: "The state of the firewall could not be read ({{services}}).",
      },
      remedies: {
        enable: {
          windows: "Open Windows Security > Firewall & network protection.\nTurn on all three: domain, private and public.",
          macos: "Open System Settings > Network > Firewall and turn it on.",
          linux:
            "On Ubuntu and Debian run “sudo apt install ufw” and then “sudo ufw enable” in a terminal.\nOn Fedora run “sudo systemctl enable --now firewalld”.\nIf you are not sure, ask the helpdesk.",
        },
        close: {
          windows:
            "Open Windows Security > Firewall & network protection.\nChoose “Restore firewalls to default”.\nIf it changes back, it may be set by your company: send the report to the helpdesk.",
          macos: "Open System Settings > Network > Firewall > Options.\nRemove apps that you do not know.",
          linux:
            "With ufw, run “sudo ufw default deny incoming” in a terminal.\nWith firewalld, run “sudo firewall-cmd --set-default-zone=public”.\nIf you are not sure, ask the helpdesk.",
        },
      },
    },
  },
  evaluate({ values: { firewall: value } }, say) {
    const names = (services: typeof value.services) =>
      services
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 1000);
    const on = value.services.filter(({ active }) => active);
    const closing = on.filter(({ inbound }) => inbound !== "allow");
    const lettingIn = on.filter(({ inbound }) => inbound === "allow");
    if (!value.active) {
      if (lettingIn.length > 0) return say.fail("letsIn", "close", { params: { services: names(lettingIn) } });
      return say.fail("off", "enable", { params: { services: names(value.services) } });
    }
    // "On" without anything that filters is a contradiction in what was read, not a firewall.
    if (on.length === 0) return say.unknown("contradictory", "unparsed", { params: { services: names(value.services) } });
    if (closing.length === 0) return say.fail("letsIn", "close", { params: { services: names(lettingIn) } });
    // A product for all networks that is off is one of which another does the work.
    const filters = (service: Service) => closing.includes(service);
    const off = closing.some(({ scope }) => scope === "all") ? [] : value.services.filter((one) => !filters(one) && one.scope !== "all");
    const publicOff = off.filter(({ scope }) => scope === "public");
    const subject = [...new Set(off.map(({ scope }) => scope))].sort().join(", ");
    const params = { services: names(publicOff) };
    if (publicOff.some(({ active }) => !active)) return say.fail("publicOff", "enable", { params, subject });
    if (publicOff.length > 0) return say.fail("publicLetsIn", "close", { params, subject });
    if (off.length > 0) {
      const remedy = off.some(({ active }) => !active) ? "enable" : "close";
      return say.fail("someOff", remedy, { params: { services: names(off) }, subject, minor: true });
    }
    const interfaces = [...value.excludedInterfaces].sort().join(", ");
    if (interfaces !== "")
      return say.fail("excluded", "enable", { params: { interfaces: interfaces.slice(0, 1000) }, subject: interfaces, minor: true });
    return say.pass("on", { services: names(closing) });
  },
});
