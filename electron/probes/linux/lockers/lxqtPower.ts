import { unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Host } from "../../../host/host.ts";
import { askedSince } from "../../common/askedSince.ts";
import { evidence, fileRefusal } from "../../common/gather.ts";
import { lastValue, parseSections, type Sections } from "../sectionFile.ts";
import type { SessionPrograms } from "../sessionPrograms.ts";
import { configFolder } from "../userFolders.ts";
import type { LockerReading } from "./locker.ts";

/** "-2" is "lock the screen" in lxqt-powermanagement (config/helpers.cpp). https://github.com/lxqt/lxqt-powermanagement */
const lockAction = "-2";

/** Does the power manager of LXQt have a rule that locks? Its standard is to watch nothing. */
export function lxqtLocks(files: readonly Sections[]): boolean {
  const value = (key: string) => lastValue(files, "General", key);
  const actions = ["idlenessACAction", "idlenessBatteryAction", "idlenessAction"].map(value);
  return value("enableIdlenessWatcher") === "true" && actions.includes(lockAction);
}

/** LXQt's power manager can ask for the lock after a time; which program then locks, its session decides. null: it does not run. */
export async function readLxqtPower(host: Host, programs: SessionPrograms): Promise<LockerReading | null> {
  if (programs.own("lxqt-powermanagement").length === 0) return null;
  const config = configFolder(host);
  if ("refusal" in config) return { mechanisms: [], evidence: [], refusal: config.refusal };
  const files: Sections[] = [];
  for (const path of ["/etc/xdg/lxqt/lxqt-powermanagement.conf", `${config.path}/lxqt/lxqt-powermanagement.conf`]) {
    const file = await askedSince(2, () => host.readFile(path));
    if (file === undefined || file.outcome === "missing") continue;
    if (file.outcome !== "read") return { mechanisms: [], evidence: [], refusal: fileRefusal(path, file) ?? unknown("failed", path) };
    files.push(parseSections(decodeUtf8(file.bytes)));
  }
  const seen = [evidence("lxqt-powermanagement.conf", lxqtLocks(files) ? "asks for the lock after a time" : "locks nothing after a time")];
  return lxqtLocks(files)
    ? { mechanisms: [], evidence: seen, refusal: unknown("not-supported", "lxqt-powermanagement: the program that it locks with is not known") }
    : { mechanisms: [], evidence: seen };
}
