import { type EnvironmentName, environmentNames, type Host } from "./host.ts";
import { commandKey, type Recording, recordBytes, recordingSchemaId } from "./recording.ts";

export interface Recorder {
  /** The same machine, with its clock stopped. */
  readonly host: Host;
  /** What has been asked and answered until now. */
  recording(about: Pick<Recording, "appVersion" | "policy">): Recording;
}

/**
 * Notes every answer of a machine, so that it can be given again. Its clock stands still: facts, ages and the decision are then of one moment,
 * and a replay finds the same one. An answer that was cancelled is noted as such.
 */
export function createRecorder(machine: Host): Recorder {
  const now = machine.now();
  const commands = new Map<string, Recording["commands"][string]>();
  const files = new Map<string, Recording["files"][string]>();
  const folders = new Map<string, Recording["folders"][string]>();
  const links = new Map<string, string | null>();
  const environment = new Map<EnvironmentName, string>();
  const egress = new Map<string, Recording["egress"][string]>();
  const tls = new Map<string, Recording["tls"][string]>();
  const http = new Map<string, Recording["http"][string]>();
  let interfaces: Recording["interfaces"];
  const host: Host = {
    ...machine,
    async run(command, signal, subject) {
      const result = await machine.run(command, signal, subject);
      const { outcome, code, stdout, stderr, durationMs } = result;
      commands.set(commandKey(command, subject), { outcome, code, stdout: recordBytes(stdout), stderr: recordBytes(stderr), durationMs });
      return result;
    },
    async readFile(path) {
      const answer = await machine.readFile(path);
      files.set(path, answer.outcome === "read" ? { ...answer, bytes: recordBytes(answer.bytes) } : { outcome: answer.outcome });
      return answer;
    },
    async readFolder(path) {
      const answer = await machine.readFolder(path);
      folders.set(path, answer.outcome === "read" ? { ...answer, names: [...answer.names] } : { outcome: answer.outcome });
      return answer;
    },
    async readLink(path) {
      const answer = await machine.readLink(path);
      links.set(path, answer);
      return answer;
    },
    environment(name) {
      const value = machine.environment(name);
      if (value !== undefined) environment.set(name, value);
      return value;
    },
    async egress(address, family) {
      const answer = await machine.egress(address, family);
      egress.set(address, { ...answer });
      return answer;
    },
    interfaces() {
      const answer = machine.interfaces();
      // The first answer is the one of the record; a replay gives it at every question.
      interfaces ??= answer.map((one) => ({ ...one }));
      return interfaces;
    },
    async tlsPeer(server, port, signal) {
      const answer = await machine.tlsPeer(server, port, signal);
      tls.set(`${server}:${port}`, { ...answer });
      return answer;
    },
    async httpProbe(url, signal) {
      const answer = await machine.httpProbe(url, signal);
      http.set(url, answer.outcome === "answered" ? { ...answer, body: recordBytes(answer.body) } : { ...answer });
      return answer;
    },
    now: () => now,
  };
  const sorted = <V>(entries: ReadonlyMap<string, V>): Record<string, V> =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  const homeFolder = machine.homeFolder();
  return {
    host,
    recording: (about) => ({
      schema: recordingSchemaId,
      os: machine.platform,
      ...about,
      now: now.toISOString(),
      commands: sorted(commands),
      files: sorted(files),
      folders: sorted(folders),
      links: sorted(links),
      missing: [],
      environment: Object.fromEntries(environmentNames.flatMap((name) => (environment.has(name) ? [[name, environment.get(name) ?? ""]] : []))),
      egress: sorted(egress),
      // Also when no probe asked: which addresses are this PC's own is needed to replace them.
      interfaces: interfaces ?? machine.interfaces().map((one) => ({ ...one })),
      tls: sorted(tls),
      http: sorted(http),
      groupIds: [...machine.groupIds()],
      timeZone: machine.timeZone(),
      hostname: machine.hostname(),
      userName: machine.userName(),
      ...(homeFolder === undefined ? {} : { homeFolder }),
    }),
  };
}
