import { nearest } from "../../../shared/nearest.ts";
import { checks } from "../../checks/registry.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { findingBlock } from "../render/finding.ts";
import { showOf, titleOf } from "../render/show.ts";
import { runChecks } from "../runChecks.ts";

export async function open(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [id = ""] = command.positionals;
  const known = checks.map((check) => check.id);
  if (!known.includes(id)) {
    const word = nearest(id, known);
    terminal.complain(text.own("cli.only.unknown", { id, near: word === undefined ? "" : text.own("cli.near", { word }), known: known.join(", ") }));
    return exitCodes.badUsage;
  }
  return withService(context, async (service) => {
    const inPolicy = service.snapshot().checks.map((check) => check.id);
    if (!inPolicy.includes(id)) {
      terminal.complain(text.own("cli.only.not-in-policy", { id, known: inPolicy.join(", ") || text.own("cli.none") }));
      return exitCodes.badUsage;
    }
    const run = await runChecks(context, service, { checks: [id], progress: "bar" });
    if (!run.ok) return run.exit;
    if (!(await context.signals.commit())) return exitCodes.interrupted;
    const answer = await service.openRemedy(id);
    const finding = run.snapshot.findings.find(({ checkId }) => checkId === id);
    if (finding) terminal.print(findingBlock(showOf(context, run.snapshot), finding, false));
    if (answer.ok) {
      terminal.print([text.own("cli.open.done", { title: titleOf({ text }, id) })]);
      return exitCodes.go;
    }
    terminal.complain(text.own(`cli.open.${answer.code}`));
    return answer.code === "not-started" ? exitCodes.couldNotRun : exitCodes.stop;
  });
}
