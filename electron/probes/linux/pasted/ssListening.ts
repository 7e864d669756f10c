import type { FactValue } from "../../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import { outside } from "../../common/gather.ts";
import type { Reader } from "../../reader.ts";

type Exposed = FactValue<"listening-services">["exposed"][number];

/**
 * `ss -ltn`, with or without `-u`: state, two queues, local and remote "address:port", perhaps behind a column with the protocol. The list has no end and may
 * lack a protocol: what it shows holds, that there is no more it does not say. https://man7.org/linux/man-pages/man8/ss.8.html
 */
export const ssListening: Reader = ({ stdout }) => {
  const exposed: Exposed[] = [];
  let examined = 0;
  for (const line of decodeUtf8(stdout).split("\n")) {
    const [, netid, state, address = "", port] = /^\s*(tcp|udp)?\s*(LISTEN|UNCONN)\s+\d+\s+\d+\s+(\S+):(\d{1,5})\s+\S+:(?:\*|\d+)/.exec(line) ?? [];
    if (state === undefined || Number(port) < 1 || Number(port) > 65_535) continue;
    examined++;
    const bare = address.replace(/^\[|\](?=%|$)/g, "").replace(/%.*$/, "");
    if (/^127\.|^::1$|^::ffff:127\./.test(bare) || address.endsWith("%lo")) continue;
    exposed.push({
      protocol: netid === "udp" || (netid === undefined && state === "UNCONN") ? "udp" : "tcp",
      port: Number(port),
      address: outside(bare === "*" ? "::" : bare),
    });
  }
  if (examined === 0) return [{ fact: "listening-services", observation: unknown("unparsed", "ss: no listening socket with its address and port") }];
  return [{ fact: "listening-services", part: true, observation: known({ examined, exposed: exposed.slice(0, 512) }) }];
};
