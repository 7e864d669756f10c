import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, fileRefusal, type Refusal } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { readProcesses } from "./processes.ts";
import { type Channel, parseChannel, xfceLockAfter } from "./xfconfParser.ts";

/** The channel of the administrator under that of the user; a missing file means the defaults. */
async function readChannel(host: Host, config: string, name: string): Promise<{ readonly channel: Channel } | { readonly refusal: Refusal }> {
  const merged = new Map<string, string>();
  for (const root of ["/etc/xdg", config]) {
    const path = `${root}/xfce4/xfconf/xfce-perchannel-xml/${name}.xml`;
    const file = await host.readFile(path);
    if (file.outcome === "missing") continue;
    if (file.outcome !== "read") return { refusal: fileRefusal(path, file) ?? unknown("failed", path) };
    const channel = parseChannel(decodeUtf8(file.bytes));
    if (!channel.ok) return { refusal: unknown("unparsed", `${path}: ${channel.detail}`) };
    for (const [key, value] of channel.value) merged.set(key, value);
  }
  return { channel: merged };
}

/** XFCE's own screensaver, when it runs. Other lockers of an XFCE session (light-locker, xscreensaver) are not read. */
export async function readXfceLock(host: Host): Promise<Gathered<"screen-lock">> {
  const processes = await readProcesses(host);
  if (processes === null) return couldNotSee(unknown("failed", "/proc: which locker runs is not known"));
  if (!processes.names.has("xfce4-screensaver"))
    return couldNotSee(unknown("not-supported", "XFCE without xfce4-screensaver: which program locks is not read"));
  const home = host.environment("HOME");
  const config = host.environment("XDG_CONFIG_HOME") ?? (home === undefined ? undefined : `${home}/.config`);
  if (config === undefined) return couldNotSee(unknown("failed", "neither HOME nor XDG_CONFIG_HOME is set"));
  const [saver, power] = await Promise.all(["xfce4-screensaver", "xfce4-power-manager"].map((name) => readChannel(host, config, name)));
  if (saver === undefined || power === undefined) return couldNotSee(unknown("failed", "xfconf"));
  if ("refusal" in saver) return couldNotSee(saver.refusal);
  if ("refusal" in power) return couldNotSee(power.refusal);
  const seen = [
    evidence(
      "xfce4-screensaver.xml, xfce4-power-manager.xml",
      [...saver.channel, ...power.channel]
        .filter(([path]) => /^\/(saver|lock)\/|presentation-mode$/.test(path))
        .map(([path, value]) => `${path}: ${value.slice(0, 100)}`),
    ),
  ];
  const lockAfter = xfceLockAfter(saver.channel, power.channel);
  if (!lockAfter.ok) return couldNotSee(unknown("unparsed", lockAfter.detail), seen);
  return { observation: known({ mechanisms: [{ source: "XFCE", power: "any", lockAfterSeconds: lockAfter.value }] }), evidence: seen };
}
