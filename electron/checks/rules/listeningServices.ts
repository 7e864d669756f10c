import { z } from "zod";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

const portsPattern = /^(\d{1,5})(?:-(\d{1,5}))?\/(tcp|udp)$/;

interface Port {
  readonly port: number;
  readonly protocol: "tcp" | "udp";
}

function inRange({ port, protocol }: Port, range: string): boolean {
  const [, first = "", last = first, kind] = portsPattern.exec(range) ?? [];
  return kind === protocol && port >= Number(first) && port <= Number(last);
}

/**
 * Ports that Windows itself keeps open on every PC: RPC endpoint mapper, NetBIOS and SMB (open even without a share), connected devices,
 * update delivery, dynamic RPC. That they listen says nothing about what is shared.
 */
const windowsOwn: readonly string[] = ["135/tcp", "139/tcp", "445/tcp", "5040/tcp", "7680/tcp", "49664-49679/tcp"];

/** Ports of macOS' own programs: the AirPlay receiver, and the dynamic range in which rapportd and others of its services listen on every Mac. */
const macosOwn: readonly string[] = ["5000/tcp", "7000/tcp", "49152-65535/tcp"];

function ownPorts(product: string): readonly string[] {
  if (product.startsWith("windows")) return windowsOwn;
  return product === "macos" ? macosOwn : [];
}

/**
 * Do programs wait for connections from the network? Listening is not yet reachable: behind an active firewall it only warns, except where the firewall is
 * seen to let it in, or where something lets it in before the firewall looks. Rules that only an administrator can see may do so: the words say it.
 */
export const listeningServices = defineCheck({
  id: "listening-services",
  group: "technology",
  kind: "measured",
  risks: ["intrusion"],
  needs: ["listening-services"],
  looksAt: ["firewall", "os-release"],
  settings: z.strictObject({
    allowedPorts: z
      .array(z.string().regex(portsPattern))
      .max(200)
      .default([])
      .describe("ports that may be open, for example 22/tcp or 49152-49160/tcp"),
    includeUdp: z
      .boolean()
      .default(false)
      .describe("look at UDP too; ordinary programs open UDP ports all the time, so this finds much that is harmless"),
  }),
  texts: {
    ja: {
      title: "外部に開いているサービス",
      why: "共有や遠隔操作のサービスが開いていると、同じネットワークにいる他人に侵入口を与えます。",
      messages: {
        none: "外部からの接続を待つサービスはありません（調べた範囲: {{scope}}）。",
        allowed: "外部からの接続を待つのは、認められたサービスだけです（調べた範囲: {{scope}}）。",
        exposed: "外部から接続できるサービスがあります（{{ports}}）。",
        behindFirewall:
          "接続を待っているサービスがあります（{{ports}}）。ファイアウォールはオンですが、許可する設定があれば外部から接続できます。不要なら止めてください。",
        notRead: "接続を待っているサービスの一覧を読み取れませんでした。",
      },
      remedies: {
        close: {
          windows:
            "「設定」→「システム」→「リモート デスクトップ」がオフであることを確かめます。\n心当たりのない共有やサーバーのソフトを終了します。\n分からないときは、ヘルプデスクに報告書を送ってください。",
          macos:
            "「システム設定」→「一般」→「共有」を開き、使っていない共有をオフにします。\n分からないときは、ヘルプデスクに報告書を送ってください。",
          linux:
            "「設定」→「共有」（または「システム」）を開き、使っていない共有や遠隔操作をオフにします。\nDocker で公開しているポートは、ファイアウォールの前を通ります。「-p 127.0.0.1:8080:80」のように、この PC だけに開きます。\nFedora では「sudo firewall-cmd --set-default-zone=public」で、許可する範囲を狭くします。\n分からないときは、ヘルプデスクに報告書を送ってください。",
        },
        recheck: onEveryOs("この項目をもう一度点検します。\n続くときは、ヘルプデスクに報告書を送ってください。"),
      },
    },
    en: {
      title: "Services open to the network",
      why: "Sharing and remote control services that are open give others on the same network a way in.",
      messages: {
        none: "No service waits for connections from the network (looked at: {{scope}}).",
        allowed: "Only services that are allowed wait for connections from the network (looked at: {{scope}}).",
        exposed: "Services are open to the network ({{ports}}).",
        behindFirewall:
          "Services are waiting for connections ({{ports}}). The firewall is on, but a rule of it may let others in: stop them if you do not need them.",
        notRead: "The list of waiting services could not be read.",
      },
      remedies: {
        close: {
          windows:
            "Make sure that Settings > System > Remote Desktop is off.\nClose sharing or server software that you do not know.\nIf you are not sure, send the report to the helpdesk.",
          macos: "Open System Settings > General > Sharing and turn off what you do not use.\nIf you are not sure, send the report to the helpdesk.",
          linux:
            "Open Settings > Sharing (or System) and turn off sharing and remote control that you do not use.\nPorts that Docker publishes pass the firewall: open them for this PC alone, as in “-p 127.0.0.1:8080:80”.\nOn Fedora, “sudo firewall-cmd --set-default-zone=public” narrows what is let in.\nIf you are not sure, send the report to the helpdesk.",
        },
        recheck: onEveryOs("Check this item again.\nIf it stays so, send the report to the helpdesk."),
      },
    },
  },
  evaluate({ values, observations, settings }, say) {
    const { examined, exposed } = values["listening-services"];
    if (examined === 0 && exposed.length === 0) return say.unknown("notRead", "unparsed", { remedy: "recheck" });
    const release = observations["os-release"];
    const allowed = [...settings.allowedPorts, ...(release.kind === "known" ? ownPorts(release.value.product) : [])];
    const considered = exposed.filter(({ protocol }) => protocol === "tcp" || settings.includeUdp);
    const open = considered.filter((port) => !allowed.some((range) => inRange(port, range)));
    if (open.length === 0) return say.pass(considered.length === 0 ? "none" : "allowed", { scope: settings.includeUdp ? "TCP, UDP" : "TCP" });
    const named = (list: typeof open) => {
      const sorted = [...list].sort((a, b) => a.port - b.port || a.protocol.localeCompare(b.protocol));
      return [...new Set(sorted.map(({ port, protocol }) => `${port}/${protocol}`))].join(", ");
    };
    const firewall = observations.firewall;
    const filtered =
      firewall.kind === "known" && firewall.value.active && firewall.value.services.some(({ active, inbound }) => active && inbound !== "allow");
    const letsIn = (firewall.kind === "known" && firewall.value.letsIn) || [];
    const allowedIn = ({ port, protocol }: Port) => letsIn.some((range) => range.protocol === protocol && port >= range.from && port <= range.to);
    const reachable = filtered ? open.filter((one) => one.past !== undefined || allowedIn(one)) : open;
    // The subject names every port that waits, so that an exception for one never covers another.
    const about = (list: typeof open) => ({ params: { ports: named(list).slice(0, 1000) }, subject: named(open) });
    return reachable.length > 0
      ? say.fail("exposed", "close", about(reachable))
      : say.fail("behindFirewall", "close", { ...about(open), minor: true });
  },
});
