import type { Host } from "../../../host/host.ts";
import type { SessionDesktop } from "../sessionDesktop.ts";

/** "unseen": an older version recorded nothing that says so or otherwise. */
export type GdmAnswer = "runs" | "absent" | "unclear" | "unseen";

/**
 * Does GDM run? gnome-shell locks through it alone: under another login manager, or none, the lock screen does not exist
 * (js/misc/loginManager.js, canLock(): https://gitlab.gnome.org/GNOME/gnome-shell).
 */
export async function gdmRuns(host: Host, { programs, login }: SessionDesktop): Promise<{ readonly answer: GdmAnswer; readonly seen: string }> {
  if (programs.ofRoot("gdm", "gdm3", "gdm-session-worker")) return { answer: "runs", seen: "gdm runs" };
  const unit = (await host.readLink("/etc/systemd/system/display-manager.service"))?.split("/").at(-1) ?? "";
  const service = login?.service ?? "";
  return {
    answer: gdmAnswer({ listed: programs.othersSeen, service, unit, old: programs.whole === undefined }),
    seen: `gdm does not run as far as is seen; session by ${service || "(not said)"}; display manager: ${unit || "(none)"}`,
  };
}

interface Signs {
  /** Programs of root are in the list of those that run. */
  readonly listed: boolean;
  readonly service: string;
  readonly unit: string;
  readonly old: boolean;
}

/** What the list of programs, in which GDM is not, the session's record and the unit that the PC starts say together. */
export function gdmAnswer({ listed, service, unit, old }: Signs): GdmAnswer {
  if (listed) return "absent";
  const words = [service, unit].filter((word) => word !== "").map((word) => /^gdm/.test(word));
  if (words.length === 0) return old ? "unseen" : "unclear";
  if (words.includes(true) && words.includes(false)) return "unclear";
  return words.includes(true) ? "runs" : "absent";
}
