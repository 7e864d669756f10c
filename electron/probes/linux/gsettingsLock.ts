import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { CommandId } from "../../host/commands.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, type Parsed, type Refusal } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parseCount, parseFlag } from "./gsettingsParser.ts";

/** Where a desktop of the GNOME family keeps its lock settings. Times are in units of `unitSeconds`. */
export interface GsettingsDesktop {
  readonly name: string;
  readonly enabled: readonly CommandId[];
  readonly disabled: CommandId;
  readonly idle: CommandId;
  readonly delay: CommandId;
  readonly unitSeconds: 1 | 60;
}

export const gnome: GsettingsDesktop = {
  name: "GNOME",
  enabled: ["gnome-lock-enabled"],
  disabled: "gnome-lock-disabled",
  idle: "gnome-idle-delay",
  delay: "gnome-lock-delay",
  unitSeconds: 1,
};
export const cinnamon: GsettingsDesktop = {
  name: "Cinnamon",
  enabled: ["cinnamon-lock-enabled"],
  disabled: "cinnamon-lock-disabled",
  idle: "cinnamon-idle-delay",
  delay: "cinnamon-lock-delay",
  unitSeconds: 1,
};
/** MATE counts in minutes, unlike GNOME: https://github.com/mate-desktop/mate-screensaver (org.mate.screensaver.gschema.xml). */
export const mate: GsettingsDesktop = {
  name: "MATE",
  enabled: ["mate-lock-enabled", "mate-activation-enabled"],
  disabled: "mate-lock-disabled",
  idle: "mate-idle-delay",
  delay: "mate-lock-delay",
  unitSeconds: 60,
};
export const gsettingsDesktops = [gnome, cinnamon, mate] as const;

/** What the settings lead to: seconds until a password is asked for, null for never. An idle delay of 0 means never. */
export function gsettingsLockAfter(settings: {
  readonly enabled: boolean;
  readonly disabled: boolean;
  readonly idle: number;
  readonly delay: number;
  readonly unitSeconds: number;
}): number | null {
  if (!settings.enabled || settings.disabled || settings.idle === 0) return null;
  return (settings.idle + settings.delay) * settings.unitSeconds;
}

type Read<T> = { readonly value: T } | { readonly refusal: Refusal };

async function read<T>(host: Host, id: CommandId, parse: (bytes: Uint8Array) => Parsed<T>, signal: AbortSignal): Promise<Read<T> & { seen: string }> {
  const result = await host.run(id, signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal, seen: "" };
  const seen = `${commandLine(id)}: ${decodeUtf8(result.stdout).trim().slice(0, 100)}`;
  // "No such schema" and "No such key" end with code 1.
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)), seen };
  const found = parse(result.stdout);
  return found.ok ? { value: found.value, seen } : { refusal: unknown("unparsed", `${id}: ${found.detail}`), seen };
}

/** The lock settings of the person who is logged in, from dconf. Only to be asked inside a session of that desktop. */
export async function readGsettingsLock(host: Host, desktop: GsettingsDesktop, signal: AbortSignal): Promise<Gathered<"screen-lock">> {
  const [enabled, disabled, idle, delay] = await Promise.all([
    Promise.all(desktop.enabled.map((id) => read(host, id, parseFlag, signal))),
    read(host, desktop.disabled, parseFlag, signal),
    read(host, desktop.idle, parseCount, signal),
    read(host, desktop.delay, parseCount, signal),
  ]);
  const proof = [
    evidence(
      `gsettings (${desktop.name})`,
      [...enabled, disabled, idle, delay].map(({ seen }) => seen),
    ),
  ];
  const refused = [...enabled, disabled, idle, delay].find((answer) => "refusal" in answer);
  if (refused && "refusal" in refused) return couldNotSee(refused.refusal, proof);
  if ("refusal" in disabled || "refusal" in idle || "refusal" in delay) return couldNotSee(unknown("failed", "gsettings"), proof);
  const lockAfterSeconds = gsettingsLockAfter({
    enabled: enabled.every((answer) => "value" in answer && answer.value),
    disabled: disabled.value,
    idle: idle.value,
    delay: delay.value,
    unitSeconds: desktop.unitSeconds,
  });
  const value: FactValue<"screen-lock"> = { mechanisms: [{ source: desktop.name, power: "any", lockAfterSeconds }] };
  return { observation: known(value), evidence: proof };
}
