import type { Decision } from "../../../shared/decision.ts";
import { questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { Recording } from "../../host/recording.ts";
import { hanging, labelled } from "../layout.ts";
import { terminalText } from "../terminalText.ts";
import { folded, heading, todo } from "./checkResult.ts";
import { clearanceTable } from "./clearances.ts";
import { lightBadge } from "./light.ts";
import { type Show, timeOf } from "./show.ts";

export interface Replayed {
  readonly folder: string;
  readonly recording: Pick<Recording, "now" | "appVersion">;
  readonly platform: Platform;
  /** The policy of the recording, when another one judged. */
  readonly otherPolicy: { readonly id: string; readonly revision: number } | null;
  readonly unknownCommands: readonly string[];
  readonly misses: readonly string[];
  readonly verbose: boolean;
}

const listed = 20;

function listOf(names: readonly string[]): string {
  return names.slice(0, listed).map(terminalText).join(", ") + (names.length > listed ? ", …" : "");
}

/** A judged recording: the light of another moment, said so before and after it. */
export function replayResult(show: Show, decision: Decision, about: Replayed): readonly string[] {
  const { text, style, columns, snapshot } = show;
  const findings = worstFirst(snapshot.findings, questionsIn(snapshot.checks));
  const { otherPolicy, unknownCommands, misses, recording } = about;
  const time = timeOf(show, recording.now);
  const head = text.own("cli.replay.head", { folder: about.folder, os: about.platform, time, version: recording.appVersion });
  const notes = [
    ...(otherPolicy === null ? [] : [text.own("cli.replay.policy", { id: otherPolicy.id, revision: otherPolicy.revision })]),
    ...(unknownCommands.length === 0 ? [] : [text.own("cli.replay.commands", { list: listOf(unknownCommands) })]),
    ...(misses.length === 0 ? [] : [text.own("cli.replay.misses", { count: misses.length, list: listOf(misses) })]),
  ];
  return [
    ...hanging("", head, columns),
    "",
    `${lightBadge(show, decision.light)}  ${style.bold(text.own(`cli.replay.light.${decision.light}`))}`,
    ...hanging("  ", text.own("cli.replay.note"), columns),
    ...notes.flatMap((note) => hanging("  ! ", note, columns)),
    ...todo(show, findings, about.verbose),
    ...folded(show, findings, about.verbose, true),
    ...heading(show, text.own("cli.replay.heading")),
    ...clearanceTable(show, decision.clearances),
    "",
    ...labelled([[text.own("cli.label.coverage"), text.own("cli.coverage", decision.coverage)]], 2, columns),
    ...hanging("  ", text.own("cli.replay.note"), columns),
  ];
}
