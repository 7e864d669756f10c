import { z } from "zod";
import { defineCheck } from "../check.ts";

/** Does a firewall on this PC filter what comes in? */
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
    const names = (services: typeof value.services) => services.map(({ name }) => name).join(", ");
    const on = value.services.filter(({ active }) => active);
    if (!value.active) return say.fail("off", "enable", { params: { services: names(value.services) } });
    // "On" without anything that filters is a contradiction in what was read, not a firewall.
    return on.length > 0
      ? say.pass("on", { services: names(on) })
      : say.unknown("contradictory", "unparsed", { params: { services: names(value.services) } });
  },
});
