import type { FactId } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { antivirusUnits, firewallUnits, type linuxCommands } from "../../host/commands/linux.ts";
import type { CommandId } from "../../host/commands.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult } from "../../host/host.ts";
import { complaint, notParsed, type Parsed } from "../common/gather.ts";
import { parseMdatpHealth } from "../common/mdatpHealth.ts";
import type { Reader, RecordedOutput } from "../reader.ts";
import { parseBduitool, parseClamavVersion } from "./antivirusParsers.ts";
import { parseApkList } from "./apkParser.ts";
import { parseAptConfig, periodicSwitchedOn } from "./aptConfigParser.ts";
import { parseAptList } from "./aptListParser.ts";
import { nothingAround, volumesOf } from "./diskVolumes.ts";
import { parseDnfUpdates } from "./dnfParser.ts";
import { parseZones } from "./firewalldZones.ts";
import { gsettingsReadings } from "./gsettingsReader.ts";
import { parseIpLink } from "./ipLinkParser.ts";
import { parseIwctlStation } from "./iwctlParser.ts";
import { parseIwScan } from "./iwScanParser.ts";
import { tunnelOfKind } from "./linkKinds.ts";
import { type Device, parseLsblk } from "./lsblkParser.ts";
import { nmcliRefusal } from "./networkManager.ts";
import { parseConnectivity, parseWifiList } from "./nmcliParser.ts";
import { parseOstreeStatus } from "./ostreeParser.ts";
import { parsePacmanUpgrades } from "./pacmanParser.ts";
import { parseIsActive } from "./systemctlParser.ts";
import { parseXbpsUpdate } from "./xbpsParser.ts";
import { parseZypper } from "./zypperParser.ts";

const resultOf = (command: CommandId, output: RecordedOutput): CommandResult => ({ command, outcome: "exited", ...output, durationMs: 0 });

function observed<T>(found: Parsed<T>, value: (found: T) => Observation<unknown> = known): Observation<unknown> {
  return found.ok ? value(found.value) : unknown("unparsed", found.detail);
}

/** A reader of a command that ends with 0 when it has spoken. */
function reader(command: CommandId, fact: FactId, read: (output: RecordedOutput) => Observation<unknown>): Reader {
  return (output) => [{ fact, observation: output.code === 0 ? read(output) : unknown("failed", complaint(resultOf(command, output))) }];
}

function nmcliReader(command: CommandId, fact: FactId, read: (output: RecordedOutput) => Observation<unknown>): Reader {
  return (output) => [{ fact, observation: nmcliRefusal(resultOf(command, output)) ?? read(output) }];
}

/** The volumes by lsblk alone: swap files, which it does not show, are left out, and which media can be taken out is not known. */
function volumes(devices: readonly Device[]): Observation<unknown> {
  const partitions = devices.filter(({ mountPoints, name }) => mountPoints.includes("[SWAP]") && !/^zram\d+$/.test(name));
  const seen = volumesOf(
    devices,
    partitions.map(({ name }) => ({ name, partition: true })),
    nothingAround,
  );
  return seen.kind === "known" ? known({ volumes: seen.value.volumes }) : seen;
}

/** Whether it is a tunnel, for those kinds that say so by themselves. */
function asTunnel(kind: string | null): { readonly tunnel?: "protecting" | "in the clear" } {
  const tunnel = tunnelOfKind(kind);
  return tunnel === undefined ? {} : { tunnel: tunnel === "tunnel" ? "protecting" : "in the clear" };
}

const lsblk = (command: CommandId) => reader(command, "disk-encryption", ({ stdout }) => observed(parseLsblk(stdout), volumes));

const prompt = /^[\w.@:~/-]{0,64}[$#] [^\n]*\n/;

/** A person who pastes an output often pastes the line with the command too: it stands first, behind the prompt of the shell. */
function withoutPrompt(read: Reader): Reader {
  return (output) => {
    const [line] = prompt.exec(decodeUtf8(output.stdout.subarray(0, 1024))) ?? [];
    return read(line === undefined ? output : { ...output, stdout: output.stdout.subarray(new TextEncoder().encode(line).length) });
  };
}

/** For managers that print nothing when nothing waits: an empty file that somebody hands in says nothing of that. */
const unlessBlank =
  (read: Reader): Reader =>
  (output) =>
    decodeUtf8(output.stdout).trim() === "" && decodeUtf8(output.stderr).trim() === ""
      ? [{ fact: "pending-updates", observation: unknown("unparsed", "the output is empty: that nothing waits cannot be told from nothing at all") }]
      : read(output);

/** It ends with 100 when updates wait; a person who pastes an output seldom knows how it ended. */
const dnfReader = (manager: "dnf" | "dnf5", security = false): Reader =>
  unlessBlank(({ stdout, stderr, code }) => [
    {
      fact: "pending-updates",
      observation: observed(parseDnfUpdates(stdout, stderr), (names) => {
        if (code === 100 && names.length === 0) return unknown("unparsed", `${manager}: exit 100 without a row`);
        return known(security ? { manager, security: names.length } : { manager, total: names.length });
      }),
    },
  ]);

/** What each command of the catalogue says by itself. `systemctl` ends with another code than 0 when any of the services is off. */
const bareReaders: { readonly [C in keyof typeof linuxCommands]: Reader } = {
  "apt-list-upgradable": reader("apt-list-upgradable", "pending-updates", ({ stdout, stderr }) =>
    observed(parseAptList(stdout, stderr), ({ upgrades, unread }) => {
      const security = upgrades.filter((upgrade) => upgrade.security);
      return known({ manager: "apt", total: upgrades.length + unread, security: security.length, unread });
    }),
  ),
  "apt-config": reader("apt-config", "automatic-updates", ({ stdout }) =>
    observed(parseAptConfig(stdout), (conf) => known({ switchedOn: periodicSwitchedOn(conf), mechanism: "unattended-upgrades" })),
  ),
  "pacman-Qu": ({ stdout, stderr, code }) => [
    {
      fact: "pending-updates",
      observation: observed(parsePacmanUpgrades(stdout, stderr, code), (names) =>
        known({ manager: "pacman", total: names.length, security: names.length }),
      ),
    },
  ],
  "dnf5-check-upgrade": dnfReader("dnf5"),
  "dnf5-check-upgrade-security": dnfReader("dnf5", true),
  "dnf-check-update": dnfReader("dnf"),
  "dnf-check-update-security": dnfReader("dnf", true),
  "zypper-list-updates": reader("zypper-list-updates", "pending-updates", ({ stdout }) =>
    observed(parseZypper(stdout), (updates) => known({ manager: "zypper", total: updates.length })),
  ),
  "zypper-list-patches": reader("zypper-list-patches", "pending-updates", ({ stdout }) =>
    observed(parseZypper(stdout), (patches) =>
      known({ manager: "zypper", total: patches.length, security: patches.filter(({ category }) => category === "security").length }),
    ),
  ),
  "rpm-ostree-status": (output) => {
    const status = output.code === 0 ? parseOstreeStatus(output.stdout) : notParsed(complaint(resultOf("rpm-ostree-status", output)));
    return [
      {
        fact: "pending-updates",
        observation: observed(status, ({ madeAt, update }) => known({ manager: "rpm-ostree", total: update === null ? 0 : 1, madeAt })),
      },
      { fact: "restart-pending", observation: observed(status, ({ restart }) => known({ pending: restart !== null })) },
    ];
  },
  "apk-list-upgradable": unlessBlank(
    reader("apk-list-upgradable", "pending-updates", ({ stdout, stderr }) =>
      observed(parseApkList(stdout, stderr), (names) => known({ manager: "apk", total: names.length, security: names.length })),
    ),
  ),
  "xbps-install-un": unlessBlank(
    reader("xbps-install-un", "pending-updates", ({ stdout, stderr }) =>
      observed(parseXbpsUpdate(stdout, stderr), (names) => known({ manager: "xbps", total: names.length, security: names.length })),
    ),
  ),
  "lsblk-mountpoints": lsblk("lsblk-mountpoints"),
  "lsblk-mountpoint": lsblk("lsblk-mountpoint"),
  "ip-link": reader("ip-link", "route", ({ stdout }) =>
    observed(parseIpLink(stdout), (links) =>
      known({
        links: links
          .filter(({ up, loopback }) => up && !loopback)
          .map(({ name, kind, master }) => ({ interface: name, kind, master, ...asTunnel(kind) })),
      }),
    ),
  ),
  "nmcli-wifi-list": nmcliReader("nmcli-wifi-list", "wifi-link", ({ stdout }) =>
    observed(parseWifiList(stdout), (link) => (link ? known(link) : unknown("unparsed", "nmcli: no access point is marked as active"))),
  ),
  "iw-scan-dump": reader("iw-scan-dump", "wifi-link", ({ stdout }) =>
    observed(parseIwScan(stdout), (link) => (link ? known(link) : unknown("unparsed", "iw: no access point is marked as associated"))),
  ),
  "iwctl-station-show": reader("iwctl-station-show", "wifi-link", ({ stdout }) => observed(parseIwctlStation(stdout, "?"))),
  // Whether NetworkManager has checked at all, its settings tell: the word alone is handed on as it is.
  "nmcli-general": nmcliReader("nmcli-general", "connectivity", ({ stdout }) => observed(parseConnectivity(stdout), (word) => known({ word }))),
  gsettings: (output) =>
    output.code === 0
      ? gsettingsReadings(output.stdout)
      : [{ fact: "screen-lock", observation: unknown("failed", complaint(resultOf("gsettings", output))) }],
  "systemctl-is-active": (output) => {
    const states = parseIsActive(output.stdout);
    const refusal = states.ok ? undefined : unknown("unparsed", `${states.detail}; ${complaint(resultOf("systemctl-is-active", output))}`);
    const running = (units: readonly string[]) =>
      refusal ?? known({ services: units.map((name) => ({ name, active: states.ok && states.value.get(name) === true })) });
    return [
      { fact: "firewall", observation: running(firewallUnits) },
      { fact: "antivirus", observation: running(antivirusUnits) },
    ];
  },
  // The default zone alone: which of the others stand before a network, their interfaces tell on the PC itself.
  "firewalld-zones": reader("firewalld-zones", "firewall", ({ stdout }) => {
    const zone = parseZones(stdout)?.find(({ isDefault }) => isDefault);
    if (zone === undefined) return unknown("unparsed", "firewall-cmd: no list of zones with a default one");
    const inbound = zone.open ? "allow" : "block";
    return known({ active: !zone.open, services: [{ name: "firewalld", active: true, scope: "all", inbound }], excludedInterfaces: [] });
  }),
  "clamav-version": reader("clamav-version", "antivirus", ({ stdout }) =>
    observed(parseClamavVersion(stdout), (definitionsAt) => known({ name: "ClamAV", definitionsAt })),
  ),
  // Without a clock: a licence that has run out since is for the probe to see.
  "mdatp-health": reader("mdatp-health", "antivirus", ({ stdout }) =>
    observed(parseMdatpHealth(stdout, new Date(0)), (product) => known({ products: [product] })),
  ),
  "bduitool-status": reader("bduitool-status", "antivirus", ({ stdout }) =>
    observed(parseBduitool(stdout), (product) => known({ products: [product] })),
  ),
};

export const linuxReaders = Object.fromEntries(Object.entries(bareReaders).map(([id, read]) => [id, withoutPrompt(read)])) as typeof bareReaders;
