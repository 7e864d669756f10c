import { allUnparsed } from "../support/probeCases.ts";
import { desk, laptop, type Matrix } from "./probesLinuxMatrix.ts";

const lock = (name: string, ...more: readonly string[]) => [desk, ...more, `linux/screen-lock/${name}`];
const locks = (source: string, lockAfterSeconds: number | null) => ({ mechanisms: [{ source, power: "any" as const, lockAfterSeconds }] });
export const screenLock: Matrix<"screen-lock"> = {
  cases: [
    { title: "GNOME, 5 minutes", kind: "secure", fixtures: lock("gnome-5-minutes"), expected: locks("GNOME", 300) },
    { title: "GNOME, the delay is added", kind: "other", fixtures: lock("gnome-with-delay"), expected: locks("GNOME", 930) },
    { title: "GNOME, idle-delay 0 is never", kind: "insecure", fixtures: lock("gnome-idle-never"), expected: locks("GNOME", null) },
    { title: "GNOME, dark but not locked", kind: "insecure", fixtures: lock("gnome-lock-off"), expected: locks("GNOME", null) },
    { title: "GNOME, lock forbidden", kind: "insecure", fixtures: lock("gnome-lockdown"), expected: locks("GNOME", null) },
    { title: "GNOME without its schema", kind: "other", fixtures: lock("gnome-no-schema"), expected: "unknown:unparsed" },
    { title: "GNOME without a session bus", kind: "other", fixtures: lock("gnome-without-bus"), expected: "unknown:failed" },
    { title: "KDE, 15 minutes and the grace of 5 seconds", kind: "secure", fixtures: lock("kde-15-minutes"), expected: locks("KDE", 905) },
    { title: "KDE, 600 means ten hours", kind: "insecure", fixtures: lock("kde-600-minutes"), expected: locks("KDE", 36_000) },
    { title: "KDE, its defaults", kind: "secure", fixtures: lock("kde-defaults"), expected: locks("KDE", 305) },
    { title: "KDE, switched off", kind: "insecure", fixtures: lock("kde-off"), expected: locks("KDE", null) },
    { title: "KDE, fixed by the administrator", kind: "secure", fixtures: lock("kde-immutable"), expected: locks("KDE", 600) },
    { title: "KDE, a file that may not be read", kind: "other", fixtures: lock("kde-user-file-denied"), expected: "unknown:denied" },
    { title: "MATE counts in minutes", kind: "secure", fixtures: lock("mate"), expected: locks("MATE", 420) },
    { title: "Cinnamon", kind: "secure", fixtures: lock("cinnamon"), expected: locks("Cinnamon", 600) },
    { title: "XFCE, its defaults", kind: "secure", fixtures: lock("xfce-defaults"), expected: locks("XFCE", 300) },
    { title: "XFCE, the delay is added", kind: "other", fixtures: lock("xfce-10-and-2-minutes"), expected: locks("XFCE", 720) },
    { title: "XFCE, dark but not locked", kind: "insecure", fixtures: lock("xfce-lock-off"), expected: locks("XFCE", null) },
    { title: "XFCE, switched off by the administrator", kind: "insecure", fixtures: lock("xfce-administrator"), expected: locks("XFCE", null) },
    { title: "XFCE, presentation mode", kind: "insecure", fixtures: lock("xfce-presentation"), expected: locks("XFCE", null) },
    { title: "XFCE, a file that ends too early", kind: "other", fixtures: lock("xfce-cut"), expected: "unknown:unparsed" },
    { title: "XFCE without its own saver", kind: "other", fixtures: lock("xfce"), expected: "unknown:not-supported" },
    {
      title: "somebody looks at it from elsewhere",
      kind: "other",
      fixtures: [...lock("gnome-lock-off"), "linux/session/xrdp"],
      expected: "not-applicable:remote-session",
    },
    {
      title: "our own environment does not make a session remote",
      kind: "insecure",
      fixtures: [...lock("gnome-lock-off"), "linux/session/environment-only"],
      expected: locks("GNOME", null),
    },
    { title: "no desktop, although gsettings would answer", kind: "absent", fixtures: lock("headless", laptop), expected: "not-applicable:os" },
    { title: "no desktop in a container", kind: "absent", fixtures: lock("headless", "linux/machine/docker"), expected: "not-applicable:virtual" },
    {
      title: "outside the session of an installed desktop",
      kind: "other",
      fixtures: lock("headless-with-desktop-installed", laptop),
      expected: "unknown:not-supported",
    },
  ],
  badDays: {
    fixtures: lock("gnome-5-minutes"),
    source: { command: "gsettings" },
    expected: allUnparsed,
  },
};
