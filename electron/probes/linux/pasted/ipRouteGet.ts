import { known, unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import { addressFamily } from "../../common/addressFamily.ts";
import { outside } from "../../common/gather.ts";
import type { Reader } from "../../reader.ts";

/**
 * `ip route get ADDRESS`: the kernel's own answer for one address. Of what kind the interface is it does not say, and a name proves nothing.
 * https://man7.org/linux/man-pages/man8/ip-route.8.html
 */
export const ipRouteGet: Reader = ({ stdout }) => {
  const legs = decodeUtf8(stdout)
    .split("\n")
    .flatMap((line) => {
      const [, address = "", rest = ""] = /^(?:unreachable |prohibit |local )?([0-9a-f.:]+)(?: from \S+)? (.*)$/i.exec(line.trim()) ?? [];
      const name = /(?:^|\s)dev (\S{1,15})(?:\s|$)/.exec(` ${rest}`)?.[1];
      return addressFamily(address) === 0 || name === undefined
        ? []
        : [{ address: outside(address), family: addressFamily(address), via: { interface: outside(name) } }];
    });
  if (legs.length === 0) return [{ fact: "route", observation: unknown("unparsed", "ip route get: no line with an address and its interface") }];
  return [{ fact: "route", part: true, observation: known({ legs }) }];
};
