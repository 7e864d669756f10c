import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult, Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, type Refusal, readHint } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { parseWifiDevices, parseWifiList, splitTerse } from "./nmcliParser.ts";

async function wirelessInterfaces(host: Host): Promise<readonly string[] | Refusal> {
  const folder = await host.readFolder("/sys/class/net");
  if (folder.outcome !== "read") return unknown(folder.outcome === "denied" ? "denied" : "failed", `/sys/class/net: ${folder.outcome}`);
  const marked = await Promise.all(
    folder.names.map(async (name) => {
      const [old, current] = await Promise.all([
        host.readFolder(`/sys/class/net/${name}/wireless`),
        host.readFolder(`/sys/class/net/${name}/phy80211`),
      ]);
      return old.outcome === "read" || current.outcome === "read" ? [name] : [];
    }),
  );
  return marked.flat();
}

/** Exit codes of nmcli(1): 8 is "NetworkManager is not running"; without a system bus it is 1 and the text below. */
function nmcliRefusal(result: CommandResult): Refusal | undefined {
  const refusal = commandRefusal(result);
  if (refusal || result.code === 0) return refusal;
  const stopped = result.code === 8 || /NetworkManager is not running|could not create NMClient/i.test(decodeUtf8(result.stderr));
  return unknown(stopped ? "service-stopped" : "failed", complaint(result));
}

/** No line is marked as active. That means "not connected" only when NetworkManager has every Wi-Fi device in hand and says the same. */
async function notConnected(host: Host, states: ReadonlyMap<string, string>, names: readonly string[]): Promise<Observation<FactValue<"wifi-link">>> {
  for (const name of names) {
    const state = states.get(name) ?? "unmanaged";
    if (state === "disconnected" || state === "unavailable" || state.startsWith("deactivating")) continue;
    if (state === "unmanaged") {
      const operation = await readHint(host, `/sys/class/net/${name}/operstate`);
      if (operation === "down") continue;
      return unknown("not-supported", `${name} is not managed by NetworkManager`);
    }
    return unknown("unparsed", `nmcli: ${name} is "${state.slice(0, 64)}" and no access point is marked as active`);
  }
  return known({ connected: false });
}

export const wifiLink: Probe<"wifi-link"> = {
  id: "linux.wifi-link",
  fact: "wifi-link",
  uses: ["nmcli-wifi-list", "nmcli-devices"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const names = await wirelessInterfaces(host);
    if ("kind" in names) return couldNotSee(names);
    if (names.length === 0) return { observation: notApplicable("no-hardware"), evidence: [evidence("/sys/class/net", "no wireless interface")] };
    const [list, devices] = await Promise.all([host.run("nmcli-wifi-list", signal), host.run("nmcli-devices", signal)]);
    const refusal = nmcliRefusal(list) ?? nmcliRefusal(devices);
    if (refusal) return couldNotSee(refusal);
    // The neighbours' networks are nobody's business: only the own line is kept.
    const own = decodeUtf8(list.stdout)
      .split("\n")
      .filter((line) => splitTerse(line)[0] === "yes");
    const states = parseWifiDevices(devices.stdout);
    const link = parseWifiList(list.stdout);
    const proof = [
      evidence(commandLine("nmcli-wifi-list"), own),
      evidence(commandLine("nmcli-devices"), states.ok ? [...states.value].map(([name, state]) => `${name}: ${state}`) : ""),
    ];
    if (!link.ok) return couldNotSee(unknown("unparsed", link.detail), proof);
    if (link.value) return { observation: known(link.value), evidence: proof };
    if (!states.ok) return couldNotSee(unknown("unparsed", states.detail), proof);
    return { observation: await notConnected(host, states.value, names), evidence: proof };
  },
};
