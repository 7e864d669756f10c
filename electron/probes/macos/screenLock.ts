import type { Evidence, FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, type Refusal } from "../common/gather.ts";
import { plistAt, plistNumber, plistSwitch } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { type Managed, readManaged, readPlist } from "./plistFile.ts";
import { type DisplaySleep, displaySleepOfPlist, parsePmset } from "./pmsetParser.ts";
import { parseScreenLock } from "./screenLockParser.ts";
import { readSystemReport } from "./systemProfiler.ts";

type Mechanism = FactValue<"screen-lock">["mechanisms"][number];
type Answer<T> = { readonly value: T; readonly seen: Evidence } | { readonly refusal: Refusal };

const preferences = "/Library/Preferences";
const uuidFile = (domain: string) => new RegExp(`^${domain.replaceAll(".", "\\.")}\\.[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\\.plist$`, "i");

/** Seconds until a password is needed once the screen is dark; null: never. The device management's word goes before the user's setting. */
async function readDelay(host: Host, managed: Managed, signal: AbortSignal): Promise<Answer<number | null>> {
  const asks = plistSwitch(managed.value("askForPassword"));
  const prescribed = plistNumber(managed.value("askForPasswordDelay"));
  const isWhole = asks === false || (asks === true && prescribed !== undefined && prescribed >= 0);
  // A password prescribed without a delay leaves the delay to the user: then what is in force is asked.
  if (isWhole) {
    return {
      value: asks ? (prescribed ?? null) : null,
      seen: evidence("managed com.apple.screensaver", `askForPassword ${asks}, askForPasswordDelay ${prescribed ?? "(not set)"}`),
    };
  }
  const result = await host.run("sysadminctl-screenLock", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  const delay = parseScreenLock(result.stderr);
  if (!delay.ok) return { refusal: result.code === 0 ? unknown("unparsed", delay.detail) : unknown("failed", complaint(result)) };
  const word = delay.value === null ? "off" : `${delay.value} s`;
  return { value: delay.value, seen: evidence(commandLine("sysadminctl-screenLock"), `password needed after: ${word}`) };
}

/** The one file of this domain that belongs to a Mac; of several, left over from other Macs, none is taken. */
async function readOwnFile(host: Host, folder: string, domain: string) {
  const listed = await host.readFolder(folder);
  const pattern = uuidFile(domain);
  const [name, ...others] = listed.outcome === "read" ? listed.names.filter((entry) => pattern.test(entry)) : [];
  return name === undefined || others.length > 0 ? undefined : readPlist(host, `${folder}/${name}`);
}

/** Seconds until the screen saver begins; 0: never. undefined: not set, or not to be read; the display's timer remains then. */
async function readIdle(host: Host, managed: Managed): Promise<{ readonly value: number | undefined; readonly seen: Evidence }> {
  const prescribed = plistNumber(managed.value("idleTime"));
  if (prescribed !== undefined) return { value: prescribed, seen: evidence("managed com.apple.screensaver", `idleTime ${prescribed}`) };
  // What the company prescribes cannot be read: what the person set may not be in force.
  if (managed.refusal) return { value: undefined, seen: evidence("managed com.apple.screensaver", "could not be read") };
  const home = host.homeFolder();
  const file = home === undefined ? undefined : await readOwnFile(host, `${home}/Library/Preferences/ByHost`, "com.apple.screensaver");
  const value = file?.outcome === "read" ? plistNumber(plistAt(file.value, "idleTime")) : undefined;
  return { value, seen: evidence("com.apple.screensaver of this Mac", `idleTime ${value ?? "(not set)"}`) };
}

/** What the file of the settings says, for recordings of a version that asked pmset only where the file did not say both halves. */
async function displaySleepOfFile(host: Host): Promise<Answer<DisplaySleep>> {
  const file = await readOwnFile(host, preferences, "com.apple.PowerManagement");
  const kept = file?.outcome === "read" ? displaySleepOfPlist(file.value) : undefined;
  if (kept === undefined) return { refusal: unknown("unparsed", "com.apple.PowerManagement: not both halves") };
  return { value: kept, seen: evidence(`${preferences}/com.apple.PowerManagement`, describe(kept)) };
}

/** The settings in force are those of powerd, which pmset asks; its file lags behind them (https://github.com/nix-darwin/nix-darwin/issues/1850). */
async function readDisplaySleep(host: Host, signal: AbortSignal): Promise<Answer<DisplaySleep>> {
  const result = await askedSince(2, () => host.run("pmset-g-custom", signal));
  if (result === undefined) return displaySleepOfFile(host);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  const found = parsePmset(result.stdout);
  if (!found.ok) return { refusal: result.code === 0 ? unknown("unparsed", found.detail) : unknown("failed", complaint(result)) };
  if (found.value.battery === null && (await isPortable(host, signal)))
    return { refusal: unknown("unparsed", "pmset: a MacBook without its battery") };
  return { value: found.value, seen: evidence(commandLine("pmset-g-custom"), describe(found.value)) };
}

/** pmset's list has no end of its own: without the part for the battery it is that of a Mac without one, or it was cut off. */
async function isPortable(host: Host, signal: AbortSignal): Promise<boolean> {
  const answer = await readSystemReport(host, signal);
  return "report" in answer && (answer.report.modelName?.startsWith("MacBook") ?? false);
}

function describe({ ac, battery }: DisplaySleep): string {
  return `display off after ${ac ?? "-"} min on AC power, ${battery ?? "-"} min on battery`;
}

/** Every mechanism with the time until it locks: screen saver or dark display, and then the delay until the password. */
export function lockMechanisms(delay: number | null, idle: number | undefined, { ac, battery }: DisplaySleep): readonly Mechanism[] {
  const after = (seconds: number) => (delay === null || seconds <= 0 ? null : seconds + delay);
  return [
    ...(idle === undefined ? [] : [{ source: "screen saver", power: "any" as const, lockAfterSeconds: after(idle) }]),
    ...(ac === null ? [] : [{ source: "display sleep", power: "ac" as const, lockAfterSeconds: after(ac * 60) }]),
    ...(battery === null ? [] : [{ source: "display sleep", power: "battery" as const, lockAfterSeconds: after(battery * 60) }]),
  ];
}

/**
 * When this Mac locks. Two things darken the screen, the screen saver and the display's timer, and one setting says how long after that a password
 * is needed. askForPassword of the user's own settings has meant nothing since macOS 10.13.
 */
export const screenLock: Probe<"screen-lock"> = {
  id: "macos.screen-lock",
  fact: "screen-lock",
  uses: ["sysadminctl-screenLock", "pmset-g-custom", "system_profiler-json"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const managed = await readManaged(host, "com.apple.screensaver");
    const [delay, idle, display] = await Promise.all([readDelay(host, managed, signal), readIdle(host, managed), readDisplaySleep(host, signal)]);
    if ("refusal" in delay) return couldNotSee(delay.refusal);
    if ("refusal" in display) return couldNotSee(display.refusal, [delay.seen]);
    const mechanisms = lockMechanisms(delay.value, idle.value, display.value);
    return { observation: known({ mechanisms: [...mechanisms] }), evidence: [delay.seen, idle.seen, display.seen] };
  },
};
