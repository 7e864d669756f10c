import path from "node:path";
import type { Facts } from "../../../shared/facts/catalogue.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { bytesOf, type Recording } from "../../host/recording.ts";
import { changeText } from "./encodings.ts";
import type { Personal, PersonalKind } from "./hide.ts";
import { changeBlocks, mapStrings } from "./powershellBlocks.ts";

/** Accounts and hosts that exist everywhere are nobody's, and their names are words of every output. */
const everybodys = new Set(
  "root admin administrator administrators user users guest public default localhost localdomain local home lan host system none null true false workgroup linux windows macos ubuntu debian pc laptop".split(
    " ",
  ),
);

/** Not a name that exists everywhere, and not a mere number. */
export function isPersonal(value: string): boolean {
  return !everybodys.has(value.trim().toLowerCase()) && !/^[\s\d.:/-]*$/.test(value);
}

/** Names of JSON keys and of labels under which personal values stand, whatever the command. Labels like these are in no language but English. */
const keys: readonly (readonly [RegExp, PersonalKind])[] = [
  [/^(ssid|ssid_str|profile_?name|network_?name|wifi_?name|name_of_network)$/i, "ssid"],
  [
    /^(user_?name|user|account|email|user_?email|upn|owner|registered_?owner|logged_?in_?user|lastuser|samuser|last_?logged_?on_?user|executing account name)$/i,
    "user",
  ],
  [/^(host_?name|computer_?name|dns_?host_?name|local_host_?name|spspmachine_name|local_machine_name|device ?name)$/i, "host"],
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
  const json = (_block: string, value: unknown) => {
    inJson(value, found);
    return value;
  };
  for (const { stdout, stderr } of Object.values(commands)) {
    for (const bytes of [stdout, stderr]) changeText(bytesOf(bytes), (text) => changeBlocks(text, { text: look, json }));
  }
  for (const file of Object.values(files)) if (file.outcome === "read") changeText(bytesOf(file.bytes), look);
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
  const { environment, hostname, userName } = recording;
  const homes = [environment["HOME"], environment["USERPROFILE"]].flatMap((home) => (home === undefined ? [] : [path.win32.basename(home)]));
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
