import { commands } from "../../host/commands.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

const states: ReadonlySet<string> = new Set([
  "active",
  "reloading",
  "refreshing",
  "inactive",
  "failed",
  "activating",
  "deactivating",
  "maintenance",
  "unknown",
]);

/** Every service that the one `systemctl is-active` asks about, in its order. */
const units = commands["systemctl-is-active"].args.slice(1);

/** `systemctl is-active a b c`: one word a unit, in that order. The exit code only says whether one of them is active. */
export function parseIsActive(bytes: Uint8Array): Parsed<ReadonlyMap<string, boolean>> {
  const words = decodeUtf8(bytes)
    .split("\n")
    .filter((line) => line !== "");
  if (words.length !== units.length || words.some((word) => !states.has(word))) return notParsed("systemctl: not one state for each unit");
  return parsed(new Map(units.map((unit, index) => [unit, words[index] === "active" || words[index] === "reloading"] as const)));
}
