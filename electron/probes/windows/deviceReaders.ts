import { known, unknown } from "../../../shared/observation.ts";
import type { CommandId } from "../../host/commands.ts";
import type { CommandResult } from "../../host/host.ts";
import type { Reader, Readers, Reading, RecordedOutput } from "../reader.ts";
import { joinOf, mayBeCut, parseDsregcmd } from "./dsregcmdParser.ts";
import { type PowerSettingId, parsePowercfg, parseSleepStates } from "./powercfgParser.ts";
import { registryReaders } from "./registryReaders.ts";
import { judgeRunningApps } from "./runningApps.ts";
import { readScript } from "./scriptReadings.ts";
import { judgeSockets, parseNetstat } from "./sockets.ts";
import { parseTasklist } from "./tasklistParser.ts";

const resultOf = (command: CommandId, { code, stdout, stderr }: RecordedOutput): CommandResult => ({
  command,
  outcome: "exited",
  code,
  stdout,
  stderr,
  durationMs: 0,
});

const failed = (fact: Reading["fact"], command: string, code: number): readonly Reading[] => [
  { fact, observation: unknown("failed", `${command}: exit ${code}`) },
];

/** How long until the setting acts, or whether it asks for the password: what one power setting alone says of the lock. */
const readPowercfg =
  (id: PowerSettingId): Reader =>
  ({ code, stdout }) => {
    if (code !== 0) return failed("screen-lock", "powercfg", code);
    const values = parsePowercfg(stdout, id);
    if (!values.ok) return [{ fact: "screen-lock", observation: unknown("unparsed", values.detail) }];
    const { ac, dc } = values.value;
    const value = id === "consolelock" ? { passwordPluggedIn: ac === 1, passwordOnBattery: dc === 1 } : { pluggedInSeconds: ac, batterySeconds: dc };
    return [{ fact: "screen-lock", observation: known(value) }];
  };

const readDsregcmd: Reader = ({ code, stdout }) => {
  if (code !== 0) return failed("management", "dsregcmd", code);
  const registration = parseDsregcmd(stdout);
  if (!registration.ok) return [{ fact: "management", observation: unknown("unparsed", registration.detail) }];
  const join = joinOf(registration.value);
  const { hello, revoked } = registration.value;
  return [
    {
      fact: "management",
      ...(mayBeCut(registration.value) ? { part: true } : {}),
      observation: join === null ? unknown("unparsed", "dsregcmd: the part about the user is missing") : known({ join, revoked }),
    },
    ...(hello === null ? [] : [{ fact: "accounts" as const, observation: known({ biometrics: hello }) }]),
  ];
};

/** How the output of each command of the device facts is read. */
export const windowsDeviceReaders: Readers = {
  powershell: (output) => readScript(resultOf("powershell", output)),
  ...registryReaders,
  "dsregcmd-status": readDsregcmd,
  "powercfg-query-videoidle": readPowercfg("videoidle"),
  "powercfg-query-standbyidle": readPowercfg("standbyidle"),
  "powercfg-query-consolelock": readPowercfg("consolelock"),
  "powercfg-sleep-states": ({ code, stdout }) => {
    if (code !== 0) return failed("screen-lock", "powercfg", code);
    const states = parseSleepStates(stdout);
    return [{ fact: "screen-lock", observation: states.ok ? known(states.value) : unknown("unparsed", states.detail) }];
  },
  netstat: ({ code, stdout }) => {
    if (code !== 0) return failed("listening-services", "netstat", code);
    const sockets = parseNetstat(stdout);
    const judged = sockets.ok ? judgeSockets(sockets.value) : sockets;
    return [{ fact: "listening-services", observation: judged.ok ? known(judged.value) : unknown("unparsed", judged.detail) }];
  },
  tasklist: ({ code, stdout }) => {
    if (code !== 0) return failed("running-apps", "tasklist", code);
    const names = parseTasklist(stdout);
    const observation = names.ok
      ? judgeRunningApps({ ok: true, names: names.value, count: names.value.length }, [])
      : unknown("unparsed", names.detail);
    // The list has no end, and which of the programs matter is in the policy.
    return [{ fact: "running-apps", part: true, observation }];
  },
};
