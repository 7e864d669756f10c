import { unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Host } from "../../../host/host.ts";
import { askedSince } from "../../common/askedSince.ts";
import { evidence, fileRefusal } from "../../common/gather.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { configFolder } from "../userFolders.ts";
import { always, type LockerReading } from "./locker.ts";

const setting = "cosmic/com.system76.CosmicIdle/v1/screen_off_time";
/** https://github.com/pop-os/cosmic-idle (cosmic-idle-config/src/lib.rs): 15 minutes, in milliseconds. */
const standard = 15 * 60_000;

/** A time in RON: "Some(900000)", or "None" for never. undefined: neither. */
export function parseScreenOff(text: string): number | null | undefined {
  const [, milliseconds] = /^Some\(\s*(\d{1,10})\s*\)$/.exec(text.trim()) ?? [];
  if (milliseconds !== undefined) return Number(milliseconds);
  return text.trim() === "None" ? null : undefined;
}

/**
 * COSMIC: cosmic-idle darkens the screen after a time and then asks the session to lock, which the cosmic-greeter of the session does. Settings are one file
 * each: the user's, then the distribution's, then the program's own. null: cosmic-idle does not run.
 */
export async function readCosmicIdle(host: Host, programs: SessionPrograms): Promise<LockerReading | null> {
  if (programs.own("cosmic-idle").length === 0) return null;
  const nothing = { mechanisms: [], evidence: [evidence("cosmic-idle", "runs")] };
  if (programs.own("cosmic-greeter").length === 0)
    return { ...nothing, refusal: unknown("failed", "cosmic-idle runs, but no cosmic-greeter that would lock") };
  const config = configFolder(host);
  if ("refusal" in config) return { ...nothing, refusal: config.refusal };
  for (const path of [`${config.path}/${setting}`, `/usr/share/${setting}`]) {
    const file = await askedSince(2, () => host.readFile(path));
    if (file === undefined || file.outcome === "missing") continue;
    if (file.outcome !== "read") return { ...nothing, refusal: fileRefusal(path, file) ?? unknown("failed", path) };
    const time = parseScreenOff(decodeUtf8(file.bytes));
    if (time === undefined) return { ...nothing, refusal: unknown("unparsed", `${path}: no time`) };
    return { mechanisms: [always("COSMIC", time === null || time === 0 ? null : time / 1000)], evidence: [evidence(path, decodeUtf8(file.bytes))] };
  }
  return { mechanisms: [always("COSMIC", standard / 1000)], evidence: [evidence("cosmic-idle", "runs with its standard: 15 minutes")] };
}
