import type { FactId } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import type { Parsed } from "../common/gather.ts";
import { parseMdatpHealth } from "../common/mdatpHealth.ts";
import type { Readers, Reading, RecordedOutput } from "../reader.ts";
import { parseAirport } from "./airportParser.ts";
import { parseSentinelctl } from "./antivirusParsers.ts";
import { parseApfsList } from "./apfsListParser.ts";
import { parseCsrutil } from "./csrutilParser.ts";
import { parseFdesetup } from "./fdesetupParser.ts";
import { firewallOfReport } from "./firewall.ts";
import { gatewaysOf, macIsShared } from "./gateway.ts";
import { dhcpDomain, parseGetsummary } from "./getsummaryParser.ts";
import { kindByName, parseHardwarePorts } from "./hardwarePorts.ts";
import { exposedSockets } from "./listeningServices.ts";
import { parseEnrollment } from "./management.ts";
import { furtherMounts, parseMounts } from "./mountParser.ts";
import { parseNcList } from "./ncListParser.ts";
import { parseSpctl } from "./osProtection.ts";
import { parsePmset } from "./pmsetParser.ts";
import { parsePrintDisabled, servicesOfLabels, servicesOfSockets } from "./remoteAccess.ts";
import { parseRoutingTable } from "./routingTableParser.ts";
import { parsePs } from "./runningApps.ts";
import { parseScreenLock } from "./screenLockParser.ts";
import { parseSockets } from "./socketsParser.ts";
import { parseStorage } from "./storageParser.ts";
import { hypervisorOf, parseSystemReport } from "./systemProfiler.ts";
import { productOfType } from "./tunnelProducts.ts";

/** What a parser found as a reading; a program that ended with an error has said nothing. */
function reading<T>(fact: FactId, { code }: Pick<RecordedOutput, "code">, found: Parsed<T>, value: (found: T) => unknown): Reading {
  if (found.ok && code === 0) return { fact, observation: known(value(found.value)) };
  return { fact, observation: found.ok ? unknown("failed", `exit ${code}`) : unknown(code === 0 ? "unparsed" : "failed", found.detail) };
}

/** A recorded report may hold only one of its parts, so only what is there is read. */
function systemReport(output: RecordedOutput): readonly Reading[] {
  const report = parseSystemReport(output.stdout);
  if (!report.ok || output.code !== 0) return [reading("firewall", output, report, () => undefined)];
  const { firewall, model, modelName, serial, integrity } = report.value;
  const protection: Readonly<Record<string, string>> = { enabled: "on", disabled: "off" };
  const sip: Observation<unknown> =
    integrity !== null && Object.hasOwn(protection, integrity)
      ? known({ protections: [{ id: "sip", state: protection[integrity] }] })
      : unknown("unparsed", `integrity "${integrity?.slice(0, 40)}"`);
  return [
    ...(firewall === null ? [] : [{ fact: "firewall" as const, observation: firewallOfReport(report.value) }]),
    ...(model === null && serial === null
      ? []
      : [{ fact: "device-identity" as const, observation: known({ model, name: modelName, serial, virtual: hypervisorOf(model) }) }]),
    ...(integrity === null ? [] : [{ fact: "os-protection" as const, observation: sip }]),
    ...(firewall === null && model === null && serial === null && integrity === null
      ? [{ fact: "firewall" as const, observation: unknown("unparsed", "system_profiler: no part that is known") }]
      : []),
  ];
}

export const macosReaders: Readers = {
  "ipconfig-getsummary": (output) => {
    const summary = reading("wifi-link", output, parseGetsummary(output.stdout, "en0"), ({ link }) => link);
    const domain = output.code === 0 ? dhcpDomain(output.stdout) : null;
    return domain === null ? [summary] : [summary, { fact: "gateway", observation: known({ domain }) }];
  },
  "system_profiler-SPAirPortDataType-json": (output) => [reading("wifi-link", output, parseAirport(output.stdout, null), (link) => link)],
  "networksetup-listallhardwareports": (output) => [
    reading("route", output, parseHardwarePorts(output.stdout), (ports) => ({
      kinds: Object.fromEntries(ports.map((port) => [port.device, kindByName(port)])),
    })),
  ],
  "netstat-rn": (output) => {
    const table = parseRoutingTable(output.stdout);
    // Which ports are physical the table does not say; "en" is what they are called.
    const gateways = table.ok ? gatewaysOf(table.value, (name) => /^en\d+$/.test(name)) : [];
    if (table.ok && output.code === 0 && gateways.length === 0) return [{ fact: "gateway", observation: unknown("offline", "no router") }];
    return [reading("gateway", output, table, (found) => ({ gateways, macShared: macIsShared(gateways, found) }))];
  },
  "scutil-nc-list": (output) => [
    reading("vpn", output, parseNcList(output.stdout), (services) => ({
      clients: services.map(({ connected, type }) => ({ product: productOfType(type) ?? type, state: connected ? "connected" : "disconnected" })),
    })),
  ],
  "system_profiler-json": systemReport,
  "fdesetup-status": (output) => [
    reading("disk-encryption", output, parseFdesetup(output.stdout), (state) => ({
      volumes: [{ role: "system", mount: "/", state, method: "FileVault" }],
    })),
  ],
  "mount-macos": (output) => [
    reading("disk-encryption", output, parseMounts(output.stdout), (mounts) => ({
      further: furtherMounts(mounts).map(({ device, path, fileSystem }) => ({ device, mount: path, fileSystem })),
    })),
  ],
  "diskutil-apfs-list-plist": (output) => [
    reading("disk-encryption", output, parseApfsList(output.stdout), (states) => ({ states: Object.fromEntries(states) })),
  ],
  "system_profiler-SPStorageDataType-json": (output) => [
    reading("disk-encryption", output, parseStorage(output.stdout), (places) => ({
      places: Object.fromEntries([...places].map(([device, { on }]) => [device, on])),
    })),
  ],
  "sysadminctl-screenLock": (output) => [
    reading("screen-lock", output, parseScreenLock(output.stderr), (delay) => ({ passwordAfterSeconds: delay })),
  ],
  "pmset-g-custom": (output) => [reading("screen-lock", output, parsePmset(output.stdout), (minutes) => ({ displayOffAfterMinutes: minutes }))],
  "profiles-status-enrollment": (output) => [reading("management", output, parseEnrollment(output.stdout), (enrollment) => enrollment)],
  "netstat-an": (output) => {
    const sockets = parseSockets(output.stdout);
    return [
      reading("listening-services", output, sockets, (found) => ({ examined: found.length, exposed: exposedSockets(found) })),
      reading("remote-access", output, sockets, (found) => ({ services: servicesOfSockets(found) })),
    ];
  },
  "launchctl-print-disabled": (output) => [
    reading("remote-access", output, parsePrintDisabled(output.stdout), (labels) => ({ services: servicesOfLabels(labels) })),
  ],
  "csrutil-status": (output) => [reading("os-protection", output, parseCsrutil(output.stdout), (state) => ({ protections: [{ id: "sip", state }] }))],
  // Ends with 1 when assessments are disabled.
  "spctl-status": (output) => [
    reading("os-protection", { code: 0 }, parseSpctl(output.stdout), (state) => ({ protections: [{ id: "gatekeeper", state }] })),
  ],
  "ps-comm": (output) => [reading("running-apps", output, parsePs(output.stdout), (programs) => ({ examined: programs.length }))],
  // An expired licence is judged at the time of the check; a recorded output is read without one.
  "mdatp-health-macos": (output) => [
    reading("antivirus", output, parseMdatpHealth(output.stdout, new Date(0)), (product) => ({ products: [product] })),
  ],
  sentinelctl: (output) => [reading("antivirus", output, parseSentinelctl(output.stdout), (product) => ({ products: [product] }))],
};
