import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, isThere } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parseOstreeStatus } from "./ostreeParser.ts";

type Answer = Gathered<"restart-pending">;
const pending = (since: string | null, because: string[], source: string): Answer => ({
  observation: known({ pending: true, since, because }),
  evidence: [evidence(source, because)],
});

/**
 * What is left behind for the next start: by libzypp after packages that ask for one (zypper(8), "needs-rebooting"), and by PackageKit, dnf and fwupd when
 * updates were prepared that are installed while it starts (systemd.offline-updates(7)). Undefined: nothing, or not looked at.
 */
export async function leftForTheNextStart(host: Host): Promise<Answer | undefined> {
  const [needed, prepared] = await Promise.all([
    askedSince(2, () => host.readFile("/run/reboot-needed")),
    askedSince(2, () => host.readLink("/system-update")),
  ]);
  if (needed !== undefined && needed.outcome !== "missing" && needed.outcome !== "failed")
    return pending(needed.outcome === "read" ? needed.modifiedAt : null, ["zypper"], "/run/reboot-needed");
  return prepared ? pending(null, ["prepared updates"], "/system-update") : undefined;
}

/** Where the system is one image: is the one that runs also the one that starts next? Undefined: it is none, or that was not looked at. */
export async function imageForTheNextStart(host: Host, signal: AbortSignal): Promise<Answer | undefined> {
  const isImage = await askedSince(2, async () => (await isThere(host, "/run/ostree-booted")) && (await isThere(host, "/usr/bin/rpm-ostree")));
  if (!isImage) return undefined;
  const result = await host.run("rpm-ostree-status", signal);
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal);
  if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
  const status = parseOstreeStatus(result.stdout);
  if (!status.ok) return couldNotSee(unknown("unparsed", status.detail));
  const { restart } = status.value;
  const source = commandLine("rpm-ostree-status");
  if (restart !== null) return pending(null, [restart], source);
  return { observation: known({ pending: false, since: null, because: [] }), evidence: [evidence(source, "what runs is what starts next")] };
}

const parts = ["kernel", "initrd", "kernel-modules"] as const;

/**
 * NixOS: kernel, modules and first programs of the system that was started against those of the one that is set now; each is a link into the store, whose
 * name changes with what it holds. https://nixos.org/manual/nixos/stable/#sec-changing-config. Undefined: it is no NixOS.
 */
export async function nixForTheNextStart(host: Host): Promise<Answer | undefined> {
  const booted = await askedSince(2, () => host.readLink("/run/booted-system"));
  if (!booted) return undefined;
  const links = await Promise.all(
    parts.map(async (part) => ({
      part,
      runs: await host.readLink(`/run/booted-system/${part}`),
      next: await host.readLink(`/run/current-system/${part}`),
    })),
  );
  if (links.some(({ runs, next }) => runs === null || next === null))
    return couldNotSee(unknown("failed", "/run/booted-system, /run/current-system: not all links could be read"));
  const changed = links.filter(({ runs, next }) => runs !== next).map(({ part }) => part);
  if (changed.length > 0) return pending(null, changed, "/run/booted-system, /run/current-system");
  return {
    observation: known({ pending: false, since: null, because: [] }),
    evidence: [evidence("/run/booted-system, /run/current-system", "the same")],
  };
}
