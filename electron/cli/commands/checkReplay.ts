import path from "node:path";
import { type Platform, platformOf, platforms } from "../../../shared/platform.ts";
import { checks } from "../../checks/registry.ts";
import { createNodeHost } from "../../host/nodeHost.ts";
import { createReplay } from "../../host/replayHost.ts";
import { managedFolderOf } from "../../services/managed/managedFolder.ts";
import { proofOfThisPc } from "../../services/managed/proof.ts";
import { type LoadedPolicy, loadPolicy, PolicyFileError } from "../../services/policySource.ts";
import { judgeWithoutState } from "../../services/recording/judgeRecording.ts";
import { readRecording } from "../../services/recording/readRecording.ts";
import { freshModel, snapshotOf } from "../../services/snapshotOf.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodeOfLight, exitCodes } from "../exitCodes.ts";
import { complainAboutPolicy, foldersOfThisPc } from "../openService.ts";
import { policyLine } from "../render/checkResult.ts";
import { replayResult } from "../render/replayResult.ts";
import { showOf } from "../render/show.ts";
import { terminalJson } from "../terminalText.ts";

/** A file that was named always counts: it is not this PC that is judged, so the organisation's policy of this PC need not be kept. */
async function policyFor(context: CommandContext): Promise<LoadedPolicy | null> {
  const openedFile = context.command.values.get("policy")?.[0];
  try {
    if (openedFile !== undefined) return await loadPolicy({ managedFolder: null, openedFile, checks, highestSeen: {} });
    const host = createNodeHost(platformOf(process.platform));
    const managedFolder = await managedFolderOf(host, foldersOfThisPc().managed);
    return await loadPolicy({ managedFolder, checks, highestSeen: {}, proof: await proofOfThisPc(host, managedFolder).now() });
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    complainAboutPolicy(context, error);
    return null;
  }
}

/** `preflight check --replay DIR`: nothing of this PC is looked at, and nothing is kept. */
export async function checkReplay(context: CommandContext, folder: string): Promise<ExitCode> {
  const { command, terminal, text, interrupted } = context;
  const complain = (sentence: string, code: ExitCode): ExitCode => {
    terminal.complain(sentence);
    return code;
  };
  if (command.values.has("only")) return complain(text.own("cli.replay.with-only"), exitCodes.badUsage);
  const reading = await readRecording(path.resolve(folder));
  if (!reading.ok) {
    const { code, detail } = reading.problem;
    return complain(text.own(`cli.replay.${code}`, { folder, detail }), exitCodes.couldNotRun);
  }
  const { recording, unknownCommands } = reading;
  const asked = platforms.find((os) => os === command.values.get("os")?.[0]);
  if (recording.os !== undefined && asked !== undefined && asked !== recording.os)
    return complain(text.own("cli.replay.os-differs", { folder, os: recording.os }), exitCodes.badUsage);
  const platform: Platform | undefined = recording.os ?? asked;
  if (platform === undefined) return complain(text.own("cli.replay.os-missing", { folder }), exitCodes.badUsage);
  const loaded = await policyFor(context);
  if (loaded === null) return exitCodes.couldNotRun;
  if (loaded.refusal)
    return complain(text.own("cli.policy.refused", { file: loaded.refusal.file, code: loaded.refusal.code }), exitCodes.couldNotRun);
  const replay = createReplay(recording, platform);
  const judged = await judgeWithoutState(replay.host, { checks, policy: loaded.policy, signal: interrupted });
  if (judged === null) return exitCodes.interrupted;
  const { facts, judgment } = judged;
  const model = {
    ...freshModel,
    loaded,
    phase: { kind: "finished" },
    facts,
    findings: judgment.findings,
    judgment,
    clock: { now: () => judgment.input.now, host: () => judgment.input.now, aheadMs: 0 },
  } as const;
  const nothingKept = { exceptions: { kept: [], proved: [] }, declarations: { declarations: [] }, requests: { open: [], steps: [] } };
  const snapshot = {
    ...snapshotOf({ ...model, state: nothingKept }, { app: { version: context.version, platform }, checks }),
    // The code of the helpdesk belongs to a run of a PC.
    helpdeskCode: null,
    replayed: { recordedAt: recording.now, appVersion: recording.appVersion },
  };
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson(snapshot)}\n`);
  } else {
    const show = showOf(context, snapshot);
    const { policy } = recording;
    const otherPolicy = policy !== undefined && policy.digest !== loaded.summary.digest ? policy : null;
    const about = { folder, recording, platform, otherPolicy, unknownCommands, misses: replay.misses(), verbose: command.switches.has("verbose") };
    terminal.print([`${terminal.style.bold("Preflight")}  ${terminal.style.dim(policyLine(show))}`, ...replayResult(show, judgment.decision, about)]);
  }
  return exitCodeOfLight(judgment.decision.light);
}
