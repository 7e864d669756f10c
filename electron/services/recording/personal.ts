import path from "node:path";
import { z } from "zod";
import type { Facts } from "../../../shared/facts/catalogue.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { bytesOf, type Recording } from "../../host/recording.ts";
import { parsePlist } from "../../probes/common/plist.ts";
import type { PlistDict, PlistValue } from "../../probes/common/plistValue.ts";
import { vpnProducts } from "../../probes/common/vpnProducts.ts";
import { changeText } from "./encodings.ts";
import type { Personal, PersonalKind } from "./hide.ts";
import { changeBlocks, mapStrings } from "./powershellBlocks.ts";

/** Accounts, hosts and connections that exist everywhere are nobody's, and their names are words of every output. */
const everybodys: ReadonlySet<string> = new Set([
  ..."root admin administrator administrators user users guest public default nobody gdm gdm3 lightdm sddm localhost localdomain local home lan host".split(
    " ",
  ),
  ..."system none null true false workgroup linux windows macos ubuntu debian pc laptop redacted network ethernet wi-fi wifi".split(" "),
  "ネットワーク",
  "識別されていないネットワーク",
  "イーサネット",
  "unidentified network",
  ...vpnProducts.map(({ product }) => product.toLowerCase()),
]);

/** Not a name that exists everywhere, and not a mere number. */
export function isPersonal(value: string): boolean {
  return (
    !everybodys.has(
      value
        .trim()
        .replace(/^<(.*)>$/, "$1")
        .toLowerCase(),
    ) && !/^[\s\d.:/-]*$/.test(value)
  );
}

/** Names of JSON keys and of labels under which personal values stand, whatever the command. Labels like these are in no language but English. */
const keys: readonly (readonly [RegExp, PersonalKind])[] = [
  [/^(ssid|ssid_str|profile_?name|network_?name|wifi_?name|name_of_network)$/i, "ssid"],
  [
    /^(user_?name|user|account|email|user_?email|upn|owner|registered_?owner|logged_?in_?user|auto_?login_?user|last_?user_?name|lastuser|samuser|last_?logged_?on_?user|executing account name)$/i,
    "user",
  ],
  [/^(host_?name|computer_?name|dns_?host_?name|local_host_?name|spspmachine_name|local_machine_name|device name)$/i, "host"],
  [
    /^(serial(_?number)?|serial_number|platform_uuid|provisioning_udid|asset_?tag|smbios_?asset_?tag|identifyingnumber|system_?serial_?number)$/i,
    "serial",
  ],
  [/^(tenant_?name|thumbprint|domain_?name|registered_?organi[sz]ation|dns_?suffix|suffix|dhcp_?domain|share)$/i, "name"],
];
const label = /^[ \t"]*([A-Za-z][A-Za-z_ ]{2,28}?)["\t ]*[:=][ \t]*"?(.+?)"?[;,]?[ \t]*\r?$/gm;

const guid = /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;

/** What kind of personal value stands under this name; undefined: none. */
export function kindOf(key: string, value: string): PersonalKind | undefined {
  // Ids of this PC and of its company; the same word also names kinds of hardware, which are no GUIDs.
  if (/^(tenant_?id|device_?id)$/i.test(key.trim())) return guid.test(value) ? "name" : undefined;
  return keys.find(([pattern]) => pattern.test(key.trim()))?.[1];
}

function inText(text: string, found: Personal[]): void {
  for (const [, name = "", value = ""] of text.matchAll(label)) {
    const kind = kindOf(name, value);
    if (kind !== undefined) found.push({ kind, value });
  }
}

function inJson(value: unknown, found: Personal[]): void {
  mapStrings(
    value,
    (text, key) => {
      const kind = kindOf(key, text);
      if (kind !== undefined) found.push({ kind, value: text });
      return text;
    },
    (key) => key,
  );
}

const named = z.looseObject({ name: z.string() });
const connectionAnswer = z.looseObject({ value: z.looseObject({ profiles: z.array(named), internet: named.nullable() }) });
const vpnAnswer = z.looseObject({ value: z.looseObject({ connections: z.array(named) }) });

/** Names in blocks of the PowerShell script that a person, or the network, chose: Windows calls a connection as the Wi-Fi is called. */
function namesOf(block: string, answer: unknown): readonly Personal[] {
  const connection = block === "connection" ? connectionAnswer.safeParse(answer) : null;
  if (connection?.success) {
    const { profiles, internet } = connection.data.value;
    // "sato-home 2" is the second connection of that name.
    return [...profiles, ...(internet === null ? [] : [internet])].map(({ name }) => ({ kind: "ssid", value: name.replace(/ \d{1,2}$/, "") }));
  }
  const vpn = block === "vpn" ? vpnAnswer.safeParse(answer) : null;
  return vpn?.success ? vpn.data.value.connections.map(({ name }) => ({ kind: "name", value: name })) : [];
}

/** Names that a command shows in a way of its own: VPN connections in quotes, the network in use of a list. */
const ownPatterns: Readonly<Record<string, { readonly pattern: RegExp; readonly kind: PersonalKind }>> = {
  "scutil-nc-list": { pattern: /"([^"\n]+)"\s+\[/g, kind: "name" },
  "iwctl-station-show": { pattern: /Connected network {2,}(\S.*?)[ \t]*$/gm, kind: "ssid" },
  "system_profiler-SPAirPortDataType-json": {
    pattern: /"spairport_current_network_information"\s*:\s*\{[^{}]*?"_name"\s*:\s*"((?:[^"\\]|\\.)*)"/g,
    kind: "ssid",
  },
};

function inPlist(plist: ReturnType<typeof parsePlist>, found: Personal[]): void {
  const walk = (value: PlistValue, key: string): void => {
    const kind = typeof value === "string" ? kindOf(key, value) : undefined;
    if (typeof value === "string" && kind !== undefined) found.push({ kind, value });
    if (value instanceof Map) for (const [name, inner] of value as PlistDict) walk(inner, name);
    if (Array.isArray(value)) for (const inner of value as readonly PlistValue[]) walk(inner, key);
  };
  if (plist.ok) walk(plist.value, "");
}

/** Members of groups, and the groups that people have for themselves (group(5); ids from 1000 on are people's). */
function membersOf(groups: string): readonly Personal[] {
  return groups.split("\n").flatMap((line) => {
    const [name = "", , id = "", members = ""] = line.split(":");
    const own = Number(id) >= 1000 && Number(id) < 60_000 ? [name] : [];
    return [...own, ...members.split(",")].filter((one) => one !== "").map((value) => ({ kind: "user" as const, value }));
  });
}

/** Values that the answers of a machine show under a telling name. */
function inAnswers({ commands, files }: Recording): readonly Personal[] {
  const found: Personal[] = [];
  const look = (text: string): string => {
    inText(text, found);
    try {
      if (/^\s*[[{]/.test(text)) inJson(JSON.parse(text), found);
    } catch {
      // Not JSON, or cut: the labels were looked at.
    }
    return text;
  };
  const json = (block: string, value: unknown) => {
    inJson(value, found);
    found.push(...namesOf(block, value));
    return value;
  };
  for (const [key, { stdout, stderr }] of Object.entries(commands)) {
    for (const bytes of [stdout, stderr]) changeText(bytesOf(bytes), (text) => changeBlocks(text, { text: look, json }));
    const special = ownPatterns[key.split(" ", 1)[0] ?? ""];
    if (special) for (const [, value = ""] of decodeUtf8(bytesOf(stdout)).matchAll(special.pattern)) found.push({ kind: special.kind, value });
  }
  for (const [path, file] of Object.entries(files)) {
    if (file.outcome !== "read") continue;
    const bytes = bytesOf(file.bytes);
    changeText(bytes, look);
    if (path.endsWith(".plist")) inPlist(parsePlist(bytes), found);
    if (path === "/etc/group") found.push(...membersOf(decodeUtf8(bytes)));
  }
  return found;
}

/** Values that the facts hold as personal ones. */
function inFacts(facts: Facts): readonly Personal[] {
  const found: Personal[] = [];
  const add = (kind: PersonalKind, value: string | null) => {
    if (value !== null) found.push({ kind, value });
  };
  const device = facts["device-identity"]?.observation;
  if (device?.kind === "known") {
    add("host", device.value.hostname);
    add("user", device.value.user);
    add("serial", device.value.serial);
    add("serial", device.value.assetTag);
  }
  const wifi = facts["wifi-link"]?.observation;
  if (wifi?.kind === "known" && wifi.value.connected) add("ssid", wifi.value.ssid);
  const gateway = facts.gateway?.observation;
  if (gateway?.kind === "known") add("name", gateway.value.domain);
  const resolvers = facts.resolvers?.observation;
  if (resolvers?.kind === "known") for (const domain of resolvers.value.searchDomains) add("name", domain);
  return found;
}

const withoutDomain = (name: string) => name.split(".")[0] ?? "";

/** Who and what a recording is about: every value that must not leave the PC, with what kind of name it is. */
export function personalValues(recording: Recording, facts: Facts): readonly Personal[] {
  const { environment, homeFolder, hostname, userName } = recording;
  const homes = [homeFolder, environment["HOME"], environment["USERPROFILE"]].flatMap((home) =>
    home === undefined ? [] : [path.win32.basename(home)],
  );
  const all: readonly Personal[] = [
    { kind: "host", value: hostname },
    { kind: "host", value: withoutDomain(hostname) },
    { kind: "user", value: userName },
    ...homes.map((value) => ({ kind: "user" as const, value })),
    ...inFacts(facts),
    ...inAnswers(recording),
  ];
  return all.filter(({ value }) => isPersonal(value) && value.length <= 1024);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Names that the policy itself lists. They stand in every recording under this policy, and verdicts rest on them. */
export function listedInPolicy({ rules, network }: Policy): ReadonlySet<string> {
  const settings = Object.values(rules).map((rule) => rule.settings);
  return new Set([settings, network].flatMap(stringsIn).map((text) => text.normalize("NFC").trim().toLowerCase()));
}
