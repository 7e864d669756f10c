import { decodeConsole } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** What `dsregcmd /status` says of the PC and of the user; null: the line is not there. */
export interface Registration {
  readonly entraJoined: boolean | null;
  readonly enterpriseJoined: boolean | null;
  readonly domainJoined: boolean | null;
  /** A work account was added to a private PC. */
  readonly workplaceJoined: boolean | null;
  /** Windows Hello has a key for the user. */
  readonly hello: boolean | null;
}

const labels = {
  entraJoined: "AzureAdJoined",
  enterpriseJoined: "EnterpriseJoined",
  domainJoined: "DomainJoined",
  workplaceJoined: "WorkplaceJoined",
  hello: "NgcSet",
} as const satisfies Record<keyof Registration, string>;

/**
 * `dsregcmd /status`: "Label : value" lines under headings in boxes. Labels and YES/NO are in English in every language. A label counts at the
 * beginning of its line only, so that a device or tenant named like one is not read as one; a label that comes twice with different answers is
 * an output that nobody should believe. https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 */
export function parseDsregcmd(bytes: Uint8Array): Parsed<Registration> {
  const lines = decodeConsole(bytes).split(/\r?\n/);
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, label, value] = /^\s*(\w+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (label === undefined || value === undefined) continue;
    const known = found.get(label);
    if (known !== undefined && known !== value && Object.values(labels).some((name) => name === label)) {
      return notParsed(`dsregcmd: ${label} comes twice with different answers`);
    }
    found.set(label, value);
  }
  const read = (label: string) => {
    const value = found.get(label);
    return value === "YES" ? true : value === "NO" ? false : null;
  };
  const registration: Registration = {
    entraJoined: read(labels.entraJoined),
    enterpriseJoined: read(labels.enterpriseJoined),
    domainJoined: read(labels.domainJoined),
    workplaceJoined: read(labels.workplaceJoined),
    hello: read(labels.hello),
  };
  if (registration.entraJoined === null || registration.domainJoined === null) return notParsed("dsregcmd: AzureAdJoined or DomainJoined is missing");
  return parsed(registration);
}

export type Join = "none" | "registered" | "entra" | "domain" | "hybrid";

/** How the PC belongs to the company; null: the part that would tell is missing. */
export function joinOf({ entraJoined, enterpriseJoined, domainJoined, workplaceJoined }: Registration): Join | null {
  if (entraJoined) return domainJoined ? "hybrid" : "entra";
  if (domainJoined || enterpriseJoined) return "domain";
  if (workplaceJoined === null || enterpriseJoined === null) return null;
  return workplaceJoined ? "registered" : "none";
}
