import type { FactValue } from "../../../shared/facts/catalogue.ts";

export type PortRange = NonNullable<FactValue<"firewall">["letsIn"]>[number];

/** A value of a file that ufw reads as a shell does: the last line counts, with or without quotation marks. */
function lastValue(text: string, name: string): string | null {
  const values = [...text.matchAll(new RegExp(`^[ \\t]*${name}=["']?(\\w+)`, "gm"))];
  return values.at(-1)?.[1]?.toLowerCase() ?? null;
}

/** ENABLED of /etc/ufw/ufw.conf; null when the line is missing. */
export function ufwEnabled(text: string): boolean | null {
  const value = lastValue(text, "ENABLED");
  return value === null ? null : value === "yes";
}

/**
 * What ufw does with connections that no rule is about: DEFAULT_INPUT_POLICY of /etc/default/ufw ("DROP", "REJECT", "ACCEPT"), which everybody may read
 * (https://manpages.ubuntu.com/manpages/noble/man8/ufw-framework.8.html). null: not a word that is known. IPV6=no opens nothing: then only the loopback
 * speaks IPv6, as the file itself says.
 */
export function ufwInbound(text: string): "block" | "allow" | null {
  switch (lastValue(text, "DEFAULT_INPUT_POLICY")) {
    case "drop":
    case "reject":
      return "block";
    case "accept":
      return "allow";
    default:
      return null;
  }
}

const anywhere: ReadonlySet<string> = new Set(["0.0.0.0/0", "any", "::/0"]);

/** "22", "80,443", "1000:2000", "any" for one or both protocols. */
function rangesOf(protocol: string, ports: string): readonly PortRange[] {
  const kinds = protocol === "any" ? (["tcp", "udp"] as const) : (["tcp", "udp"] as const).filter((kind) => kind === protocol);
  return (ports === "any" ? "1:65535" : ports).split(",").flatMap((part) => {
    const [, from, to = from] = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(part) ?? [];
    return from === undefined || to === undefined ? [] : kinds.map((kind) => ({ protocol: kind, from: Number(from), to: Number(to) }));
  });
}

/** Ports that rules of /etc/ufw/user.rules let in for everybody: "### tuple ### allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in". */
export function ufwAllowed(text: string): readonly PortRange[] {
  return [...text.matchAll(/^### tuple ### (?:allow|limit)(?:_log|_log-all)? (\S+) (\S+) (\S+) \S+ (\S+)(?: (.*))?$/gm)].flatMap(
    ([, protocol = "", port = "", , source = "", rest = ""]) =>
      anywhere.has(source) && !/\bout\b|\bout_/.test(rest.split(" comment=", 1)[0] ?? "") ? rangesOf(protocol, port) : [],
  );
}
