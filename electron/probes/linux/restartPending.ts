import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { couldNotSee, evidence, fileRefusal, outside, readHint } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";
import { newerKernels } from "./kernels.ts";
import { imageForTheNextStart, leftForTheNextStart, nixForTheNextStart } from "./restartSigns.ts";

const marker = "/run/reboot-required";

/**
 * Kernels that can be started: a folder stays behind when only the kernel's package is removed, its list of modules does not. Older recordings hold
 * the lists of fewer kernels: the folder alone counts then.
 */
async function startableKernels(host: Host, names: readonly string[]): Promise<readonly string[]> {
  const complete = await Promise.all(
    names.map(async (name) => {
      const list = await askedSince(2, () => host.readFile(`/lib/modules/${name}/modules.builtin`));
      return list?.outcome === "missing" ? [] : [name];
    }),
  );
  return complete.flat();
}

/** The kernel is given from outside (a virtual machine that is started with one): then it is not this system that renews it. */
async function withoutModules(host: Host): Promise<Gathered<"restart-pending">> {
  const virtual = /^flags\s*:.*\bhypervisor\b/m.test((await readHint(host, "/proc/cpuinfo")) ?? "");
  if (virtual) return { observation: notApplicable("virtual"), evidence: [evidence("/lib/modules", "empty: the kernel comes from outside")] };
  return couldNotSee(unknown("not-supported", "/lib/modules is empty: which kernel would start is not known"));
}

/**
 * Debian's and Ubuntu's packages leave a note at /run/reboot-required (https://www.debian.org/doc/debian-policy/ch-opersys.html#signaling-that-a-reboot-is-required).
 * Not every system has the hook that writes it, so the running kernel is compared with the installed ones too.
 */
export const restartPending: Probe<"restart-pending"> = {
  id: "linux.restart-pending",
  fact: "restart-pending",
  uses: ["rpm-ostree-status"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const note = await host.readFile(marker);
    if (note.outcome === "read") {
      const packages = (await readHint(host, `${marker}.pkgs`)) ?? "";
      const because = [...new Set(packages.split("\n").filter((name) => name !== ""))].slice(0, 20).map(outside);
      return {
        observation: known({ pending: true, since: note.modifiedAt, because }),
        evidence: [evidence(marker, [decodeUtf8(note.bytes).trim(), ...because])],
      };
    }
    if (note.outcome !== "missing") return couldNotSee(fileRefusal(marker, note) ?? unknown("failed", marker));
    const container = await detectContainer(host);
    if (container !== null) return { observation: notApplicable("virtual"), evidence: [evidence("container", container)] };
    const sign = (await leftForTheNextStart(host)) ?? (await imageForTheNextStart(host, signal)) ?? (await nixForTheNextStart(host));
    if (sign !== undefined) return sign;
    const [running, folder] = await Promise.all([readHint(host, "/proc/sys/kernel/osrelease"), host.readFolder("/lib/modules")]);
    if (!running) return couldNotSee(unknown("failed", "/proc/sys/kernel/osrelease could not be read"));
    if (folder.outcome === "denied" || folder.outcome === "failed") return couldNotSee(unknown("denied", "/lib/modules could not be read"));
    const names = folder.outcome === "read" ? folder.names : [];
    if (names.length === 0) return withoutModules(host);
    const seen = [evidence("/proc/sys/kernel/osrelease, /lib/modules", [`running: ${running}`, ...names.map((name) => `installed: ${name}`)])];
    // The modules of the running kernel are gone: Arch and others replace the kernel in place.
    const replaced = !names.includes(running);
    const newer = await startableKernels(host, newerKernels(running, names));
    const because = (replaced && newer.length === 0 ? [`${running} is no longer installed`] : newer).slice(0, 20).map(outside);
    return { observation: known({ pending: replaced || newer.length > 0, since: null, because }), evidence: seen };
  },
};
