import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

type State = FactValue<"os-protection">["protections"][number]["state"];

/**
 * `csrutil status`. The first line says "enabled." or "disabled."; with a configuration of its own it says "enabled" or "unknown" and a list of parts follows.
 * "enabled (Custom Configuration)" was printed with every part switched off (https://github.com/lionheart/openradar-mirror/issues/5820), so then the
 * list decides between some and none. "Apple Internal" is no protection.
 */
export function parseCsrutil(bytes: Uint8Array): Parsed<State> {
  const [first = "", ...rest] = decodeUtf8(bytes).split("\n");
  const [, word, custom] =
    /^System Integrity Protection status: (enabled|disabled|unknown)( \((?:Custom Configuration|Apple Internal)\))?\.\s*$/.exec(first) ?? [];
  if (word === undefined) return notParsed("csrutil: no state");
  const parts = rest.flatMap((line) => {
    const [, name = "", state] = /^\s+([A-Za-z][A-Za-z -]*): (enabled|disabled)\s*$/.exec(line) ?? [];
    return state === undefined || name === "Apple Internal" ? [] : [state];
  });
  if (word === "disabled") return parsed("off");
  if (custom === undefined)
    return word === "unknown" ? notParsed("csrutil: an unknown state") : parsed(parts.includes("disabled") ? "partial" : "on");
  if (parts.includes("enabled")) return parsed("partial");
  // None of the parts that were seen is on; what was cut off could be.
  return /^This is an unsupported configuration/m.test(rest.join("\n"))
    ? parsed(parts.length > 0 ? "off" : "partial")
    : notParsed("csrutil: not the whole list");
}
