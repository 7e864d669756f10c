import { type ChildProcess, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { isIP } from "node:net";
import { hostname, networkInterfaces, userInfo } from "node:os";
import type { Platform } from "../../shared/platform.ts";
import { atOnce } from "./atOnce.ts";
import { childEnvironment, childFolder } from "./childEnvironment.ts";
import type { Command } from "./commands/command.ts";
import { type CommandId, commands } from "./commands.ts";
import type { CommandOutcome, CommandResult, EgressResult, Host, InterfaceAddress } from "./host.ts";
import { askHttp, askTlsPeer } from "./networkQuestions.ts";
import { firstExisting, readSystemFile, readSystemFolder, readSystemLink } from "./systemFiles.ts";
import { watchByEvents } from "./watchByEvents.ts";
import { watchPartsOf } from "./watchParts.ts";

const outputLimit = 4 * 1024 * 1024;
const errorLimit = 64 * 1024;
/** Between asking a command to end and ending it. */
const patienceMs = 250;
/** How long output may still come after the command itself has ended: a left-over child may hold the pipe open for ever. */
const drainMs = 150;
/** After this long we stop waiting even for a command that cannot be ended (it hangs inside the kernel). */
const giveUpMs = 1000;
const egressLimitMs = 1000;
/** Where PowerShell may not run, dozens of reg.exe want to start in the same moment and each would hold up all others until its time is over. */
const processesAtOnce = 8;

export type ProcessResult = Omit<CommandResult, "command">;

const interfaceName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;

/**
 * The command with the interface's name in its place. Exported for the tests, like `runProcess`.
 * @throws RangeError when the name is missing, not wanted, or not one that an OS gives: it comes from outside and must never become an option.
 */
export function withSubject(command: Command, subject: string | undefined): Command {
  if ((command.subject === undefined) !== (subject === undefined)) throw new RangeError("a command asks about an interface exactly when it says so");
  if (subject === undefined) return command;
  if (!interfaceName.test(subject)) throw new RangeError("not the name of an interface");
  return { ...command, args: command.args.map((argument) => (argument === "{interface}" ? subject : argument)) };
}

/** `taskkill` is the only way to reach the children too. Where it cannot do it, at least the command itself is ended. */
function endTree(child: ChildProcess, pid: number): void {
  // Once a process has ended, its number may already be that of somebody else.
  if (child.exitCode !== null || child.signalCode !== null) return;
  const onlyTheCommand = () => child.kill("SIGKILL");
  spawn(`${childFolder("windows", process.env)}\\taskkill.exe`, ["/PID", String(pid), "/T", "/F"], {
    cwd: childFolder("windows", process.env),
    env: childEnvironment("windows", process.env),
    stdio: "ignore",
    windowsHide: true,
  })
    .on("error", onlyTheCommand)
    .on("exit", onlyTheCommand);
}

/** Signals the whole family of a command. */
function signalGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL", platform: Platform): void {
  if (child.pid === undefined) return;
  if (platform === "windows") {
    endTree(child, child.pid);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already: what we wanted.
  }
}

function spawnFailure(error: NodeJS.ErrnoException): CommandOutcome {
  if (error.code === "ENOENT") return "missing";
  return error.code === "EACCES" || error.code === "EPERM" ? "denied" : "failed";
}

/**
 * Runs one command to its end, time limit, output limit or cancellation, whichever comes first. No shell, no stdin, a fixed folder and
 * environment. Exported for the tests of bad programs; the product calls it through the catalogue alone.
 */
export async function runProcess(command: Command, signal: AbortSignal, platform: Platform): Promise<ProcessResult> {
  const started = performance.now();
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const result = (outcome: CommandOutcome, code: number | null = null): ProcessResult => ({
    outcome,
    code,
    stdout: Buffer.concat(stdout),
    stderr: Buffer.concat(stderr),
    durationMs: Math.round(performance.now() - started),
  });
  const file = await firstExisting(command.files);
  if (signal.aborted) return result("cancelled");
  if (file === undefined) return result("missing");
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(file, command.args, {
        cwd: childFolder(platform, process.env),
        env: childEnvironment(platform, process.env),
        stdio: ["ignore", "pipe", "pipe"],
        detached: platform !== "windows",
        shell: false,
        windowsHide: true,
      });
    } catch (error) {
      resolve(result(spawnFailure(error as NodeJS.ErrnoException)));
      return;
    }
    let ended: CommandOutcome | undefined;
    const timers: NodeJS.Timeout[] = [];
    const end = (outcome: CommandOutcome) => {
      if (ended !== undefined) return;
      ended = outcome;
      signalGroup(child, "SIGTERM", platform);
      timers.push(
        setTimeout(() => signalGroup(child, "SIGKILL", platform), patienceMs),
        setTimeout(() => finish(result(outcome)), giveUpMs),
      );
    };
    const cancel = () => end("cancelled");
    const finish = (value: ProcessResult) => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(value);
    };
    const finishExited = (code: number | null) => finish(ended === undefined ? result(code === null ? "killed" : "exited", code) : result(ended));
    let printed = 0;
    let complained = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.length;
      if (printed > outputLimit) end("too-much-output");
      else stdout.push(chunk);
    });
    // What exceeds the limit is dropped, yet read on, so that a talkative command does not block.
    child.stderr?.on("data", (chunk: Buffer) => {
      if (complained < errorLimit) stderr.push(chunk.subarray(0, errorLimit - complained));
      complained += chunk.length;
    });
    child.on("error", (error: NodeJS.ErrnoException) => finish(result(spawnFailure(error))));
    child.on("exit", (code) => {
      timers.push(
        setTimeout(() => {
          signalGroup(child, "SIGKILL", platform);
          finishExited(code);
        }, drainMs),
      );
    });
    child.on("close", finishExited);
    timers.push(setTimeout(() => end("timeout"), command.timeoutMs));
    signal.addEventListener("abort", cancel, { once: true });
    if (signal.aborted) cancel();
  });
}

/** Interfaces that hold this address. Two of them: the address does not tell which one is used. */
function interfaceOf(address: string): string | null {
  const names = Object.entries(networkInterfaces()).flatMap(([name, entries]) => (entries?.some((entry) => entry.address === address) ? [name] : []));
  return names.length === 1 ? (names[0] ?? null) : null;
}

// Every way in which the kernel says "traffic to there does not leave": no route, no address of that family, prohibited, blackholed (EINVAL).
const noRoute: ReadonlySet<string> = new Set([
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "EAFNOSUPPORT",
  "EACCES",
  "EPERM",
  "EINVAL",
]);

function egressFailure(error: NodeJS.ErrnoException): EgressResult {
  return noRoute.has(error.code ?? "") ? { outcome: "no-route" } : { outcome: "failed", detail: error.code ?? error.message };
}

/** Connecting a UDP socket makes the kernel choose a route and a source address. It sends nothing (RFC 1122 4.1.3.5, `man 7 udp`). */
function askEgress(address: string, family: 4 | 6): Promise<EgressResult> {
  if (isIP(address) !== family) return Promise.resolve({ outcome: "failed", detail: "not an address of this family" });
  return new Promise((resolve) => {
    // No look-up: the address is a literal, for which Node asks nobody.
    const socket = createSocket(family === 4 ? "udp4" : "udp6");
    const finish = (value: EgressResult) => {
      clearTimeout(timer);
      socket.removeAllListeners();
      // A late error of a socket that is being closed must not become an uncaught exception.
      socket.on("error", () => undefined);
      socket.close();
      resolve(value);
    };
    const timer = setTimeout(() => finish({ outcome: "failed", detail: "timeout" }), egressLimitMs);
    socket.on("error", (error) => finish(egressFailure(error)));
    socket.on("connect", () => {
      const localAddress = socket.address().address;
      finish({ outcome: "routed", localAddress, interface: interfaceOf(localAddress) });
    });
    socket.connect(53, address);
  });
}

function listInterfaces(): readonly InterfaceAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([name, entries]) =>
    (entries ?? []).map(({ address, family, cidr, mac, internal }) => ({
      interface: name,
      address,
      family: family === "IPv6" ? (6 as const) : (4 as const),
      prefix: Number(cidr?.split("/")[1] ?? (family === "IPv6" ? 128 : 32)),
      mac,
      internal,
    })),
  );
}

/** `os.userInfo` throws for a user id without a name. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env["USER"] ?? process.env["USERNAME"] ?? "";
  }
}

/** The real machine. */
export function createNodeHost(platform: Platform): Host {
  const inTurn = atOnce(processesAtOnce);
  const host: Host = {
    platform,
    async run(command: CommandId, signal: AbortSignal, subject?: string): Promise<CommandResult> {
      const asked = withSubject(commands[command], subject);
      return { command, ...(await inTurn(() => runProcess(asked, signal, platform), signal)) };
    },
    readFile: readSystemFile,
    readFolder: readSystemFolder,
    readLink: readSystemLink,
    environment: (name) => process.env[name],
    egress: (address, family) => askEgress(address, family).catch((error: unknown) => ({ outcome: "failed", detail: String(error) })),
    interfaces: listInterfaces,
    tlsPeer: (server, port, signal) => askTlsPeer(server, port, signal, interfaceOf),
    httpProbe: askHttp,
    watchNetwork: (onChange) => watchByEvents(watchPartsOf(host), onChange),
    hostname: () => hostname(),
    userName: loginName,
    groupIds: () => process.getgroups?.() ?? [],
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: () => new Date(),
  };
  return host;
}
