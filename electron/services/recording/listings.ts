import { z } from "zod";
import type { CommandId } from "../../host/commands.ts";
import { dockerProxy } from "../../probes/linux/dockerPorts.ts";
import { toldByWords } from "../../probes/linux/lockers/programs.ts";
import type { AddressBook } from "./addresses.ts";
import type { KnownPrograms } from "./knownPrograms.ts";

/** Takes out of a text what is not about this PC's own connection or the programs that the product or the policy looks for. */
type Listing = (text: string, isKnown: KnownPrograms) => string;

const lines = (text: string, change: (line: string) => string | null): string =>
  text
    .split("\n")
    .flatMap((line) => change(line) ?? [])
    .join("\n");

/** A documentation address (RFC 5737): a connection stays one, and nobody learns to whom. */
const elsewhere = "192.0.2.1";

/** Without the lists of other networks, wherever they stand. */
function withoutNeighbours(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNeighbours);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "spairport_airport_other_local_wireless_networks" ? [] : withoutNeighbours(inner)]),
  );
}

function withoutNeighboursJson(text: string): string {
  try {
    return JSON.stringify(withoutNeighbours(JSON.parse(text)));
  } catch {
    // Damaged, so no probe reads it either: nothing of it is worth the neighbours' names.
    return "";
  }
}

/** Commands whose output lists networks, programs or connections of others. */
type ListingCommand = Extract<
  CommandId,
  "nmcli-wifi-list" | "iw-scan-dump" | "system_profiler-SPAirPortDataType-json" | "ps-comm" | "tasklist" | "netstat" | "netstat-an"
>;

const listings: { readonly [C in ListingCommand]: Listing } = {
  // ACTIVE is the first field: only the network in use stays.
  "nmcli-wifi-list": (text) => lines(text, (line) => (line === "" || line.startsWith("yes:") ? line : null)),
  // Each access point begins with a line of its own: only the one in use stays.
  "iw-scan-dump": (text) => {
    let own = true;
    return lines(text, (line) => {
      if (/^BSS [0-9a-f]{2}:/.test(line)) own = / -- associated\b/.test(line);
      return own ? line : null;
    });
  },
  "system_profiler-SPAirPortDataType-json": withoutNeighboursJson,
  // The head stays, and one line for each program, so that their number is the same.
  "ps-comm": (text, isKnown) => {
    let first = true;
    return lines(text, (line) => {
      const isHead = first;
      first = false;
      return isHead || line.trim() === "" || isKnown(line.split("/").at(-1) ?? "") ? line : "/usr/bin/program";
    });
  },
  tasklist: (text, isKnown) => text.replace(/^"([^"\r\n]*)"/gm, (whole, name: string) => (isKnown(name) ? whole : '"program.exe"')),
  netstat: (text) =>
    text.replace(/^(\s*TCP\s+\S+\s+)(\S+):(\d+)(?=\s)/gim, (whole, before: string, address: string, port: string) =>
      port === "0" ? whole : `${before}${address.startsWith("[") ? "[2001:db8::1]" : elsewhere}:1`,
    ),
  "netstat-an": (text) =>
    text.replace(/^((?:tcp|udp)\w*\s+\d+\s+\d+\s+\S+\s+)(\S+)/gm, (whole, before: string, other: string) =>
      other === "*.*" ? whole : `${before}${other.includes(":") ? "2001:db8::1.1" : `${elsewhere}.1`}`,
    ),
};

/** The output of a command without its neighbours; most commands list none. */
export function withoutOthers(command: string, text: string, isKnown: KnownPrograms): string {
  return Object.hasOwn(listings, command) ? listings[command as ListingCommand](text, isKnown) : text;
}

/** The same for a block of the PowerShell script. */
export function blockWithoutOthers(block: string, value: unknown, isKnown: KnownPrograms): unknown {
  if (block !== "processes") return value;
  const parsed = z
    .looseObject({ value: z.looseObject({ names: z.union([z.array(z.string()), z.string().transform((only) => [only])]) }) })
    .safeParse(value);
  if (!parsed.success) return value;
  const answer = parsed.data;
  return { ...answer, value: { ...answer.value, names: answer.value.names.filter(isKnown) } };
}

/** /proc/PID/comm and /proc/PID/cmdline: programs that nobody looks for keep neither name nor words. */
function processFile(path: string, text: string, isKnown: KnownPrograms): string {
  const [, file] = /^\/proc\/\d+\/(comm|cmdline)$/.exec(path) ?? [];
  if (file === "comm") return isKnown(text) ? text : "program\n";
  if (file !== "cmdline" || text === "") return text;
  const [program = "", ...words] = text.split("\0");
  const name =
    program
      .split(/: | --/, 1)[0]
      ?.split("/")
      .at(-1) ?? "";
  if (!isKnown(name)) return "program\0";
  // Of the words only those that a verdict rests on: what an idle daemon does, which port Docker publishes, and what tells PPTP from other uses of pppd.
  return toldByWords.has(name) || name === dockerProxy
    ? text
    : [program.split(/: | --/, 1)[0], ...words.filter((word) => /pptp/.test(word)), ""].join("\0");
}

/** Four octets as /proc/net writes them: one 32-bit word in the byte order of the PC. */
function wordV4(word: string, book: AddressBook): string {
  const octets = (word.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).reverse();
  const changed = book.v4(octets.join(".")).split(".").map(Number);
  return [...changed]
    .reverse()
    .map((octet) => octet.toString(16).padStart(2, "0").toUpperCase())
    .join("");
}

const isMapped = /^0000000000000000FFFF0000/i;

/** Sixteen octets of IPv6: in if_inet6 and ipv6_route one after the other, in tcp6 and udp6 as four words. */
function hexV6(digits: string, words: boolean, book: AddressBook): string {
  if (words && isMapped.test(digits)) return digits.slice(0, 24) + wordV4(digits.slice(24), book);
  const turn = (text: string) => (words ? (text.match(/.{8}/g) ?? []).map((word) => (word.match(/../g) ?? []).reverse().join("")).join("") : text);
  const groups = (turn(digits).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 16).toString(16));
  const [head = "", tail] = book.v6(groups.join(":")).split("::");
  const part = (half: string) => (half === "" ? [] : half.split(":"));
  const gap = 8 - part(head).length - part(tail ?? "").length;
  const all = [...part(head), ...Array.from({ length: tail === undefined ? 0 : gap }, () => "0"), ...part(tail ?? "")];
  const hex = turn(all.map((group) => group.padStart(4, "0")).join(""));
  return /[A-F]/.test(digits) || words ? hex.toUpperCase() : hex;
}

/** Sockets: to whom this PC is connected is left out, only on what it listens stays. */
const sockets =
  (v6: boolean) =>
  (text: string, book: AddressBook): string =>
    lines(text, (line) => {
      const [, before, local = "", port = "", remote = "", state = "", rest = ""] =
        /^(\s*\d+: )([0-9A-F]+):([0-9A-F]{4}) ([0-9A-F]+:[0-9A-F]{4}) ([0-9A-F]{2})(.*)$/.exec(line) ?? [];
      if (before === undefined) return line;
      const hidden = remote.replace(/[0-9A-F]/g, "0");
      // A connected socket stays one: its other end is a documentation address (192.0.2.1).
      const other = remote === hidden ? remote : v6 ? `${"0".repeat(16)}FFFF0000010200C0:0001` : "010200C0:0001";
      return `${before}${v6 ? hexV6(local, true, book) : wordV4(local, book)}:${port} ${other} ${state}${rest}`;
    });

const hexFiles: Readonly<Record<string, (text: string, book: AddressBook) => string>> = {
  "/proc/net/route": (text, book) => text.replace(/(?<=\t)[0-9A-F]{8}(?=\t)/g, (word) => wordV4(word, book)),
  "/proc/net/ipv6_route": (text, book) => text.replace(/\b[0-9a-f]{32}\b/g, (digits) => hexV6(digits, false, book)),
  "/proc/net/if_inet6": (text, book) => text.replace(/\b[0-9a-f]{32}\b/g, (digits) => hexV6(digits, false, book)),
  "/proc/net/tcp": sockets(false),
  "/proc/net/udp": sockets(false),
  "/proc/net/tcp6": sockets(true),
  "/proc/net/udp6": sockets(true),
};

/** The text of a file of the kernel with the addresses that it writes in hexadecimal replaced and without others' programs; other files as they are. */
export function fileWithoutOthers(path: string, text: string, book: AddressBook, isKnown: KnownPrograms): string {
  const own = processFile(path, text, isKnown);
  return Object.hasOwn(hexFiles, path) ? (hexFiles[path]?.(own, book) ?? own) : own;
}
