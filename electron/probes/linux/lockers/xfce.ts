import { unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Host } from "../../../host/host.ts";
import { evidence, fileRefusal, type Refusal } from "../../common/gather.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { configFolder } from "../userFolders.ts";
import { type Channel, parseChannel, xfceAfterSleep, xfceLockAfter } from "../xfconfParser.ts";
import { always, type LockerReading } from "./locker.ts";

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

/** XFCE's own screensaver. null: it does not run; XFCE then leaves the lock to another program. */
export async function readXfceLocker(host: Host, programs: SessionPrograms): Promise<LockerReading | null> {
  if (programs.own("xfce4-screensaver").length === 0) return null;
  const refused = (refusal: Refusal): LockerReading => ({ mechanisms: [], evidence: [], refusal });
  const config = configFolder(host);
  if ("refusal" in config) return refused(config.refusal);
  const [saver, power] = await Promise.all([
    readChannel(host, config.path, "xfce4-screensaver"),
    readChannel(host, config.path, "xfce4-power-manager"),
  ]);
  if ("refusal" in saver) return refused(saver.refusal);
  if ("refusal" in power) return refused(power.refusal);
  const seen = [
    evidence(
      "xfce4-screensaver.xml, xfce4-power-manager.xml",
      [...saver.channel, ...power.channel]
        .filter(([path]) => /^\/(saver|lock)\/|(presentation-mode|lock-screen-suspend-hibernate)$/.test(path))
        .map(([path, value]) => `${path}: ${value.slice(0, 100)}`),
    ),
  ];
  const lockAfter = xfceLockAfter(saver.channel, power.channel);
  return lockAfter.ok
    ? { mechanisms: [always("XFCE", lockAfter.value)], evidence: seen, afterSleep: xfceAfterSleep(saver.channel, power.channel) }
    : { mechanisms: [], evidence: seen, refusal: unknown("unparsed", lockAfter.detail) };
}
