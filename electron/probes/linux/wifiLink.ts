import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, couldNotSee, evidence, type Refusal, readHint } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { nmcliRefusal } from "./networkManager.ts";
import { parseWifiList, splitTerse } from "./nmcliParser.ts";
import { kernelCommands, wifiByKernel } from "./wifiByKernel.ts";

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

/**
 * Interfaces that are not certainly without a network. The kernel itself says "down" for a card that is associated with nothing
 * (Documentation/networking/operstates.rst: no carrier); "dormant" is one that is still signing in, "unknown" a driver that does not tell.
 */
async function interfacesInUse(host: Host, names: readonly string[]): Promise<readonly { readonly name: string; readonly state: string }[]> {
  const states = await Promise.all(
    names.map(async (name) => ({ name, state: (await readHint(host, `/sys/class/net/${name}/operstate`)) ?? "unreadable" })),
  );
  return states.filter(({ state }) => state !== "down");
}

export const wifiLink: Probe<"wifi-link"> = {
  id: "linux.wifi-link",
  fact: "wifi-link",
  uses: ["nmcli-wifi-list", ...kernelCommands],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const names = await wirelessInterfaces(host);
    if ("kind" in names) return couldNotSee(names);
    if (names.length === 0) return { observation: notApplicable("no-hardware"), evidence: [evidence("/sys/class/net", "no wireless interface")] };
    const inUse = await interfacesInUse(host, names);
    const operation = evidence(
      "/sys/class/net/*/operstate",
      names.map((name) => `${name}: ${inUse.find((one) => one.name === name)?.state ?? "down"}`),
    );
    if (inUse.length === 0) return { observation: known({ connected: false }), evidence: [operation] };
    const list = await host.run("nmcli-wifi-list", signal);
    const refusal = nmcliRefusal(list);
    const byKernel = async () => {
      const found = await wifiByKernel(
        host,
        inUse.map(({ name }) => name),
        signal,
      );
      return found && { ...found, evidence: [...found.evidence, operation] };
    };
    // Another program runs the network: iwd, wpa_supplicant, ConnMan.
    const isElsewhere = refusal?.kind === "unknown" && (refusal.reason === "tool-missing" || refusal.reason === "service-stopped");
    if (refusal) return (isElsewhere ? await byKernel() : undefined) ?? couldNotSee(refusal, [operation]);
    // The neighbours' networks are nobody's business: only the own line is kept.
    const lines = decodeUtf8(list.stdout)
      .split("\n")
      .map((line) => ({ line, fields: splitTerse(line) }));
    const proof = [
      evidence(
        commandLine("nmcli-wifi-list"),
        lines.filter(({ fields }) => fields[0] === "yes").map(({ line }) => line),
      ),
      operation,
    ];
    const link = parseWifiList(list.stdout);
    if (!link.ok) return couldNotSee(unknown("unparsed", link.detail), proof);
    if (link.value) return { observation: known(link.value), evidence: proof };
    // A card that NetworkManager has in hand sees at least its own access point. It lists nothing for one that another program runs.
    const listed = inUse.find(({ name }) => lines.some(({ fields }) => fields.at(-1) === name));
    const detail = inUse.map(({ name, state }) => `${name} is ${state.slice(0, 32)}`).join(", ");
    const found = listed ? undefined : await byKernel();
    if (found) return found;
    return couldNotSee(
      listed
        ? unknown("unparsed", `nmcli: no access point is marked as active, but ${detail}`)
        : unknown("not-supported", `${detail}, and NetworkManager does not manage it`),
      proof,
    );
  },
};
