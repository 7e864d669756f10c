import type { FactValue } from "../../shared/facts/catalogue.ts";
import { type Expected, everyDay, fileDays } from "../support/probeCases.ts";
import { desk, type Matrix } from "./probesLinuxMatrix.ts";

const sockets = (name: string) => [desk, `linux/listening-services/${name}`];
export const listeningServices: Matrix<"listening-services"> = {
  cases: [
    // Waiting: tcp 2, tcp6 2, udp 6 (the seventh has a peer), udp6 2.
    { title: "only the loopback and helpers", kind: "secure", fixtures: sockets("only-loopback"), expected: { examined: 12, exposed: [] } },
    {
      title: "open services",
      kind: "insecure",
      fixtures: sockets("open-services"),
      expected: {
        examined: 6,
        exposed: [
          { protocol: "tcp", port: 22, address: "0.0.0.0" },
          { protocol: "tcp", port: 22, address: "::" },
          { protocol: "udp", port: 161, address: "0.0.0.0" },
          { protocol: "tcp", port: 3389, address: "192.168.1.23" },
          { protocol: "tcp", port: 8080, address: "192.168.1.23" },
        ],
      },
    },
    { title: "without IPv6", kind: "absent", fixtures: sockets("without-ipv6"), expected: { examined: 1, exposed: [] } },
  ],
  badDays: { fixtures: sockets("open-services"), source: { file: "/proc/net/tcp" }, expected: fileDays },
};

const quiet = [desk, "linux/listening-services/only-loopback", "linux/remote-access/nothing"];
const open = (name: string, sockets = "only-loopback") => [...quiet, `linux/listening-services/${sockets}`, `linux/remote-access/${name}`];
type Kind = FactValue<"remote-access">["services"][number]["kind"];
const ways: readonly (readonly [Kind, string])[] = [
  ["ssh", "OpenSSH"],
  ["remote-desktop", "GNOME Remote Desktop"],
  ["remote-desktop", "xrdp"],
  ["screen-sharing", "VNC"],
  ["file-sharing", "Samba"],
  ["file-sharing", "NFS"],
  ["printer-sharing", "CUPS"],
  ["remote-management", "Cockpit"],
  ["remote-control-app", "TeamViewer"],
  ["remote-control-app", "AnyDesk"],
  ["remote-control-app", "RustDesk"],
  ["remote-control-app", "Chrome Remote Desktop"],
];
const onlyOn = (...on: readonly string[]) => ({ services: ways.map(([kind, name]) => ({ kind, name, on: on.includes(name) })) });
export const remoteAccess: Matrix<"remote-access"> = {
  cases: [
    { title: "no way in", kind: "secure", fixtures: quiet, expected: onlyOn() },
    { title: "sshd on a port of its own", kind: "insecure", fixtures: open("sshd"), expected: onlyOn("OpenSSH") },
    { title: "ssh, started by its socket", kind: "insecure", fixtures: open("ssh-socket"), expected: onlyOn("OpenSSH") },
    // Ports 22 and 3389 of the recording.
    { title: "ports that wait", kind: "insecure", fixtures: open("nothing", "open-services"), expected: onlyOn("OpenSSH", "xrdp") },
    { title: "GNOME shares the screen", kind: "insecure", fixtures: open("gnome-rdp-on"), expected: onlyOn("GNOME Remote Desktop") },
    { title: "GNOME does not", kind: "secure", fixtures: open("gnome-rdp-off"), expected: onlyOn() },
    { title: "GNOME's switch is not shown", kind: "other", fixtures: open("gnome-rdp-not-shown"), expected: "unknown:unparsed" },
    { title: "GNOME without a session bus", kind: "absent", fixtures: open("gnome-without-bus"), expected: "unknown:failed" },
    { title: "a remote control", kind: "insecure", fixtures: open("teamviewer"), expected: onlyOn("TeamViewer") },
    { title: "the programs cannot be listed", kind: "other", fixtures: open("programs-not-listed"), expected: "unknown:failed" },
  ],
  badDays: { fixtures: quiet, source: { file: "/proc/net/tcp" }, expected: fileDays },
};

const programs = (name: string) => [`linux/running-apps/${name}`];
export const runningApps: Matrix<"running-apps"> = {
  cases: [
    {
      title: "none of the list; what stands in arguments does not run",
      kind: "secure",
      fixtures: programs("programs"),
      watched: ["zoom", "steam", "disc", "transmission-gt", "python", ""],
      expected: { examined: 6, matched: [] },
    },
    {
      title: "a title behind the name, a script, a long name",
      kind: "insecure",
      fixtures: programs("programs"),
      watched: ["discord", "Dropbox", "transmission-gtk", "dropbox"],
      expected: { examined: 6, matched: ["discord", "Dropbox", "transmission-gtk", "dropbox"] },
    },
    { title: "/proc is shut", kind: "absent", fixtures: programs("denied"), expected: "unknown:failed" },
    { title: "not a single program", kind: "absent", fixtures: programs("nothing"), expected: "unknown:failed" },
  ],
  // The command line still names it.
  badDays: {
    fixtures: programs("programs"),
    watched: ["discord"],
    source: { file: "/proc/20/comm" },
    expected: everyDay<Expected<"running-apps">>({ examined: 6, matched: ["discord"] }),
  },
};
