import type { Observation } from "../../../shared/observation.ts";
import { buildDriver } from "./driver.ts";
import { home, inNamespace, tunnel } from "./namespace.ts";

/** A change of the network. With `quietMs` nothing is expected to come of it for that long. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly quietMs?: number;
}
export interface StepResult {
  /** From before the command to the new verdict; null: none came. */
  readonly ms: number | null;
  /** Runs that ended, the first and those that followed from the same change. */
  readonly runs: number;
  readonly vpn: Observation<unknown> | undefined;
  readonly decided: boolean;
  /** What does not rest on the network was not looked at again. */
  readonly otherFactsKept: boolean;
}

/** What may happen to a PC at home with a tunnel that carries everything. */
export const steps: readonly Step[] = [
  { name: "a neighbour comes", command: "ip neigh add 192.168.1.77 lladdr 02:00:5e:00:53:77 dev lan0", quietMs: 700 },
  { name: "an address is renewed", command: "ip addr change 192.168.1.23/24 dev lan0 valid_lft 3600 preferred_lft 3600", quietMs: 700 },
  { name: "a container starts", command: "ip link add c0 type veth peer name c1; ip link set c0 up; ip link set c1 up", quietMs: 700 },
  { name: "the tunnel ends", command: "ip link set tun0 down" },
  { name: "the tunnel is back", command: "ip link set tun0 up; ip route add 0.0.0.0/1 dev tun0; ip route add 128.0.0.0/1 dev tun0" },
  { name: "half of the tunnel's routes go", command: "ip route del 0.0.0.0/1" },
  { name: "the default route goes", command: "ip route del 128.0.0.0/1; ip route del default" },
  { name: "the cable is back", command: "ip route add default via 192.168.1.1 dev lan0" },
  { name: "a rule sends all into the tunnel", command: "ip route add default dev tun0 table 51820; ip rule add table 51820" },
];

const setUp = [...home, ...tunnel("tun0", "10.8.0.6/24"), "ip route add 0.0.0.0/1 dev tun0", "ip route add 128.0.0.0/1 dev tun0"];

async function drive(asked: object): Promise<unknown> {
  const driver = await buildDriver("watchDriver");
  try {
    return JSON.parse(await inNamespace(setUp, [process.execPath, driver.file, JSON.stringify(asked)]));
  } finally {
    await driver.remove();
  }
}

/** Changes the network of a namespace in these steps while the app runs in it. */
export async function changeNetwork(chosen: readonly Step[] = steps): Promise<readonly StepResult[]> {
  return (await drive({ steps: chosen })) as readonly StepResult[];
}

/** Percent of one core that looking every 250 ms takes, as on Windows, where nothing tells of changes. */
export async function costOfLooking(pollSeconds: number): Promise<number> {
  return (await drive({ pollSeconds })) as number;
}
