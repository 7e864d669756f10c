import type { remoteAccessKinds } from "../../../shared/facts/access.ts";

/** A way into this PC, and the signs that it is open. Any one of them is enough. */
export interface RemoteService {
  readonly kind: (typeof remoteAccessKinds)[number];
  readonly name: string;
  /** Programs that serve it while it is on, lower case. */
  readonly programs: readonly string[];
  /** Units that start it, as they stand in the "wants" folders of systemd when they are switched on. */
  readonly units: readonly string[];
  /** TCP ports that only it uses. */
  readonly ports: readonly number[];
  /** Switches of GNOME's settings. */
  readonly settings: readonly string[];
}

const service = (
  kind: RemoteService["kind"],
  name: string,
  signs: Partial<Pick<RemoteService, "programs" | "units" | "ports" | "settings">>,
): RemoteService => ({
  kind,
  name,
  programs: [],
  units: [],
  ports: [],
  settings: [],
  ...signs,
});

export const remoteServices: readonly RemoteService[] = [
  service("ssh", "OpenSSH", {
    programs: ["sshd"],
    units: [
      "multi-user.target.wants/ssh.service",
      "multi-user.target.wants/sshd.service",
      "sockets.target.wants/ssh.socket",
      "sockets.target.wants/sshd.socket",
    ],
    ports: [22],
  }),
  service("remote-desktop", "GNOME Remote Desktop", {
    settings: ["org.gnome.desktop.remote-desktop.rdp enable"],
    units: ["graphical.target.wants/gnome-remote-desktop.service", "multi-user.target.wants/gnome-remote-desktop.service"],
  }),
  service("remote-desktop", "xrdp", { programs: ["xrdp"], units: ["multi-user.target.wants/xrdp.service"], ports: [3389] }),
  service("screen-sharing", "VNC", {
    programs: ["x11vnc", "xvnc", "xtigervnc", "x0vncserver", "x0tigervncserver", "vncserver-x11", "vncserver-x11-core", "wayvnc", "krfb"],
    ports: [5900, 5901, 5902, 5903],
    settings: ["org.gnome.desktop.remote-desktop.vnc enable"],
  }),
  service("file-sharing", "Samba", {
    programs: ["smbd"],
    units: ["multi-user.target.wants/smbd.service", "multi-user.target.wants/smb.service"],
    ports: [139, 445],
  }),
  service("file-sharing", "NFS", { units: ["multi-user.target.wants/nfs-server.service"], ports: [2049] }),
  service("printer-sharing", "CUPS", { ports: [631] }),
  service("remote-management", "Cockpit", { units: ["sockets.target.wants/cockpit.socket"], ports: [9090] }),
  service("remote-control-app", "TeamViewer", { programs: ["teamviewerd"], units: ["multi-user.target.wants/teamviewerd.service"] }),
  service("remote-control-app", "AnyDesk", { programs: ["anydesk"], units: ["multi-user.target.wants/anydesk.service"] }),
  service("remote-control-app", "RustDesk", { programs: ["rustdesk"], units: ["multi-user.target.wants/rustdesk.service"] }),
  service("remote-control-app", "Chrome Remote Desktop", { programs: ["chrome-remote-desktop", "chrome-remote-desktop-host"] }),
];
