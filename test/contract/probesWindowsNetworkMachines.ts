import type { CommandOutcome } from "../../electron/host/host.ts";
import type { Fixture } from "../support/fixtures.ts";
import { scriptOutput } from "../support/samples.ts";

/** GUID of the adapter with this number, as the sources write it. */
const guid = (n: number) => `{00000000-0000-4000-8000-${String(n).padStart(12, "0")}}`;

interface AdapterOptions {
  readonly up?: boolean;
  readonly type?: number;
  readonly medium?: number;
  readonly hardware?: boolean;
  readonly driver?: string;
  readonly device?: string;
}

/** A row of MSFT_NetAdapter. */
export function adapter(n: number, name: string, description: string, options: AdapterOptions = {}) {
  const { up = true, type = 6, medium = 14, hardware = true, driver = "", device = hardware ? "PCI\\VEN_8086\\3" : "ROOT\\NET\\0000" } = options;
  const state = up ? 1 : 2;
  return { name, description, id: guid(n), index: n, up: state, media: state, type, medium, hardware, virtual: !hardware, driver, device };
}

interface InterfaceOptions {
  readonly type?: number;
  readonly status?: number;
  readonly suffix?: string;
  readonly dns?: readonly string[];
  readonly gateways?: readonly string[];
  readonly addresses?: readonly string[];
}

/** A row of .NET's NetworkInterface. */
export function dotNet(n: number, name: string, description: string, options: InterfaceOptions = {}) {
  const { type = 6, status = 1, suffix = "", dns = [], gateways = [], addresses = [] } = options;
  return { id: guid(n), name, description, type, status, suffix, dns, gateways, addresses };
}

/** A connection profile of WinRT. */
export function profile(n: number, values: Readonly<Record<string, unknown>> = {}) {
  return {
    name: "ネットワーク",
    wlan: false,
    wwan: false,
    ssid: null,
    auth: 0,
    enc: 0,
    bars: null,
    level: 3,
    cost: 1,
    iana: 6,
    adapter: guid(n).slice(1, -1),
    domain: 0,
    ...values,
  };
}
export const wlan = (values: Readonly<Record<string, unknown>> = {}) =>
  profile(12, { wlan: true, iana: 71, name: "Sakura 2", ssid: "Sakura", auth: 8, enc: 6, bars: 4, ...values });

export const wifiCard = adapter(12, "Wi-Fi", "Intel(R) Wi-Fi 6 AX201 160MHz", { type: 71, medium: 9 });
export const cableCard = adapter(9, "イーサネット", "Realtek USB GbE Family Controller", { device: "USB\\VID_0BDA&PID_8153\\1" });
export const unplugged = { ...cableCard, up: 2, media: 2 };
export const wifiOff = { ...wifiCard, up: 2, media: 2 };
export const wifiNet = dotNet(12, "Wi-Fi", wifiCard.description, {
  type: 71,
  suffix: "home.example",
  dns: ["192.168.24.1"],
  gateways: ["192.168.24.1"],
  addresses: ["192.168.24.7"],
});
export const cableNet = dotNet(9, "イーサネット", cableCard.description, {
  suffix: "corp.example",
  dns: ["10.70.9.11"],
  gateways: ["10.70.3.1"],
  addresses: ["10.70.3.8"],
});
export const anyconnect = adapter(31, "イーサネット 3", "Cisco AnyConnect Virtual Miniport Adapter for Windows x64", { hardware: false });
export const anyconnectNet = dotNet(31, "イーサネット 3", anyconnect.description, { dns: ["10.9.0.2"], addresses: ["10.9.0.7"] });

export const noVpn = { connections: [], problem: null, services: [] };
export const vpnConnection = (values: Readonly<Record<string, unknown>>) => ({
  connections: [{ name: "社内 VPN", everyone: false, tunnel: "Ikev2", auth: ["Eap"], status: "Connected", split: false, ...values }],
  problem: null,
  services: [],
});
export const service = (name: string, status = 4) => ({ connections: [], problem: null, services: [{ name, status }] });

export type Way = string | null | "failed";
/** Which interface carries the two halves of IPv4, IPv6, and the company's server 10.20.0.5. */
export interface Ways {
  readonly v4?: Way;
  readonly v6?: Way;
  readonly company?: Way;
  /** More addresses, such as name servers. */
  readonly others?: Readonly<Record<string, Way>>;
}

function egressTo(way: Way): Fixture["egress"][string] {
  if (way === null) return { outcome: "no-route" };
  if (way === "failed") return { outcome: "failed", detail: "timeout" };
  return { outcome: "routed", localAddress: "192.0.2.1", interface: way };
}

export interface Machine extends Ways {
  /** Answers of the PowerShell's blocks; a block left out printed nothing. */
  readonly blocks?: Readonly<Record<string, unknown>>;
  /** Instead of the blocks: all that PowerShell printed. */
  readonly printed?: string;
  readonly outcome?: CommandOutcome;
  /** What netsh printed, and how it ended. */
  readonly netsh?: string;
  readonly netshCode?: number;
  readonly environment?: Fixture["environment"];
  /** Answers of reg.exe by the id of the key; null: it is not there. */
  readonly registry?: Readonly<Record<string, string | null>>;
}

const encode = (text: string) => new TextEncoder().encode(text);
const ended = (text: string, code = 0, outcome: CommandOutcome = "exited") => ({
  outcome,
  code: outcome === "exited" ? code : null,
  stdout: encode(text),
  stderr: new Uint8Array(),
});
const notThere = { ...ended("", 1), stderr: encode("エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。") };

/** A machine out of what its sources answer; a question that it does not know makes the test fail. */
export function machine(name: string, parts: Machine): Fixture {
  const { v4 = null, v6 = null, company = null, others = {} } = parts;
  const output = parts.printed ?? scriptOutput(parts.blocks ?? {});
  const registry = Object.entries(parts.registry ?? {}).map(([id, text]) => [`reg-${id}`, text === null ? notThere : ended(text)] as const);
  return {
    name,
    source: "synthetic",
    commands: {
      powershell: ended(output, 0, parts.outcome),
      ...(parts.netsh === undefined ? {} : { "netsh-wlan-show-interfaces": ended(parts.netsh, parts.netshCode) }),
      ...Object.fromEntries(registry),
      ...(parts.registry ? { "reg-absent-key": notThere, "reg-absent-value": notThere } : {}),
    },
    files: {},
    folders: {},
    links: {},
    missing: [],
    environment: parts.environment ?? {},
    egress: {
      "12.34.56.78": egressTo(v4),
      "203.0.113.10": egressTo(v4),
      "2600::1": egressTo(v6),
      "10.20.0.5": egressTo(company),
      ...Object.fromEntries(Object.entries(others).map(([address, way]) => [address, egressTo(way)])),
    },
    tls: {},
    http: {},
  };
}
