import { unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Host } from "../../../host/host.ts";
import { evidence, fileRefusal } from "../../common/gather.ts";
import { kdeAfterSleep, kdeLockAfter } from "../kscreenlockerParser.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { configFolder } from "../userFolders.ts";
import { always, type LockerReading } from "./locker.ts";

/** KDE's locker is a part of KWin (Wayland) or of the session manager (X11): it runs with the desktop, unless KWin was told to leave it out. */
export async function readKdeLocker(host: Host, programs: SessionPrograms): Promise<LockerReading> {
  const config = configFolder(host);
  if ("refusal" in config) return { mechanisms: [], evidence: [], refusal: config.refusal };
  const paths = ["/etc/xdg/kscreenlockerrc", `${config.path}/kscreenlockerrc`];
  const texts: string[] = [];
  for (const path of paths) {
    const file = await host.readFile(path);
    // A missing file means the defaults; any other failure hides a setting from us.
    if (file.outcome === "read") texts.push(decodeUtf8(file.bytes));
    else if (file.outcome !== "missing") return { mechanisms: [], evidence: [], refusal: fileRefusal(path, file) ?? unknown("failed", path) };
  }
  const seen = [evidence(paths.join(", "), texts.length === 0 ? "no such files: the defaults of KDE" : texts.join("\n"))];
  if (programs.own("kwin_wayland").some(({ words }) => words.includes("--no-lockscreen"))) {
    return { mechanisms: [always("KDE", null)], evidence: [...seen, evidence("/proc/*/cmdline of kwin_wayland", "--no-lockscreen")] };
  }
  const lockAfter = kdeLockAfter(texts);
  return lockAfter.ok
    ? { mechanisms: [always("KDE", lockAfter.value)], evidence: seen, afterSleep: kdeAfterSleep(texts) }
    : { mechanisms: [], evidence: seen, refusal: unknown("unparsed", lockAfter.detail) };
}
