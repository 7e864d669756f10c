import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { readProductState } from "./productState.ts";
import { isThere, type RegisteredProduct, shownProduct } from "./securityProducts.ts";
import { isoDate } from "./settings.ts";

type Product = FactValue<"antivirus">["products"][number];
type Defender = Exclude<DeviceBlock<"defender">, { installed: false }>;

const defenderName = "Microsoft Defender Antivirus";
/** Age in days of definitions that were never loaded. */
const neverLoaded = 4_294_967_295;

/** AMRunningMode is the same in every language. "EDR Block Mode" and "SxS Passive Mode" look on while another product guards. */
export function defenderState({ mode, enabled, realTime }: Pick<Defender, "mode" | "enabled" | "realTime">): Product["state"] | null {
  if (/passive|edr block/i.test(mode)) return "passive";
  if (/^not running$/i.test(mode) || enabled === false || realTime === false) return "off";
  // Windows 10 before 1809 has no such property and leaves it empty.
  if (enabled === true && realTime === true && /^(normal|)$/i.test(mode)) return "on";
  return null;
}

function definitionsOf({ age, updatedAt }: Defender): string | null {
  if (age === neverLoaded || updatedAt === null) return null;
  return isoDate(updatedAt) ?? null;
}

/** Defender by its own word; where it says nothing, by the word of the Security Center. */
function defenderProduct(registered: { readonly name: string; readonly state: number } | null, own: Defender | null): Product | null {
  const center = registered === null ? null : readProductState(registered.state);
  const mode = own === null ? null : defenderState(own);
  const word = center?.state === "snoozed" ? "off" : (center?.state ?? null);
  // Each of the two can take "on" away; where only Defender's own word says "on" against the Center's, neither is believed.
  let state = center === null ? mode : word;
  if (center !== null && own !== null && word !== null) state = word === "on" ? mode : mode === "passive" ? "passive" : mode === "on" ? null : word;
  if (state === null) return null;
  const upToDate = own?.outOfDate === true ? false : (center?.upToDate ?? (own?.outOfDate === false ? true : null));
  return { name: outside(registered?.name || defenderName), state, definitionsAt: own === null ? null : definitionsOf(own), upToDate };
}

/** A third party's product by the word of the Security Center, if its program is there; null: that could not be read. */
function productOf(product: RegisteredProduct): Product | null {
  const { state, upToDate } = readProductState(product.state);
  if (state === null) return null;
  const named = { name: outside(product.name || "(no name)"), definitionsAt: null, upToDate };
  const there = isThere(product);
  if (there === false) return { ...named, state: "missing", upToDate: null };
  if (there === null && state === "on") return null;
  return { ...named, state: state === "snoozed" ? "off" : state };
}

/**
 * Products that are registered with the Security Center, where only one that is on, neither snoozed nor expired nor passive, counts. A program
 * that guards without being registered is not seen here: a process name is no proof.
 */
export function judgeAntivirus(
  center: Block<DeviceBlock<"antivirus">>,
  defender: Block<DeviceBlock<"defender">>,
): Observation<FactValue<"antivirus">> {
  const isAbsent = defender.ok && "installed" in defender.value;
  const own = defender.ok && !("installed" in defender.value) ? defender.value : null;
  const registered = center.ok ? center.value.products : [];
  const isDefender = ({ name, state }: (typeof registered)[number]) =>
    readProductState(state).isMicrosoft || /^(windows|microsoft) defender/i.test(name);
  const others = registered.filter((product) => !isDefender(product));
  const mine = registered.find(isDefender) ?? null;
  const microsoft = mine === null && own === null ? null : defenderProduct(mine, own);
  const products = others.flatMap((product) => productOf(product) ?? []);
  const all = [...products, ...(microsoft === null ? [] : [microsoft])];
  const isGuarded = all.some(({ state }) => state === "on");
  // What could not be read may be what guards.
  if (!isGuarded && !center.ok) return center.refusal;
  const unread = others.length - products.length + (mine !== null && microsoft === null ? 1 : 0);
  if (!isGuarded && unread > 0) return unknown("unparsed", registered.map(shownProduct).join(", "));
  // None at all: only where Defender itself was taken out of Windows, and nothing else is registered.
  if (all.length === 0 && !isAbsent) return defender.ok ? unknown("unparsed", "Defender does not say how it runs") : defender.refusal;
  return known({ products: all.slice(0, 16) });
}

export const antivirus: Probe<"antivirus"> = {
  id: "windows.antivirus",
  fact: "antivirus",
  uses: ["powershell"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [center, defender] = await Promise.all([readDeviceBlock(host, "antivirus", signal), readDeviceBlock(host, "defender", signal)]);
    const seen = [
      evidence("root/SecurityCenter2 AntiVirusProduct", center.ok ? center.value.products.map(shownProduct) : "not readable"),
      evidence(
        "MSFT_MpComputerStatus",
        !defender.ok
          ? "not readable"
          : "installed" in defender.value
            ? "not installed"
            : [`mode: ${defender.value.mode}`, `real time: ${defender.value.realTime}`, `definitions: ${defender.value.updatedAt ?? "never"}`],
      ),
    ];
    return { observation: judgeAntivirus(center, defender), evidence: seen };
  },
};
