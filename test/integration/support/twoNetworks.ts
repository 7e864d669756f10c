import { until } from "./namespace.ts";

/**
 * The PC at home and, in a namespace of its own behind the router 192.168.1.1, the internet with the company's VPN server 198.51.100.7. To be done
 * first: other processes of the far side are started with `far`.
 */
export const homeAndInternet = [
  "mount -t tmpfs tmpfs /run",
  "ip netns add far",
  "ip link add lan0 type veth peer name router0 netns far",
  "ip link set lan0 up",
  "ip addr add 192.168.1.23/24 dev lan0",
  "ip netns exec far ip link set lo up",
  "ip netns exec far ip link set router0 up",
  "ip netns exec far ip addr add 192.168.1.1/24 dev router0",
  "ip netns exec far ip addr add 198.51.100.7/32 dev lo",
  "ip route add default via 192.168.1.1 dev lan0",
];
export const far = (command: string) => `ip netns exec far ${command}`;

/** IPv6 by the router of the house, as a provider hands it out. */
export const withIpv6 = [
  "ip netns exec far ip -6 addr add 2001:db8:1::1/64 dev router0 nodad",
  "ip -6 addr add 2001:db8:1::23/64 dev lan0 nodad",
  "ip -6 route add default via 2001:db8:1::1 dev lan0",
];

const certificate = (name: string) =>
  `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${name} -keyout /run/${name}.key -out /run/${name}.crt 2>/dev/null`;
const fingerprint = (name: string) => `$(openssl x509 -in /run/${name}.crt -noout -fingerprint -sha256 | cut -d= -f2)`;

/**
 * A real OpenVPN server on the far side and a real client, with certificates made for it. The tunnel is up afterwards.
 * @param pushed what the server tells the client ("redirect-gateway def1", "route 10.20.0.0 255.255.0.0").
 */
export function openvpn(pushed: readonly string[], client: readonly string[] = []): readonly string[] {
  const common = "--dev tun0 --dev-type tun --proto udp --verb 3";
  const push = pushed.map((option) => `--push '${option}'`).join(" ");
  return [
    certificate("server"),
    certificate("client"),
    `${far(`openvpn ${common} --local 198.51.100.7 --server 10.8.0.0 255.255.255.0 --topology subnet --cert /run/server.crt --key /run/server.key --dh none --peer-fingerprint "${fingerprint("client")}" ${push}`)} > /run/server.log 2>&1 &`,
    "server=$!",
    until("grep -q 'Initialization Sequence Completed' /run/server.log"),
    `openvpn ${common} --client --remote 198.51.100.7 --nobind --cert /run/client.crt --key /run/client.key --peer-fingerprint "${fingerprint("server")}" ${client.join(" ")} > /run/client.log 2>&1 &`,
    "client=$!",
    `(${until("grep -q 'Initialization Sequence Completed' /run/client.log")}) || { cat /run/client.log /run/server.log >&2; exit 1; }`,
  ];
}

/** wireguard-go on both sides, and a handshake between them; routes are the caller's. Without the kernel's module: that is what wireguard-go is for. */
export const wireguard = (allowed: string) => [
  "mkdir -p /run/wireguard",
  "umask 077",
  ...["pc", "server"].map((name) => `wg genkey > /run/${name}.key; wg pubkey < /run/${name}.key > /run/${name}.pub`),
  far("wireguard-go wg9 > /run/server.log 2>&1"),
  far(`wg set wg9 listen-port 51820 private-key /run/server.key peer "$(cat /run/pc.pub)" allowed-ips 10.66.0.2/32`),
  far("ip addr add 10.66.0.1/24 dev wg9"),
  far("ip link set wg9 up"),
  "wireguard-go wg0 > /run/pc.log 2>&1",
  `wg set wg0 fwmark 51820 private-key /run/pc.key peer "$(cat /run/server.pub)" endpoint 198.51.100.7:51820 persistent-keepalive 1 allowed-ips ${allowed}`,
  "ip addr add 10.66.0.2/32 dev wg0",
  "ip link set wg0 up",
  until("wg show wg0 latest-handshakes | grep -qv '\t0$'"),
];

/** How wg-quick(8) sends everything into the tunnel: a table of its own, for all but the tunnel's own packets. */
export const wgQuickRoutes = [
  "ip route add default dev wg0 table 51820",
  "ip rule add not fwmark 51820 table 51820",
  "ip rule add table main suppress_prefixlength 0",
];
