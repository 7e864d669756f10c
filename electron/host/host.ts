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

/** Environment variables that probes may look at. */
export type EnvironmentName =
  | "XDG_CURRENT_DESKTOP"
  | "XDG_SESSION_TYPE"
  | "XDG_SESSION_DESKTOP"
  | "DBUS_SESSION_BUS_ADDRESS"
  | "XDG_CONFIG_HOME"
  | "HOME"
  | "container"
  | "WSL_DISTRO_NAME";

/** The one door to the machine. `nodeHost.ts` is the real one; tests replay recorded answers through `test/support/replayHost.ts`. */
export interface Host {
  readonly platform: Platform;
  run(command: CommandId, signal: AbortSignal): Promise<CommandResult>;
  readFile(path: string): Promise<FileResult>;
  readFolder(path: string): Promise<FolderResult>;
  /** The target of a symbolic link, or null. */
  readLink(path: string): Promise<string | null>;
  environment(name: EnvironmentName): string | undefined;
  egress(address: string, family: 4 | 6): Promise<EgressResult>;
  hostname(): string;
  userName(): string;
  now(): Date;
}
