import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Fails with the reason when this machine lets nobody make namespaces. */
export async function needNamespaces(): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error("not run: network namespaces need root (run the tests as root on Linux)");
  await run("/usr/bin/unshare", ["-nm", "/usr/sbin/ip", "-V"]).catch((error: unknown) => {
    throw new Error(`not run: unshare (util-linux) and ip (iproute2) are needed, and the right to make namespaces: ${String(error)}`);
  });
}

/**
 * Runs these lines of shell and then the program in namespaces of its own: network (without a way out), mounts, processes. Whatever the lines
 * started ends with the program, and so do its mounts. sysfs is mounted anew, because it shows the network of its mount.
 * @returns what the program printed. @throws with its complaint when a line or the program fails.
 */
export async function inNamespace(
  setUp: readonly string[],
  program: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  timeout = 25_000,
): Promise<string> {
  const script = ["set -e", "mount -t sysfs sysfs /sys", "ip link set lo up", ...setUp, `"$@"`].join("\n");
  const { stdout } = await run(
    "/usr/bin/unshare",
    ["-nmp", "--fork", "--kill-child", "--mount-proc", "--propagation", "private", "/bin/sh", "-c", script, "sh", ...program],
    {
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", ...environment },
      timeout,
      killSignal: "SIGKILL",
    },
  );
  return stdout;
}

/** Waits in the shell until the command succeeds, five seconds at most. */
export const until = (command: string) => `tries=0; until ${command}; do tries=$((tries + 1)); [ $tries -lt 100 ] || exit 1; sleep 0.05; done`;

/** An interface with an address. A veth pair stands for the cable; its other end is left alone. */
export const cable = (name: string, address: string, far = `far-${name}`) => [
  `ip link add ${name} type veth peer name ${far}`,
  `ip link set ${far} up`,
  `ip link set ${name} up`,
  `ip addr add ${address} dev ${name}`,
];

/** A home network: an interface with a default route. */
export const home = [...cable("lan0", "192.168.1.23/24"), "ip route add default via 192.168.1.1 dev lan0"];

/**
 * A TUN interface that a program holds open, as a VPN client does (linux/if_tun.h: TUNSETIFF with IFF_TUN and IFF_NO_PI). Without a program it has no
 * carrier, and then it is none of the interfaces that Node lists. The program ends with the process that it was started by.
 */
const holdTunnel =
  "open(F, '+<', '/dev/net/tun') && ioctl(F, 0x400454ca, pack('a16s', $ARGV[0], 0x1001)) or die $!; my $p = getppid(); select(undef, undef, undef, 0.1) while getppid() == $p;";
export const tunnel = (name: string, address: string) => [
  `/usr/bin/perl -e "${holdTunnel.replaceAll("$", "\\$")}" ${name} >/dev/null 2>&1 &`,
  until(`ip link show ${name} >/dev/null 2>&1`),
  `ip link set ${name} up`,
  `ip addr add ${address} dev ${name}`,
];

/** Puts this text in the place of a file, for this namespace alone. */
export const insteadOf = (path: string, lines: readonly string[]) => [
  `shadow=$(mktemp)`,
  ...lines.map((line) => `echo '${line}' >> "$shadow"`),
  `mount --bind "$shadow" ${path}`,
  `rm -f "$shadow"`,
];
