import type { InterfaceAddress } from "../../host/host.ts";
import type { Stream } from "./sameShape.ts";

/** Where the addresses of a PC are replaced; each gives back what is nobody's as it is. */
export interface AddressBook {
  /** Any writing of six octets; the writing is kept. */
  mac(text: string): string;
  v4(text: string): string;
  v6(text: string): string;
}

type Octets = readonly [number, number, number, number];

function octetsOf(text: string): Octets | null {
  const parts = text.split(".").map(Number);
  const [a, b, c, d] = parts;
  return parts.length === 4 && a !== undefined && b !== undefined && c !== undefined && d !== undefined && parts.every((part) => part <= 255)
    ? [a, b, c, d]
    : null;
}

/** How many leading octets say no more than the kind of private network (RFC 1918, 6598, 3927); 0: a public address. */
function fixedOctets([a, b, c]: Octets): number {
  // What every iPhone hands out; it is recognised by that.
  if (a === 172 && b === 20 && c === 10) return 4;
  if (a === 10) return 1;
  if ((a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254)) return 2;
  // The second octet of 100.64/10 is kept: Tailscale and carriers are told apart by it.
  return a === 100 && b >= 64 && b < 128 ? 2 : 0;
}

function hexOctets(text: string): number[] | null {
  const groups = /[:-]/.test(text) ? text.replaceAll("\\", "").split(/[:-]/) : (text.replaceAll(".", "").match(/../g) ?? []);
  return groups.length === 6 ? groups.map((group) => Number.parseInt(group, 16)) : null;
}

/** Eight groups of an IPv6 address, or null. */
function groupsOf(text: string): number[] | null {
  const [head = "", tail] = text.split("::");
  const part = (half: string) => (half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16)));
  const [first, last] = [part(head), part(tail ?? "")];
  const gap = 8 - first.length - last.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return null;
  return [...first, ...Array.from({ length: tail === undefined ? 0 : gap }, () => 0), ...last];
}

/** As the systems write it: the longest run of zeros as "::". */
export function writeV6(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(":");
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?::|$)/g)].map(([run]) => run).sort((a, b) => b.length - a.length);
  return runs[0] === undefined ? text : text.replace(runs[0], "::");
}

/**
 * The address book of one PC. A MAC keeps its first three octets (maker, locally administered or not); an IPv4 address its kind of private
 * network, and two addresses of one network stay in one; .0, .1, .254 and .255 stay, because masks, routers and broadcasts are told by them.
 * Where a network's mask ends inside an octet, that octet stays. @param keep addresses that the policy or the product names.
 */
export function addressBook(interfaces: readonly InterfaceAddress[], keep: ReadonlySet<string>, stream: Stream): AddressBook {
  const outer = interfaces.filter(({ internal }) => !internal);
  const nets = outer.flatMap(({ address, family, prefix }) => {
    const octets = family === 4 ? octetsOf(address) : null;
    return octets ? [{ octets, prefix }] : [];
  });
  const ownNets6 = new Set(
    outer.flatMap(({ address, family }) => (family === 6 ? [(groupsOf(address.split("%")[0] ?? "") ?? []).slice(0, 4).join(":")] : [])),
  );
  const publicNets = new Set(
    nets.filter(({ octets }) => fixedOctets(octets) === 0 && octets[0] !== 127).map(({ octets }) => octets.slice(0, 3).join(".")),
  );
  const same = (net: readonly number[], octets: readonly number[], bits: number) =>
    [0, 1, 2, 3].every((index) => {
      const left = Math.max(0, Math.min(8, bits - index * 8));
      const mask = (0xff00 >> left) & 0xff;
      return ((net[index] ?? 0) & mask) === ((octets[index] ?? 0) & mask);
    });
  const cut = (octets: Octets, index: number) =>
    nets.some(({ octets: net, prefix }) => prefix > index * 8 && prefix < index * 8 + 8 && same(net, octets, Math.min(prefix, index * 8)));
  // A permutation of the octets that may change, keyed by the octets before: neighbours stay in one network.
  const permute = (before: readonly number[], octet: number, fixed: readonly number[]) => {
    if (fixed.includes(octet)) return octet;
    const open = Array.from({ length: 256 }, (_, value) => value).filter((value) => !fixed.includes(value));
    const bytes = stream("v4", before.join("."));
    const shift = 1 + (((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) % (open.length - 1));
    return open[(open.indexOf(octet) + shift) % open.length] ?? octet;
  };
  return {
    mac(text) {
      const octets = hexOctets(text);
      if (octets === null || octets.some(Number.isNaN)) return text;
      const [first = 0] = octets;
      // Group addresses and "none" are nobody's.
      if ((first & 1) === 1 || octets.every((octet) => octet === 0)) return text;
      const bytes = stream("mac", octets.join(":"));
      const changed = octets.map((octet, index) => (index < 3 ? octet : (bytes[index] ?? 0)));
      const short = /(^|[:-])[0-9a-f]([:-]|$)/i.test(text);
      let index = 0;
      const upper = /[A-F]/.test(text);
      const write = (value: number) => {
        const digits = short ? value.toString(16) : value.toString(16).padStart(2, "0");
        return upper ? digits.toUpperCase() : digits;
      };
      return text.replace(/[0-9a-f]{1,2}/gi, () => write(changed[index++] ?? 0));
    },
    v4(text) {
      const octets = octetsOf(text);
      if (octets === null || keep.has(text)) return text;
      const fixed = fixedOctets(octets);
      if (fixed === 0) {
        if (!publicNets.has(octets.slice(0, 3).join("."))) return text;
        return `198.51.100.${octets[3]}`;
      }
      return octets
        .map((octet, index) => {
          if (index < fixed || cut(octets, index)) return octet;
          return permute(octets.slice(0, index), octet, index === 3 ? [0, 1, 254, 255] : [0, 255]);
        })
        .join(".");
    },
    v6(text) {
      const groups = groupsOf(text);
      if (groups === null || groups.some(Number.isNaN) || keep.has(text)) return text;
      const [first = 0] = groups;
      const local = (first & 0xffc0) === 0xfe80;
      if (!local && (first & 0xfe00) !== 0xfc00 && !ownNets6.has(groups.slice(0, 4).join(":"))) return text;
      const pair = (bytes: Uint8Array, index: number) => (bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0);
      const net = stream("v6 network", groups.slice(0, 4).join(":"));
      const rest = groups.slice(4);
      const host = stream("v6 host", rest.join(":"));
      // ::, ::1 and the like are a network and its router.
      const small = rest.slice(0, 3).every((group) => group === 0) && (rest[3] ?? 0) < 16;
      return writeV6(
        groups.map((group, index) => {
          if (index === 0 || (local && index < 4)) return group;
          if (index < 4) return group === 0 ? 0 : pair(net, index);
          return small ? group : pair(host, index);
        }),
      );
    },
  };
}
