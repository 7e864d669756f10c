import type { connectivityLevels } from "../../../shared/facts/network.ts";
import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import type { OwnSign } from "../common/connectivity.ts";
import { commandLine, evidence } from "../common/gather.ts";
import { internetTargets } from "../common/internetTargets.ts";
import { nmcliRefusal } from "./networkManager.ts";
import { type Connectivity, parseConnectivity } from "./nmcliParser.ts";
import { lastValue, type Sections } from "./sectionFile.ts";
import { readSettingFiles } from "./settingFiles.ts";

type Level = (typeof connectivityLevels)[number];

// In the order of NetworkManager.conf(5): later ones win.
const settings = [
  "/usr/lib/NetworkManager/conf.d/",
  "/run/NetworkManager/conf.d/",
  "/etc/NetworkManager/NetworkManager.conf",
  "/etc/NetworkManager/conf.d/",
] as const;

/**
 * Does NetworkManager ask the internet at all? It does when a file gives it a page to ask and none switches that off (NetworkManager.conf(5),
 * "connectivity section"). A switch set over D-Bus lies in a folder that only root can read.
 */
export function isConnectivityChecked(files: readonly Sections[]): boolean {
  const uri = lastValue(files, "connectivity", "uri") ?? "";
  const enabled = (lastValue(files, "connectivity", "enabled") ?? "true").toLowerCase();
  const interval = lastValue(files, "connectivity", "interval") ?? "300";
  return uri !== "" && !["false", "no", "0", "off"].includes(enabled) && interval !== "0";
}

/**
 * NetworkManager's word as a level; null: it has none. Without a check of its own it says "full" as soon as there is a default route (nm-device.c):
 * that is worth nothing. "none" then still is the absence of a route.
 */
export function connectivityLevel(word: Connectivity, checked: boolean): Level | null {
  const level = { portal: "portal", limited: "local", none: "none", full: "internet", unknown: null } as const;
  return checked || word === "none" ? level[word] : null;
}

/** What Linux itself says of the way to the internet; nothing is sent by us. With no route anywhere the kernel has said it all. */
export async function ownConnectivity(host: Host, signal: AbortSignal): Promise<OwnSign> {
  const ways = await Promise.all(internetTargets.map(({ address, family }) => host.egress(address, family)));
  if (ways.every(({ outcome }) => outcome === "no-route")) {
    const seen = evidence("connect(2) of a UDP socket, nothing sent", "no route to the internet");
    return { kind: "seen", level: "none", source: "kernel", evidence: [seen] };
  }
  const [result, files] = await Promise.all([host.run("nmcli-general", signal), readSettingFiles(host, settings)]);
  const refusal = nmcliRefusal(result);
  // Another program runs the network: nobody checks then.
  if (refusal?.kind === "unknown" && (refusal.reason === "tool-missing" || refusal.reason === "service-stopped")) return { kind: "none" };
  if (refusal) return { kind: "refused", refusal };
  const word = parseConnectivity(result.stdout);
  if (!word.ok) return { kind: "refused", refusal: unknown("unparsed", word.detail) };
  if (files.shut.length > 0) {
    return { kind: "refused", refusal: unknown("denied", `${files.shut.join(", ")}: whether NetworkManager checks is not known`) };
  }
  const level = connectivityLevel(word.value, isConnectivityChecked(files.read));
  if (level === null) return { kind: "none" };
  const checks = "NetworkManager checks by a page of its own, unless somebody switched that off over D-Bus";
  return {
    kind: "seen",
    level,
    source: "NetworkManager",
    evidence: [evidence(commandLine("nmcli-general"), word.value), evidence(files.paths.join(", ") || "no settings", checks)],
  };
}
