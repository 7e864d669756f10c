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
  /** The directory knows the PC as disabled or deleted; null also where it could not be asked (no network). */
  readonly revoked: boolean | null;
}

const labels = {
  entraJoined: "AzureAdJoined",
  enterpriseJoined: "EnterpriseJoined",
  domainJoined: "DomainJoined",
  workplaceJoined: "WorkplaceJoined",
  hello: "NgcSet",
  revoked: "DeviceAuthStatus",
} as const satisfies Record<keyof Registration, string>;

/** "SUCCESS", "FAILED. Device is either disabled or deleted", or "FAILED. ERROR" where the test could not run; older Windows has no such line. */
function readAuthStatus(value: string): boolean | null {
  if (/^FAILED\b.*\b(disabled|deleted)\b/i.test(value)) return true;
  return /^SUCCESS\b/i.test(value) ? false : null;
}

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
    revoked: readAuthStatus(found.get(labels.revoked) ?? ""),
  };
  if (registration.entraJoined === null || registration.domainJoined === null) return notParsed("dsregcmd: AzureAdJoined or DomainJoined is missing");
  return parsed(registration);
}

export type Join = "none" | "registered" | "entra" | "domain" | "hybrid";

/** Of a join to Entra: the line that would tell of its end is not there, nor the part about the user behind it. Then the output may be cut. */
export function mayBeCut({ entraJoined, workplaceJoined, revoked }: Registration): boolean {
  return entraJoined === true && revoked === null && workplaceJoined === null;
}

/**
 * How the PC belongs to the company; null: the part that would tell is missing. A join that the directory has revoked is none. */
export function joinOf({ entraJoined, enterpriseJoined, domainJoined, workplaceJoined, revoked }: Registration): Join | null {
  if (entraJoined && revoked !== true) return domainJoined ? "hybrid" : "entra";
  if (domainJoined || enterpriseJoined) return "domain";
  if (workplaceJoined === null || enterpriseJoined === null) return null;
  return workplaceJoined ? "registered" : "none";
}
