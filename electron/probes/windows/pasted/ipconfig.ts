import { known, unknown } from "../../../../shared/observation.ts";
import { decodeConsole } from "../../../host/decode.ts";
import { addressFamily } from "../../common/addressFamily.ts";
import { outside } from "../../common/gather.ts";
import type { Reader, Reading } from "../../reader.ts";

/** "Default Gateway", and what translated Windows calls it: it is told apart from other addresses by its name alone. */
const gatewayLabel = /gateway|ゲートウェイ|passerelle|puerta de enlace|网关|閘道|게이트웨이|шлюз|brána|brama/i;

interface Found {
  readonly servers: { readonly address: string; readonly interface: string | null }[];
  readonly gateways: { readonly interface: string; readonly address: string; readonly mac: null }[];
}

const addressOf = (text: string) => text.trim().replace(/\(.*\)$/, "");
const isAddress = (text: string) => addressFamily(text.replace(/%.*$/, "")) !== 0;

/**
 * `ipconfig /all`: adapters as headings, "label . . . : value" below them, further values of a label indented below it. A label with "DNS" whose value is an
 * address names a name server in every language: suffixes are names. https://learn.microsoft.com/windows-server/administration/windows-commands/ipconfig
 */
export const ipconfig: Reader = ({ stdout }) => {
  const found: Found = { servers: [], gateways: [] };
  let adapter: string | null = null;
  let label = "";
  for (const line of decodeConsole(stdout).split(/\r?\n/)) {
    const heading = /^(\S.*?)\s*[:：]\s*$/.exec(line)?.[1];
    if (heading !== undefined) {
      [adapter, label] = [heading, ""];
      continue;
    }
    const [, own, first] = /^\s+(\S.*?)[ .]*(?:\. |\.)?\s?[:：] ?(.*)$/.exec(line) ?? [];
    // "2001:db8::1" below a label has colons of its own.
    const below = isAddress(addressOf(line)) ? addressOf(line) : null;
    if (line.trim() === "") label = "";
    else if (below === null && own !== undefined) label = own;
    else if (below === null) label = "";
    const address = below ?? addressOf(first ?? "");
    if (adapter === null || !isAddress(address)) continue;
    if (/DNS/i.test(label)) found.servers.push({ address: outside(address), interface: outside(adapter) });
    else if (gatewayLabel.test(label) && !/^(?:0\.0\.0\.0|::)$/.test(address))
      found.gateways.push({ interface: outside(adapter), address: outside(address), mac: null });
  }
  const { servers, gateways } = found;
  const readings: Reading[] = [
    ...(servers.length > 0 ? [{ fact: "resolvers", part: true, observation: known({ servers: servers.slice(0, 64) }) } as const] : []),
    ...(gateways.length > 0 ? [{ fact: "gateway", part: true, observation: known({ gateways: gateways.slice(0, 16) }) } as const] : []),
  ];
  return readings.length > 0 ? readings : [{ fact: "resolvers", observation: unknown("unparsed", "no adapter with a name server or a router") }];
};

/**
 * `route print`: the rows of the IPv4 table are five columns of addresses and a number in every language; 0.0.0.0 with the mask 0.0.0.0 is the default.
 * https://learn.microsoft.com/windows-server/administration/windows-commands/route_ws2008
 */
export const routePrint: Reader = ({ stdout }) => {
  const gateways = decodeConsole(stdout)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [target, mask, gateway = "", own = "", metric = ""] = line.trim().split(/\s+/);
      const isDefault =
        target === "0.0.0.0" && mask === "0.0.0.0" && addressFamily(gateway) === 4 && addressFamily(own) === 4 && /^\d+$/.test(metric);
      return isDefault ? [{ interface: outside(own), address: outside(gateway), mac: null, metric: Number(metric) }] : [];
    })
    .sort((a, b) => a.metric - b.metric)
    .map(({ metric: _order, ...gateway }) => gateway);
  if (gateways.length === 0) return [{ fact: "gateway", observation: unknown("unparsed", "no default route with a router") }];
  return [{ fact: "gateway", part: true, observation: known({ gateways: gateways.slice(0, 16) }) }];
};
