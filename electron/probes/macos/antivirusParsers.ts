import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

export type Product = FactValue<"antivirus">["products"][number];

/**
 * `sentinelctl status`: sections with indented "name: value" lines. "Protection" of the section Agent says whether it works; the age of its
 * definitions is not said (its engine does without daily ones).
 */
export function parseSentinelctl(bytes: Uint8Array): Parsed<Product> {
  const text = decodeUtf8(bytes);
  const [, agent] = /^Agent\n((?: {3}.*\n)+)/m.exec(text) ?? [];
  const value = (name: string) => new RegExp(`^ {3}${name}: +(\\S.*?)\\s*$`, "m").exec(agent ?? "")?.[1];
  const protection = value("Protection");
  const operational = value("Agent Operational State");
  if (protection === undefined || (protection !== "enabled" && protection !== "disabled")) return notParsed("sentinelctl: no state of protection");
  const on = protection === "enabled" && value("Ready") === "yes" && (operational === undefined || operational === "enabled");
  return parsed({ name: "SentinelOne", state: on ? "on" : "off", definitionsAt: null, upToDate: null });
}
