import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, notParsed, type Parsed, parsed, type Refusal } from "../common/gather.ts";
import { plistAt, plistSwitch } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { exposedSockets, readSockets } from "./listeningServices.ts";
import { readPlist } from "./plistFile.ts";
import type { Socket } from "./socketsParser.ts";

type Service = FactValue<"remote-access">["services"][number];

/** Sharing services of macOS: the port on which launchd waits for them while they are switched on, and their label there. */
const sharing: readonly {
  readonly kind: Service["kind"];
  readonly name: string;
  readonly ports: readonly number[];
  readonly label: string | null;
}[] = [
  { kind: "ssh", name: "Remote Login", ports: [22], label: "com.openssh.sshd" },
  { kind: "screen-sharing", name: "Screen Sharing", ports: [5900], label: "com.apple.screensharing" },
  { kind: "file-sharing", name: "File Sharing", ports: [445, 548, 2049], label: "com.apple.smbd" },
  { kind: "remote-management", name: "Remote Management and Apple Events", ports: [3283, 3031], label: "com.apple.AEServer" },
  { kind: "printer-sharing", name: "Printer Sharing", ports: [631], label: null },
];

const natFile = "/Library/Preferences/SystemConfiguration/com.apple.nat.plist";

/** Labels that were switched on or off by hand; a label that is not in the list has its default. */
export function parsePrintDisabled(bytes: Uint8Array): Parsed<ReadonlyMap<string, boolean>> {
  const text = decodeUtf8(bytes);
  const [, body] = /^[\t ]*disabled services = \{\n([\s\S]*?)^[\t ]*\}/m.exec(text) ?? [];
  if (body === undefined) return notParsed("launchctl: no list of disabled services");
  const states = [...body.matchAll(/^[\t ]*"([^"\n]+)" => (disabled|enabled|true|false)[\t ]*$/gm)];
  // A label that is not in the list has its default, so every line must have been read.
  if (states.length !== body.split("\n").filter((line) => line.trim() !== "").length) return notParsed("launchctl: a line that is not known");
  // Older versions say whether the label is disabled: true is off.
  return parsed(new Map(states.map(([, label = "", word]) => [label, word === "enabled" || word === "false"])));
}

export function servicesOfSockets(sockets: readonly Socket[]): readonly Service[] {
  const open = new Set(exposedSockets(sockets).map(({ port }) => port));
  return sharing.map(({ kind, name, ports }) => ({ kind, name, on: ports.some((port) => open.has(port)) }));
}

/** The services that launchd knows; all of them are off unless switched on. */
export function servicesOfLabels(labels: ReadonlyMap<string, boolean>): readonly Service[] {
  return sharing.flatMap(({ kind, name, label }) => (label === null ? [] : [{ kind, name, on: labels.get(label) === true }]));
}

type Answer = { readonly services: readonly Service[]; readonly source: string } | { readonly refusal: Refusal };

async function askLaunchd(host: Host, signal: AbortSignal): Promise<Answer> {
  const result = await host.run("launchctl-print-disabled", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const labels = parsePrintDisabled(result.stdout);
  if (!labels.ok) return { refusal: unknown("unparsed", labels.detail) };
  return { services: servicesOfLabels(labels.value), source: commandLine("launchctl-print-disabled") };
}

/**
 * Ways into this Mac. The sockets are looked at first: the list of them is there already, and it tells what really waits. Only where it cannot be
 * had launchd is asked what is switched on.
 */
export const remoteAccess: Probe<"remote-access"> = {
  id: "macos.remote-access",
  fact: "remote-access",
  uses: ["netstat-an", "launchctl-print-disabled"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const [sockets, nat] = await Promise.all([readSockets(host, signal), readPlist(host, natFile)]);
    const answer: Answer =
      "sockets" in sockets ? { services: servicesOfSockets(sockets.sockets), source: commandLine("netstat-an") } : await askLaunchd(host, signal);
    if ("refusal" in answer) return couldNotSee(answer.refusal);
    // Without the file internet sharing was never set up.
    const nating =
      nat.outcome === "refused" ? undefined : nat.outcome === "missing" ? false : (plistSwitch(plistAt(nat.value, "NAT", "Enabled")) ?? false);
    const internet: readonly Service[] = nating === undefined ? [] : [{ kind: "internet-sharing", name: "Internet Sharing", on: nating }];
    const services = [...answer.services, ...internet];
    // launchd does not know of printer sharing and remote management, and an unread file not of internet sharing: "all off" is no word of theirs.
    const unseen = "refusal" in sockets ? sockets.refusal : nat.outcome === "refused" ? nat.refusal : undefined;
    if (unseen !== undefined && !services.some(({ on }) => on)) return couldNotSee(unseen);
    const line = ({ name, on }: Service) => `${name}: ${on ? "on" : "off"}`;
    return {
      observation: known({ services }),
      evidence: [
        evidence(answer.source, answer.services.map(line)),
        evidence(natFile, nating === undefined ? "could not be read" : internet.map(line)),
      ],
    };
  },
};
