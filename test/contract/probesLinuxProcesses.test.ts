import { describe, expect, it } from "vitest";
import type { CommandId } from "../../electron/host/commands.ts";
import { memoHost } from "../../electron/host/memoHost.ts";
import { deviceIdentity } from "../../electron/probes/linux/deviceIdentity.ts";
import { linuxProbes } from "../../electron/probes/linux/table.ts";
import { emptyContext, type Probe } from "../../electron/probes/probe.ts";
import { type FactId, factIds } from "../../shared/facts/catalogue.ts";
import { loadFixture } from "../support/fixtures.ts";
import { replayHost } from "../support/replayHost.ts";

/** Issue: at most eight processes for all facts of a laptop with GNOME and NetworkManager. */
const budget = 8;

/** The later ones come over the earlier ones. */
const laptop = [
  "machine/desk",
  "machine/laptop",
  "sysfs/wired",
  "sysfs/wifi",
  "wifi-link/wpa2",
  "paths/13-iphone-hotspot-only/machine",
  "connectivity/full",
  "screen-lock/gnome-5-minutes",
  "os-release/debian-12",
  "clock/kept",
  "pending-updates/ubuntu-pockets",
  "automatic-updates/plain-files",
  "restart-pending/nothing",
  "browsers/none",
  "browsers/laptop",
  "disk-encryption/luks-lvm",
  "firewall/ufw-on",
  "listening-services/only-loopback",
  "remote-access/nothing",
  "remote-access/gnome-rdp-off",
  "antivirus/none",
  "os-protection/on",
  "accounts/base",
  "accounts/gdm-asks",
  "device-identity/laptop",
  "management/none",
  "session/real-hardware",
  "session/desk",
  "backup/none",
  "backup/deja-dup",
  "resolvers/stub-with-uplink",
  "machine/gnome-laptop",
];

async function runAll(names: readonly string[]) {
  const ran: CommandId[] = [];
  const recorded = replayHost(names.map((name) => loadFixture(`linux/${name}`)));
  const counted: typeof recorded = {
    ...recorded,
    run: (command, signal, subject) => {
      ran.push(command);
      return recorded.run(command, signal, subject);
    },
  };
  const host = memoHost(counted);
  const observations = await Promise.all(
    factIds.map(async (fact) => {
      const probe = (fact === "device-identity" ? deviceIdentity(async () => null) : linuxProbes[fact]) as unknown as Probe<FactId>;
      return [fact, (await probe.collect(host, emptyContext, new AbortController().signal)).observation] as const;
    }),
  );
  return { ran: ran.sort(), observations: new Map(observations) };
}

describe("the processes of a full run", () => {
  it("are seven on a laptop with GNOME on a Wi-Fi, and every fact is had", async () => {
    const { ran, observations } = await runAll(laptop);
    expect(ran).toEqual([
      "apt-list-upgradable",
      "gsettings",
      "ip-link",
      "lsblk-mountpoints",
      "nmcli-general",
      "nmcli-wifi-list",
      "systemctl-is-active",
    ]);
    expect([...observations].filter(([, { kind }]) => kind === "unknown")).toEqual([]);
    // No antivirus is installed, no office server named.
    expect([...observations].filter(([, { kind }]) => kind === "not-applicable").map(([fact]) => fact)).toEqual(["office-proof"]);
  });

  it("are one less when the Wi-Fi card is without a network", async () => {
    const { ran, observations } = await runAll([...laptop, "paths/01-wired-no-vpn/machine", "machine/wifi-without-network"]);
    expect(ran).not.toContain("nmcli-wifi-list");
    expect(ran).toHaveLength(6);
    expect(observations.get("wifi-link")).toEqual({ kind: "known", value: { connected: false } });
  });

  it("stay within the budget with ClamAV, or with settings of apt that only apt can work out", async () => {
    for (const more of ["antivirus/clamav-on", "automatic-updates/nested-files"]) {
      const { ran } = await runAll([...laptop, more]);
      expect(ran.length).toBeLessThanOrEqual(budget);
      expect(new Set(ran).size).toBe(ran.length);
    }
  });
});
