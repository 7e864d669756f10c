import type { FactId, Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import type { Sentence } from "../../app/useText.ts";
import type { Row } from "./rows.ts";

export type Tone = "good" | "caution" | "bad" | "unknown" | "neutral" | "waiting";
export interface Leg {
  readonly tone: Tone;
  readonly sentence: Sentence;
}

const waiting: Leg = { tone: "waiting", sentence: { key: "screen.route.waiting" } };
const notLooked: Leg = { tone: "unknown", sentence: { key: "screen.route.not-looked" } };
const unseen: Leg = { tone: "unknown", sentence: { key: "screen.route.unseen" } };
const offline: Leg = { tone: "bad", sentence: { key: "screen.route.offline" } };
const absent = (running: boolean): Leg => (running ? waiting : notLooked);

const wifiTone = {
  open: "bad",
  wep: "bad",
  owe: "caution",
  wpa: "bad",
  "wpa2-personal": "good",
  "wpa2-wpa3-personal": "good",
  "wpa3-personal": "good",
  enterprise: "good",
} as const;

/** The policy's word over the wire's: findings of the checks that look at this fact make a leg worse, never better. */
function judged(tone: Tone, fact: FactId, rows: readonly Row[]): Tone {
  const outcomes = rows.filter(({ info }) => info.facts.includes(fact)).map(({ finding }) => finding.outcome);
  if (outcomes.includes("block")) return "bad";
  const doubtful = outcomes.some((outcome) => outcome === "warn" || outcome === "grace" || outcome === "excepted");
  return doubtful && (tone === "good" || tone === "neutral") ? "caution" : tone;
}

function wifiLeg(facts: Facts, rows: readonly Row[]): Leg {
  const observation = facts["wifi-link"]?.observation;
  if (observation?.kind !== "known" || !observation.value.connected) return { tone: "unknown", sentence: { key: "screen.route.wifi.unseen" } };
  const { ssid, security } = observation.value;
  const term = { key: `wifi.${security}` };
  const sentence: Sentence =
    ssid === null ? { key: "screen.route.wifi.hidden", params: { security: term } } : { key: "screen.route.wifi", params: { ssid, security: term } };
  return { tone: judged(wifiTone[security], "wifi-link", rows), sentence };
}

/** From this PC to the internet: the physical link below any tunnel. */
export function linkLeg(facts: Facts, rows: readonly Row[], running: boolean): Leg {
  const observation = facts.route?.observation;
  if (observation === undefined) return absent(running);
  if (observation.kind !== "known") return unseen;
  const { legs, underlay } = observation.value;
  if (underlay === null && legs.every(({ target, via }) => target !== "internet" || via === null)) return offline;
  if (underlay === null) return unseen;
  if (underlay.kind === "wifi") return wifiLeg(facts, rows);
  if (underlay.kind === "tether") {
    const history = facts["network-history"]?.observation;
    const named = history?.kind === "known" && history.value.named === "tether";
    return named ? { tone: "neutral", sentence: { key: "link.tether" } } : { tone: "caution", sentence: { key: "screen.route.phone-like" } };
  }
  return { tone: underlay.kind === "unrecognised" ? "unknown" : "neutral", sentence: { key: `link.${underlay.kind}` } };
}

/** From the internet to the company: whether traffic really goes through the tunnel, not whether some VPN program runs. */
export function vpnLeg(facts: Facts, rows: readonly Row[], running: boolean): Leg {
  const observation = facts.vpn?.observation;
  if (observation === undefined) return absent(running);
  if (observation.kind !== "known") return unseen;
  const { company, internetV4, internetV6 } = observation.value;
  const [family, other] = [internetV4, internetV6].filter((egress) => egress !== "none");
  if (company === null && family === undefined) return offline;
  const egress = company ?? (other === undefined || other === family ? (family ?? "none") : "mixed");
  // A tunnel alone is not good: it may be another one than the company's. Good is what a check of the policy has passed.
  const passed = rows.some(({ info, finding }) => info.facts.includes("vpn") && finding.outcome === "ok");
  const tone: { readonly [E in FactValue<"vpn">["internetV4"]]: Tone } = {
    tunnel: passed ? "good" : "neutral",
    direct: "neutral",
    mixed: "caution",
    none: "bad",
  };
  return { tone: judged(tone[egress], "vpn", rows), sentence: { key: `screen.route.vpn.${egress}` } };
}
