import { z } from "zod";
import { defineCheck } from "../check.ts";

/**
 * Does a firewall on this PC filter what comes in? On Windows each kind of network has its own: the one for public networks must be on even at home,
 * because the PC goes elsewhere. A product that filters everywhere makes up for all of them.
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
        publicOff: "公衆のネットワークで使うファイアウォールがオフです（{{services}}）。外出先で無防備になります。",
        someOff: "いまのネットワークではファイアウォールがオンですが、オフのものがあります（{{services}}）。",
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
      },
    },
    en: {
      title: "Firewall",
      why: "Without a firewall, others on the same network may break into the PC.",
      messages: {
        on: "The firewall is on ({{services}}).",
        off: "The firewall is off (looked at: {{services}}).",
        publicOff: "The firewall for public networks is off ({{services}}). Away from home the PC is unprotected.",
        someOff: "The firewall is on for the network in use, but others are off ({{services}}).",
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
    if (!value.active) return say.fail("off", "enable", { params: { services: names(value.services) } });
    // "On" without anything that filters is a contradiction in what was read, not a firewall.
    if (on.length === 0) return say.unknown("contradictory", "unparsed", { params: { services: names(value.services) } });
    // A product for all networks that is off is one of which another does the work.
    const off = on.some(({ scope }) => scope === "all") ? [] : value.services.filter(({ active, scope }) => !active && scope !== "all");
    const publicOff = off.filter(({ scope }) => scope === "public");
    const subject = [...new Set(off.map(({ scope }) => scope))].sort().join(", ");
    if (publicOff.length > 0) return say.fail("publicOff", "enable", { params: { services: names(publicOff) }, subject });
    if (off.length > 0) return say.fail("someOff", "enable", { params: { services: names(off) }, subject, minor: true });
    const interfaces = [...value.excludedInterfaces].sort().join(", ");
    if (interfaces !== "")
      return say.fail("excluded", "enable", { params: { interfaces: interfaces.slice(0, 1000) }, subject: interfaces, minor: true });
    return say.pass("on", { services: names(on) });
  },
});
