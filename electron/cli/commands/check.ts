import type { CheckId } from "../../../shared/checks/verdict.ts";
import { nearest } from "../../../shared/nearest.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { checks } from "../../checks/registry.ts";
import type { PreflightService } from "../../services/preflight.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodeOfLight, exitCodes, lightOfOutcome } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { checkResult, chosenResult, policyLine } from "../render/checkResult.ts";
import { showOf } from "../render/show.ts";
import { decideAll, runChecks } from "../runChecks.ts";
import { terminalJson } from "../terminalText.ts";

/** The first chosen item that does not exist, as a sentence. */
function unknownChoice({ text }: CommandContext, chosen: readonly CheckId[]): string | undefined {
  const known = checks.map(({ id }) => id);
  const wrong = chosen.find((id) => !known.includes(id));
  if (wrong === undefined) return undefined;
  const word = nearest(wrong, known);
  return text.own("cli.only.unknown", { id: wrong, near: word === undefined ? "" : text.own("cli.near", { word }), known: known.join(", ") });
}

/** The worst of the chosen items alone. One that has no finding was not looked at, so nothing good can be said. */
function exitCodeOfChosen(snapshot: Snapshot, chosen: readonly CheckId[]): ExitCode {
  const codes = chosen.map((id) => {
    const finding = snapshot.findings.find(({ checkId }) => checkId === id);
    return finding === undefined ? exitCodes.couldNotRun : exitCodeOfLight(lightOfOutcome(finding.outcome));
  });
  const [worst = exitCodes.couldNotRun] = codes.sort((a, b) => b - a);
  return worst;
}

async function checkChosen(context: CommandContext, service: PreflightService, chosen: readonly CheckId[]): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const inPolicy = service.snapshot().checks.map(({ id }) => id);
  const absent = chosen.find((id) => !inPolicy.includes(id));
  if (absent !== undefined) {
    terminal.complain(text.own("cli.only.not-in-policy", { id: absent, known: inPolicy.join(", ") || text.own("cli.none") }));
    return exitCodes.badUsage;
  }
  const result = await runChecks(context, service, { checks: chosen, progress: command.switches.has("json") ? "nothing" : "bar" });
  if (!result.ok) return result.exit;
  if (command.switches.has("json")) terminal.write(`${terminalJson(result.snapshot)}\n`);
  else terminal.print(chosenResult(showOf(context, result.snapshot), chosen, command.switches.has("verbose")));
  return exitCodeOfChosen(result.snapshot, chosen);
}

export async function check(context: CommandContext): Promise<ExitCode> {
  const { command, terminal } = context;
  const json = command.switches.has("json");
  const chosen = [...new Set(command.values.get("only") ?? [])];
  const wrong = unknownChoice(context, chosen);
  if (wrong !== undefined) {
    terminal.complain(wrong);
    return exitCodes.badUsage;
  }
  const replay = command.values.get("replay")?.[0];
  if (replay !== undefined) return (await import("./checkReplay.ts")).checkReplay(context, replay);
  if (command.values.has("os")) {
    terminal.complain(context.text.own("cli.replay.os-alone"));
    return exitCodes.badUsage;
  }
  return withService(context, async (service) => {
    if (!json)
      terminal.print([
        `${terminal.style.bold("Preflight")}  ${terminal.style.dim(policyLine(showOf(context, service.snapshot())))}`,
        ...(terminal.interactive && chosen.length === 0 ? [""] : []),
      ]);
    if (chosen.length > 0) return checkChosen(context, service, chosen);
    const run = await decideAll(context, service, { progress: json ? "nothing" : "lines" });
    if (!run.ok) return run.exit;
    const options = { verbose: command.switches.has("verbose"), listFine: !terminal.interactive };
    if (json) terminal.write(`${terminalJson(run.snapshot)}\n`);
    else terminal.print(checkResult(showOf(context, run.snapshot), run.decision, options));
    return exitCodeOfLight(run.decision.light);
  });
}
