import type { LogIn } from "../../shared/declarations.ts";
import type { Platform } from "../../shared/platform.ts";
import type { CommandId } from "./commands.ts";

/** How a command ended. Every way is a value; nothing is thrown. */
export type CommandOutcome =
  /** It ran to its end; look at `code`. */
  | "exited"
  /** Ended by a signal that we did not send. */
  | "killed"
  /** Ended by us after the time limit of its catalogue entry. */
  | "timeout"
  /** The file is not where the catalogue says. */
  | "missing"
  | "denied"
  /** Ended by us because it printed more than the limit. */
  | "too-much-output"
  /** Ended by us because the caller gave up. */
  | "cancelled"
  | "failed";

/** All keys, always. Output is bytes: decoding is the parser's business. */
export interface CommandResult {
  readonly command: CommandId;
  readonly outcome: CommandOutcome;
  readonly code: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly durationMs: number;
  /** What the command started and what could not be ended with it. Absent: nothing. */
  readonly left?: readonly string[];
}

/** A file of the system, as far as it could be read. `too-large`: more than 4 MiB. */
export type FileResult =
  | { readonly outcome: "read"; readonly bytes: Uint8Array; readonly modifiedAt: string }
  | { readonly outcome: "missing" | "denied" | "too-large" | "not-a-file" | "failed" };

export type FolderResult =
  | { readonly outcome: "read"; readonly names: readonly string[]; readonly modifiedAt: string }
  | { readonly outcome: "missing" | "denied" | "failed" };

/** The local address and interface that the kernel would use for traffic to the target. No packet is sent. */
export type EgressResult =
  | { readonly outcome: "routed"; readonly localAddress: string; readonly interface: string | null }
  | { readonly outcome: "no-route" }
  | { readonly outcome: "failed"; readonly detail: string };

/** An address of a network interface that is up, as the OS lists it. */
export interface InterfaceAddress {
  readonly interface: string;
  readonly address: string;
  readonly family: 4 | 6;
  /** Length of the network's prefix. */
  readonly prefix: number;
  readonly mac: string;
  readonly internal: boolean;
}

/** Who answered a TLS connection. The certificate is judged by its key alone: inside servers seldom have a public one. */
export type TlsResult =
  | {
      readonly outcome: "answered";
      /** "sha256-" and base64 of the SHA-256 of the public key (SPKI) that the server proved to hold. */
      readonly pin: string;
      readonly localAddress: string;
      readonly interface: string | null;
    }
  | { readonly outcome: "unreachable" | "timeout" | "failed"; readonly detail: string };

/** The answer to one plain HTTP GET without cookies, proxy, redirect or cache. */
export type HttpResult =
  | {
      readonly outcome: "answered";
      readonly status: number;
      /** Where a redirect points to. */
      readonly location: string | null;
      /** The first KiB of the answer. */
      readonly body: Uint8Array;
    }
  | { readonly outcome: "unreachable" | "timeout" | "failed"; readonly detail: string };

/** `seat`: whose screen; one PC may have several people logged in. */
export type SeatEvent = { readonly kind: "resumed" } | { readonly kind: "locked" | "unlocked"; readonly seat: string };

/** Environment variables that probes may look at. */
export const environmentNames = [
  "XDG_CURRENT_DESKTOP",
  "XDG_SESSION_TYPE",
  "XDG_SESSION_DESKTOP",
  "DBUS_SESSION_BUS_ADDRESS",
  "XDG_CONFIG_HOME",
  "XDG_CACHE_HOME",
  "HOME",
  "container",
  "WSL_DISTRO_NAME",
  "SSH_CONNECTION",
  "http_proxy",
  "https_proxy",
  "all_proxy",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "ALL_PROXY",
  "SystemRoot",
  "SystemDrive",
  "ProgramData",
  "ProgramFiles",
  "LOCALAPPDATA",
  "APPDATA",
  "USERPROFILE",
  "SESSIONNAME",
] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/**
 * The one door to the machine. `nodeHost.ts` is the real one; `replayHost.ts` answers from a recording.
 */
export interface Host {
  readonly platform: Platform;
  /** `subject`: the network interface, for the commands of the catalogue that ask about one. */
  run(command: CommandId, signal: AbortSignal, subject?: string): Promise<CommandResult>;
  readFile(path: string): Promise<FileResult>;
  readFolder(path: string): Promise<FolderResult>;
  /** The target of a symbolic link, or null. */
  readLink(path: string): Promise<string | null>;
  environment(name: EnvironmentName): string | undefined;
  egress(address: string, family: 4 | 6): Promise<EgressResult>;
  interfaces(): readonly InterfaceAddress[];
  /** Connects and takes the certificate; sends nothing of its own. Only for servers that the policy names. */
  tlsPeer(server: string, port: number, signal: AbortSignal): Promise<TlsResult>;
  /** Only for pages that the policy names. */
  httpProbe(url: string, signal: AbortSignal): Promise<HttpResult>;
  /** Calls `onChange` when traffic may take another way than before; several times for one change, perhaps. Returns the function that ends it. */
  watchNetwork(onChange: () => void): () => void;
  /** Calls `onEvent` for what the login manager tells. Hears nothing where there is none, or none that a program can listen to. Returns what ends it. */
  watchSession(onEvent: (event: SeatEvent) => void): () => void;
  hostname(): string;
  userName(): string;
  /** Where the user's record of the OS says that the home folder is; never what the environment says. undefined: there is no such record. */
  homeFolder(): string | undefined;
  /** Ids of the groups of this process; empty on Windows. */
  groupIds(): readonly number[];
  /** IANA name. */
  timeZone(): string;
  /** Which start of the PC and which log-in this is, in the system's own words. Never rejects. */
  logIn(): Promise<LogIn>;
  now(): Date;
}
