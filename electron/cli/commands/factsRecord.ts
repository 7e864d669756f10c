import path from "node:path";
import { platformOf } from "../../../shared/platform.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import { checks } from "../../checks/registry.ts";
import { createNodeHost } from "../../host/nodeHost.ts";
import { createRecorder } from "../../host/recordingHost.ts";
import { createReplay } from "../../host/replayHost.ts";
import type { LoadedPolicy } from "../../services/policySource.ts";
import { differences, judgeWithoutState } from "../../services/recording/judgeRecording.ts";
import { readRecording, recordingFile } from "../../services/recording/readRecording.ts";
import { redactRecording } from "../../services/recording/redactRecording.ts";
import { openStateStore } from "../../services/stateStore.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { hanging } from "../layout.ts";
import { foldersOfThisPc } from "../openService.ts";
import { policyInForce } from "../policyInForce.ts";
import { type RecordingPlace, recordingPlace } from "../recordingPlace.ts";
import { lightBadge } from "../render/light.ts";
import { symbols } from "../style.ts";
import { terminalJson, terminalText } from "../terminalText.ts";

/**
 * `preflight facts --record DIR`: a run with nothing kept, its answers written with pseudonyms, read back, replayed and compared.
 * The journal is not touched: a recording clears nobody for work.
 */
export async function factsRecord(context: CommandContext, given: string): Promise<ExitCode> {
  const { command, terminal, text } = context;
  if (command.positionals.length > 0) {
    terminal.complain(text.own("cli.record.no-facts"));
    return exitCodes.badUsage;
  }
  const loaded = await policyInForce(context);
  if (loaded === null) return exitCodes.couldNotRun;
  if (loaded.refusal) {
    terminal.complain(text.own("cli.record.policy-refused"));
    return exitCodes.couldNotRun;
  }
  const place = await recordingPlace(context, path.resolve(given));
  if (place === null) return exitCodes.couldNotRun;
  try {
    const ended = await recordInto(place, context, given, loaded);
    // A recording is whole, or it is not there.
    if (ended === exitCodes.couldNotRun || ended === exitCodes.interrupted) await place.undo();
    return ended;
  } catch (error) {
    await place.undo();
    throw error;
  }
}

async function recordInto(
  { write }: RecordingPlace,
  { command, terminal, text, interrupted, version }: CommandContext,
  given: string,
  { policy, summary }: LoadedPolicy,
): Promise<ExitCode> {
  const folder = path.resolve(given);
  const { id, revision, digest } = summary;
  const recorder = createRecorder(createNodeHost(platformOf(process.platform)));
  const here = await judgeWithoutState(recorder.host, { checks, policy, signal: interrupted });
  if (here === null) return exitCodes.interrupted;
  // Only for its key: the same PC gets the same pseudonyms again.
  const { secretKey } = await openStateStore(foldersOfThisPc().state, () => new Date());
  const recording = redactRecording(recorder.recording({ appVersion: version, policy: { id, revision, digest } }), here.facts, policy, secretKey);
  if (!(await write(recordingFile, `${JSON.stringify(recording, null, 1)}\n`))) return exitCodes.couldNotRun;
  const reading = await readRecording(folder);
  if (!reading.ok) {
    terminal.complain(text.own(`cli.replay.${reading.problem.code}`, { folder: given, detail: reading.problem.detail }));
    return exitCodes.couldNotRun;
  }
  const replay = createReplay(reading.recording, recorder.host.platform);
  const again = await judgeWithoutState(replay.host, { checks, policy, signal: interrupted });
  if (again === null) return exitCodes.interrupted;
  const { findings, decision } = again.judgment;
  const decided = { schema: "preflight-replay/1", policy: { id, revision, digest }, findings, decision };
  if (!(await write("facts.json", `${canonicalJson(again.facts)}\n`)) || !(await write("decision.json", `${canonicalJson(decided)}\n`)))
    return exitCodes.couldNotRun;
  const different = [...differences(here.judgment, again.judgment), ...replay.misses()];
  const same = different.length === 0;
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson({ schema: "preflight-record/1", folder, light: decision.light, same, different })}\n`);
  } else {
    const { columns, style } = terminal;
    const what = different.map(terminalText).join(", ").slice(0, 500);
    terminal.print([
      ...hanging(`${style.light("go", symbols.go)} `, text.own("cli.record.written", { folder: given }), columns),
      ...hanging("  ", text.own("cli.record.hidden"), columns),
      `  ${lightBadge({ style, text }, decision.light)}  ${text.own("cli.replay.note")}`,
      ...(same ? hanging("  ", text.own("cli.record.same"), columns) : []),
    ]);
    if (!same) terminal.complain(text.own("cli.record.differs", { what }));
  }
  return same ? exitCodes.go : exitCodes.stop;
}
