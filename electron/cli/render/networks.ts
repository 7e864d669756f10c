import type { RememberedNetwork } from "../../../shared/networks.ts";
import { type LabelledRow, labelled } from "../layout.ts";
import { terminalText } from "../terminalText.ts";
import { type Show, timeOf } from "./show.ts";

function networkBlock(show: Show, network: RememberedNetwork): readonly string[] {
  const { text, style, columns } = show;
  const { id, link, ssid, named, security, gateways, portalSeen, firstSeenAt, lastSeenAt } = network;
  const kind = link === "other" ? text.own("cli.networks.other") : text.message({ key: `link.${link}` });
  const title = ssid === null ? kind : `${kind} “${terminalText(ssid)}”`;
  const rows: LabelledRow[] = [
    ...(security === null ? [] : [[text.own("cli.label.encryption"), text.message({ key: `wifi.${security}` })] as const]),
    ...(gateways.length === 0 ? [] : [[text.own("cli.label.router"), terminalText(gateways.join(", "))] as const]),
    ...(portalSeen ? [[text.own("cli.label.note"), text.own("cli.networks.portal")] as const] : []),
    [text.own("cli.label.used"), text.own("cli.networks.seen", { first: timeOf(show, firstSeenAt), last: timeOf(show, lastSeenAt) })],
  ];
  return [`  ${style.bold(id)}  ${title}  ${style.dim(text.own(`cli.networks.is.${named ?? "none"}`))}`, ...labelled(rows, 4, columns)];
}

/** One block a network, in the order given. */
export function networksTable(show: Show, networks: readonly RememberedNetwork[]): readonly string[] {
  if (networks.length === 0) return [show.text.own("cli.networks.none")];
  return networks.flatMap((network, index) => [...(index === 0 ? [] : [""]), ...networkBlock(show, network)]);
}
