import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, isThere, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { keepsGnomeSettings } from "./desktop.ts";
import { flagOf, type Settings } from "./gsettingsParser.ts";
import { readProcesses } from "./processes.ts";
import { remoteServices } from "./remoteServices.ts";
import { readSessionDesktop } from "./sessionDesktop.ts";
import { sessionSettings } from "./sessionSettings.ts";
import { readWaitingSockets } from "./waitingSockets.ts";

const gnomeDaemons = ["/usr/libexec/gnome-remote-desktop-daemon", "/usr/lib/gnome-remote-desktop/gnome-remote-desktop-daemon"] as const;
const noSettings: Settings = new Map();

/** GNOME's switches, where GNOME runs. A daemon that is installed and whose switch cannot be read may be on. */
async function readSwitches(host: Host, signal: AbortSignal): Promise<{ readonly settings: Settings; readonly refusal: Refusal | undefined }> {
  const session = await readSessionDesktop(host);
  if (!("refusal" in session) && !keepsGnomeSettings(session.desktop)) return { settings: noSettings, refusal: undefined };
  const [answer, there] = await Promise.all([sessionSettings(host, signal), Promise.all(gnomeDaemons.map((path) => isThere(host, path)))]);
  const settings = "settings" in answer ? answer.settings : noSettings;
  if (!there.includes(true)) return { settings, refusal: undefined };
  if ("refusal" in answer) return { settings, refusal: answer.refusal };
  const enabled = flagOf(settings, "org.gnome.desktop.remote-desktop.rdp enable");
  return { settings, refusal: enabled.ok ? undefined : unknown("unparsed", enabled.detail) };
}

/**
 * Ways in from the network: by the program that serves them, the unit that starts them, the port that they wait on and GNOME's own switches. Whether a
 * firewall stands before them is another fact.
 */
export const remoteAccess: Probe<"remote-access"> = {
  id: "linux.remote-access",
  fact: "remote-access",
  uses: ["gsettings"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const [processes, sockets, { settings, refusal }] = await Promise.all([
      readProcesses(host),
      readWaitingSockets(host),
      readSwitches(host, signal),
    ]);
    const ports = new Set("refusal" in sockets ? [] : sockets.exposed.flatMap(({ protocol, port }) => (protocol === "tcp" ? [port] : [])));
    const looked = await Promise.all(
      remoteServices.map(async ({ kind, name, ...signs }) => {
        const links = await Promise.all(
          signs.units.map(async (unit) => ((await host.readLink(`/etc/systemd/system/${unit}`)) === null ? [] : [unit])),
        );
        const because = [
          ...signs.programs.filter((program) => processes?.names.has(program)).map((program) => `${program} runs`),
          ...links.flat().map((unit) => `${unit} is switched on`),
          ...signs.ports.filter((port) => ports.has(port)).map((port) => `waits on port ${port}`),
          ...signs.settings.filter((setting) => settings.get(setting) === "true"),
        ];
        return { kind, name, on: because.length > 0, because };
      }),
    );
    const open = looked.filter(({ on }) => on);
    const seen = [
      evidence(
        "/proc/*/comm, /proc/net, /etc/systemd/system/*.wants, gsettings",
        open.length === 0 ? "no way in was found" : open.map(({ name, because }) => `${name}: ${because.join(", ")}`),
      ),
    ];
    // What is open is known; "nothing is open" is only said when every sign could be looked at.
    if (open.length === 0) {
      if ("refusal" in sockets) return couldNotSee(sockets.refusal, seen);
      if (processes === null) return couldNotSee(unknown("failed", "/proc: the programs that run could not be listed"), seen);
      if (refusal !== undefined) return couldNotSee(refusal, seen);
    }
    return { observation: known({ services: looked.map(({ kind, name, on }) => ({ kind, name, on })) }), evidence: seen };
  },
};
