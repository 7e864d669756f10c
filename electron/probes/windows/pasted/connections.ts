import { known, unknown } from "../../../../shared/observation.ts";
import { decodeConsole } from "../../../host/decode.ts";
import { outside } from "../../common/gather.ts";
import type { Reader } from "../../reader.ts";
import { printedObjects } from "./powershellText.ts";

/**
 * `Get-VpnConnection`: the connections that Windows itself keeps. What they carry is not shown, so this is never proof of a protected way.
 * https://learn.microsoft.com/powershell/module/vpnclient/get-vpnconnection
 */
export const vpnConnection: Reader = ({ stdout }) => {
  const connections = printedObjects(decodeConsole(stdout)).flatMap((printed) => {
    const [name, status] = [printed.get("name"), printed.get("connectionstatus")];
    return name === undefined || status === undefined
      ? []
      : [{ name, status, tunnel: printed.get("tunneltype") ?? null, split: printed.get("splittunneling") ?? null }];
  });
  if (connections.length === 0) return [{ fact: "vpn", observation: unknown("unparsed", "no connection with its ConnectionStatus") }];
  const clients = connections.slice(0, 32).map(({ name, status, tunnel, split }) => ({
    product: outside(`Windows: ${name}`),
    state: /^connected$/i.test(status) ? "connected" : /^disconnected$/i.test(status) ? "disconnected" : "unrecognised",
    ...(tunnel === null ? {} : { tunnelType: outside(tunnel) }),
    ...(split === null ? {} : { splitTunneling: outside(split) }),
  }));
  return [{ fact: "vpn", part: true, observation: known({ clients }) }];
};
