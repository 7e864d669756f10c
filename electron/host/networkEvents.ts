/**
 * What a line of a monitor says. "change": traffic may take another way now. "look": something moved, look whether it matters (an address whose
 * lifetime was renewed, a link that a container made). "nothing": it moves no traffic.
 */
export type NetworkEvent = "change" | "look" | "nothing";

/** Reads one line after the other, because a line is judged by the ones before it. */
export type EventReader = (line: string) => NetworkEvent;

/** How many routes are remembered. When there are more, all are forgotten: that leads to a look too many, never to one too few. */
const mostRoutes = 2000;

// Routes that the kernel makes by itself with every address and link (scope of the own network, multicast, the address itself).
const ownRoute = /^(Deleted )?(local|broadcast|multicast|anycast) |^(Deleted )?(fe80::\/\d+|ff00::\/8) | table local |\bproto kernel\b/;

/**
 * Lines of `ip -o monitor label link address route rule` (iproute2). A route that is only announced again, as routers of IPv6 make happen every few
 * minutes, is nothing new; the seconds of its lifetime do not count.
 */
export function ipMonitorReader(): EventReader {
  const routes = new Map<string, string>();
  const route = (text: string): NetworkEvent => {
    if (ownRoute.test(text)) return "nothing";
    const lasting = text.replaceAll(/\b(expires|age|used|users) -?\d+(sec)?\b/g, "").trim();
    const deleted = lasting.startsWith("Deleted ");
    const shown = deleted ? lasting.slice("Deleted ".length) : lasting;
    const word = (name: string) => new RegExp(`\\b${name} (\\S+)`).exec(shown)?.[1] ?? "";
    // A route replaces the one to the same destination with the same metric in the same table, and nobody says that the old one is gone.
    const key = `${/^((unreachable|prohibit|blackhole|throw|unicast) )?(\S+)/.exec(shown)?.[3] ?? shown} ${word("table")} ${word("metric")}`;
    if (deleted) {
      routes.delete(key);
      return "change";
    }
    if (routes.get(key) === shown) return "nothing";
    if (routes.size >= mostRoutes) routes.clear();
    routes.set(key, shown);
    return "change";
  };
  return (line) => {
    const [, label, text = ""] = /^\[(\w+)\](.*)$/.exec(line) ?? [];
    switch (label) {
      case "ROUTE":
        return route(text);
      case "RULE":
        return "change";
      case "LINK":
      case "ADDR":
        return "look";
      // A kind that was not asked for (a neighbour), or the rest of a line before.
      default:
        return "nothing";
    }
  };
}

// Routes that macOS makes for single neighbours, and what other programs merely ask.
const neighbourFlags = /\b(WASCLONED|LLINFO|MULTICAST|BROADCAST|LOCAL)\b/;

/**
 * Lines of `route -n monitor` on macOS (route(8), route(4)): each message begins with its type, "RTM_DELETE: Delete Route: len 128, pid: 88, …, flags:<UP,GATEWAY,…>".
 */
export function routeMonitorReader(): EventReader {
  return (line) => {
    const [, type] = /^(RTM_[A-Z0-9_]+):/.exec(line) ?? [];
    switch (type) {
      case "RTM_ADD":
      case "RTM_DELETE":
      case "RTM_CHANGE": {
        const flags = /flags:<([^>]*)>/.exec(line)?.[1] ?? "";
        if (neighbourFlags.test(flags)) return "nothing";
        return /\bGATEWAY\b/.test(flags) ? "change" : "look";
      }
      case "RTM_IFINFO":
      case "RTM_IFINFO2":
      case "RTM_NEWADDR":
      case "RTM_DELADDR":
        return "look";
      default:
        return "nothing";
    }
  };
}
