import { known, unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import { addressFamily } from "../../common/addressFamily.ts";
import { outside } from "../../common/gather.ts";
import type { Reader } from "../../reader.ts";

/**
 * `route -n get default`: "label: value" lines. Without a gateway the default route ends at an interface without a router (a tunnel): then that is all it says.
 * The macOS manual: man route(8).
 */
export const routeGet: Reader = ({ stdout }) => {
  const values = new Map(
    decodeUtf8(stdout)
      .split("\n")
      .flatMap((line) => {
        const [, label, value] = /^\s*([a-z ]{2,20}): (\S+)\s*$/.exec(line) ?? [];
        return label === undefined || value === undefined ? [] : [[label, value] as const];
      }),
  );
  const [gateway = "", name] = [values.get("gateway"), values.get("interface")];
  if (name === undefined) return [{ fact: "gateway", observation: unknown("unparsed", "route: no interface") }];
  if (addressFamily(gateway.replace(/%.*$/, "")) === 0)
    return [{ fact: "route", part: true, observation: known({ legs: [{ target: "internet", via: { interface: outside(name) } }] }) }];
  return [{ fact: "gateway", part: true, observation: known({ gateways: [{ interface: outside(name), address: outside(gateway), mac: null }] }) }];
};
