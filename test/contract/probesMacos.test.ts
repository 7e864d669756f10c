import { describe, expect, it } from "vitest";
import type { Host } from "../../electron/host/host.ts";
import { memoHost } from "../../electron/host/memoHost.ts";
import { macosKindOfInterface } from "../../electron/probes/macos/paths.ts";
import { macosProbes } from "../../electron/probes/macos/table.ts";
import { emptyContext, type Probe, type ProbeContext } from "../../electron/probes/probe.ts";
import { type FactId, factIds } from "../../shared/facts/catalogue.ts";
import { expectObservation, noting } from "../support/probeCases.ts";
import { spoil, spoilings } from "../support/spoil.ts";
import type { Case, Matrix } from "./probesMacosCases.ts";
import * as device from "./probesMacosDeviceCases.ts";
import { address, atHome, macbook, mounts, networkSettings, routed } from "./probesMacosMachine.ts";
import * as network from "./probesMacosNetworkCases.ts";
import * as volumes from "./probesMacosVolumeCases.ts";

/** Facts that other parts answer on every OS. */
const elsewhere: readonly FactId[] = ["office-proof", "network-history"];
const matrices: Readonly<Record<string, unknown>> = {
  route: network.route,
  resolvers: network.resolvers,
  proxy: network.proxy,
  "wifi-link": network.wifiLink,
  gateway: network.gateway,
  connectivity: network.connectivity,
  vpn: network.vpn,
  "screen-lock": device.screenLock,
  "os-release": device.osRelease,
  "pending-updates": device.pendingUpdates,
  "automatic-updates": device.automaticUpdates,
  "restart-pending": device.restartPending,
  browsers: device.browsers,
  "disk-encryption": volumes.diskEncryption,
  firewall: device.firewall,
  "listening-services": device.listeningServices,
  "remote-access": device.remoteAccess,
  antivirus: device.antivirus,
  "os-protection": device.osProtection,
  accounts: device.accounts,
  "device-identity": device.deviceIdentity,
  management: device.management,
  session: device.session,
  backup: device.backup,
  "running-apps": device.runningApps,
  clock: device.clock,
};
const probeOf = (fact: FactId) => macosProbes[fact] as unknown as Probe<FactId>;
const matrixOf = (fact: FactId) => matrices[fact] as Matrix<FactId>;
const covered = Object.keys(matrices) as readonly FactId[];
const signal = new AbortController().signal;

describe.each(covered)("the macOS probe of %s", (fact) => {
  const { cases, badDays } = matrixOf(fact);
  it.each(cases.map((one): [string, Case<FactId>] => [one.title, one]))("reads: %s", async (_title, { changes, expected, company, watchedApps }) => {
    await expectObservation(probeOf(fact), macbook(changes), expected, { companyAddresses: company ?? [], watchedApps: watchedApps ?? [] });
  });

  const days = badDays === undefined ? [] : spoilings.map((how) => [how, badDays] as const);
  it.each(days)("on a bad day of its source: %s", async (how, badDays) => {
    await expectObservation(probeOf(fact), spoil(macbook(badDays.changes), badDays.source, how), badDays.expected[how], { watchedApps: ["Safari"] });
  });

  it("answers the fact that the table lists it under, for a limited time", () => {
    const probe = macosProbes[fact];
    expect(probe.fact).toBe(fact);
    expect(probe.id).toBe(`macos.${fact}`);
    expect(probe.validForMs).toBeGreaterThan(0);
  });
});

it("every fact has its cases here", () => {
  expect(factIds.filter((fact) => !elsewhere.includes(fact) && matrices[fact] === undefined)).toEqual([]);
});

async function processesOf(machine: Host, context: Partial<ProbeContext> = {}): Promise<readonly string[]> {
  const { host, ran } = noting(machine);
  const run = memoHost(host);
  await Promise.all(covered.map((fact) => probeOf(fact).collect(run, { ...emptyContext, ...context }, signal)));
  return [...ran].sort();
}

describe("the processes of a whole run", () => {
  const usual = [
    "csrutil-status",
    "fdesetup-status",
    "ipconfig-getsummary",
    "mount-macos",
    "netstat-an",
    "netstat-rn",
    "pmset-g-custom",
    "profiles-status-enrollment",
    "sysadminctl-screenLock",
    "system_profiler-json",
  ];
  it("are ten on a laptop at home", async () => {
    expect(await processesOf(macbook())).toEqual(usual);
  });

  it("are eleven while a tunnel is up", async () => {
    const changes = {
      interfaces: [...atHome, address("utun6", "172.16.209.2")],
      egress: { "12.34.56.78": routed("utun6", "172.16.209.2"), "203.0.113.10": routed("utun6", "172.16.209.2") },
    };
    expect(await processesOf(macbook(changes))).toEqual([...usual, "scutil-nc-list"].sort());
  });

  it("are two more for a stick", async () => {
    const changes = { commands: { "mount-macos": mounts("/dev/disk4s1 on /Volumes/STICK (msdos, local, fskit)"), ...volumes.volumeAnswers } };
    expect(await processesOf(macbook(changes))).toEqual([...usual, "diskutil-apfs-list-plist", "system_profiler-SPStorageDataType-json"].sort());
  });

  it("are one more for a list of programs", async () => {
    expect(await processesOf(macbook(), { watchedApps: ["TeamViewer"] })).toEqual([...usual, "ps-comm"].sort());
  });
});

describe("the kind of an interface, for other parts", () => {
  it("is told by its name", async () => {
    const kindOf = await macosKindOfInterface(macbook(), emptyContext, signal);
    const names = ["en0", "en8", "en9", "bridge0", "utun3", "ipsec0", "ppp0", "lo0", "awdl0", "bridge100", "en42", null];
    expect(names.map(kindOf)).toEqual([
      "wifi",
      "cable",
      "tether",
      "cable",
      "tunnel",
      "tunnel",
      "unrecognised",
      "virtual",
      "virtual",
      "virtual",
      "unrecognised",
      "unrecognised",
    ]);
  });

  it("knows nothing of ports without their list, but still the drivers", async () => {
    const changes = {
      files: {
        "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist": { outcome: "denied" as const },
        "/Library/Preferences/SystemConfiguration/preferences.plist": networkSettings({}),
      },
      commands: { "networksetup-listallhardwareports": { outcome: "timeout" as const } },
    };
    const kindOf = await macosKindOfInterface(macbook(changes), emptyContext, signal);
    expect(["en0", "utun3"].map(kindOf)).toEqual(["unrecognised", "tunnel"]);
  });
});
