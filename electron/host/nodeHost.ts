import { hostname } from "node:os";
import type { Platform } from "../../shared/platform.ts";
import { atOnce } from "./atOnce.ts";
import type { Command } from "./commands/command.ts";
import { type CommandId, commands } from "./commands.ts";
import type { CommandResult, Host } from "./host.ts";
import { readLogIn } from "./logIn.ts";
import { askHttp, askTlsPeer } from "./networkQuestions.ts";
import { runProcess } from "./runProcess.ts";
import { watchSeats } from "./seatEvents.ts";
import { readSystemFile, readSystemFolder, readSystemLink } from "./systemFiles.ts";
import { timeZone } from "./timeZone.ts";
import { userRecord } from "./userRecord.ts";
import { watchByEvents } from "./watchByEvents.ts";
import { watchPartsOf } from "./watchParts.ts";
import { askEgress, interfaceOf, listInterfaces, sharedForAMoment } from "./ways.ts";

/** Where PowerShell may not run, dozens of reg.exe want to start in the same moment and each would hold up all others until its time is over. */
const processesAtOnce = 8;

/** Long enough for the questions of one look at the network, too short to miss a change. */
const interfacesHoldMs = 20;

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

/** The real machine. */
export function createNodeHost(platform: Platform): Host {
  const inTurn = atOnce(processesAtOnce);
  const interfaces = sharedForAMoment(listInterfaces, interfacesHoldMs);
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
    egress: (address, family) => askEgress(address, family, interfaces).catch((error: unknown) => ({ outcome: "failed", detail: String(error) })),
    interfaces,
    tlsPeer: (server, port, signal) => askTlsPeer(server, port, signal, (address) => interfaceOf(address, interfaces())),
    httpProbe: askHttp,
    watchNetwork: (onChange) => watchByEvents(watchPartsOf(host), onChange),
    watchSession: (onEvent) => watchSeats(platform, onEvent),
    hostname: () => hostname(),
    userName: () => userRecord()?.name ?? process.env["USER"] ?? process.env["USERNAME"] ?? "",
    homeFolder: () => userRecord()?.home,
    groupIds: () => process.getgroups?.() ?? [],
    timeZone: () => timeZone(process.env["TZ"]),
    logIn: () => readLogIn(host),
    now: () => new Date(),
  };
  return host;
}
