import { join } from "node:path";
import { asHardware, type Card } from "./hardware.ts";
import { inNamespace } from "./namespace.ts";

/** Flags as NetworkManager gives them over D-Bus (nm-dbus-types: NM80211ApFlags, NM80211ApSecurityFlags). */
export interface AccessPoint {
  /** Bytes when it is no UTF-8. */
  readonly ssid: string | readonly number[];
  readonly bssid?: string;
  readonly flags?: number;
  readonly wpa?: number;
  readonly rsn?: number;
  readonly mode?: number;
  readonly strength?: number;
}
export interface Situation {
  /** NMConnectivityState. */
  readonly connectivity?: number;
  readonly running?: boolean;
  /** NMDeviceState of the radio. */
  readonly state?: number;
  /** What the kernel says of the radio; "up" by default. */
  readonly operstate?: string;
  readonly accessPoints?: readonly AccessPoint[];
  /** Which of them is in use. */
  readonly active?: number | null;
}

/** What `program` prints in each situation, with a mocked NetworkManager on the system bus and the real nmcli. */
export async function withNetworkManager(
  situations: readonly Situation[],
  cards: readonly Card[],
  setUp: readonly string[],
  program: readonly string[],
): Promise<readonly string[]> {
  const mock = join(import.meta.dirname, "networkManager.py");
  const lines = ["mount -t tmpfs tmpfs /run", ...setUp, ...asHardware(cards)];
  return JSON.parse(await inNamespace(lines, ["/usr/bin/python3", mock, JSON.stringify(situations), ...program]));
}
