import { z } from "zod";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

const linkSchema = z.object({
  ifname: z.string().min(1).max(64),
  flags: z.array(z.string()),
  link_type: z.string().optional(),
  master: z.string().optional(),
  link: z.string().nullish(),
  linkinfo: z.object({ info_kind: z.string().max(64).optional() }).optional(),
});

/** One network interface as `ip -j -d link` describes it. */
export interface Link {
  readonly name: string;
  readonly up: boolean;
  readonly loopback: boolean;
  /** What made it: "wireguard", "tun", "bridge", ...; null for hardware. */
  readonly kind: string | null;
  /** The bridge or bond that it is part of. */
  readonly master: string | null;
  /** The interface that a VLAN or a MACVLAN lies on. */
  readonly link: string | null;
  /** Something is plugged in, or an access point is joined. */
  readonly carrier: boolean;
}

/** `ip -j -d link` (iproute2). An empty list is not an answer: every namespace has at least `lo`. */
export function parseIpLink(bytes: Uint8Array): Parsed<readonly Link[]> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("ip: not JSON");
  }
  const links = z.array(linkSchema).min(1).safeParse(json);
  if (!links.success) return notParsed("ip: not a list of links");
  return parsed(
    links.data.map(({ ifname, flags, link_type, master, link, linkinfo }) => ({
      name: ifname,
      up: flags.includes("UP"),
      loopback: link_type === "loopback" || flags.includes("LOOPBACK"),
      kind: linkinfo?.info_kind ?? null,
      master: master ?? null,
      link: link ?? null,
      carrier: !flags.includes("NO-CARRIER"),
    })),
  );
}
