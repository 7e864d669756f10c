import type { Platform } from "../../../shared/platform.ts";

/** A program that runs as long as the app and prints a line when something changes. Fixed arguments, no shell, reads only. */
export interface Monitor {
  readonly platform: Platform;
  /** Absolute. The first that exists is used. */
  readonly files: readonly [string, ...string[]];
  readonly args: readonly string[];
}

/** The long-running programs of the product, beside the commands of `commands.ts`, which all end by themselves. Windows has none: it is asked instead. */
export const monitors = {
  // Without "neigh": who else is in the network changes all the time and moves no traffic. `label` puts [LINK], [ADDR] … before each line (ip-monitor(8)).
  "ip-monitor": {
    platform: "linux",
    files: ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"],
    args: ["-o", "monitor", "label", "link", "address", "route", "rule"],
  },
  // Needs no rights, and no resolver: -n (route(8) of macOS).
  "route-monitor": { platform: "macos", files: ["/sbin/route"], args: ["-n", "monitor"] },
  // Signals of logind alone: sleep, and the lock of every session (org.freedesktop.login1(5), gdbus(1)). Asks nothing of it.
  "login-monitor": { platform: "linux", files: ["/usr/bin/gdbus", "/bin/gdbus"], args: ["monitor", "--system", "--dest", "org.freedesktop.login1"] },
} as const satisfies Record<string, Monitor>;

/**
 * Lets a monitor end with us, whatever ends us: setpriv(1) of util-linux asks the kernel for it (prctl(2), PR_SET_PDEATHSIG) and becomes the monitor. That of
 * util-linux before 2.33 (RHEL 8) and that of BusyBox do not know the option, which then stands nowhere in the program.
 */
export const endsWithUs = { files: ["/usr/bin/setpriv", "/bin/setpriv"], args: ["--pdeathsig", "KILL", "--"], option: "pdeathsig" } as const;
