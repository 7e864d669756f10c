import { nearest } from "../../../shared/nearest.ts";
import { checks } from "../../checks/registry.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { titleOf } from "../render/show.ts";

export async function declare(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [id = "", answer] = command.positionals;
  const declared = checks.filter(({ kind }) => kind === "declared").map((one) => one.id);
  if (!declared.includes(id)) {
    const measured = checks.some((one) => one.id === id);
    const word = nearest(id, declared);
    const known = declared.join(", ") || text.own("cli.none");
    terminal.complain(
      measured
        ? text.own("cli.declare.measured", { check: id, known })
        : text.own("cli.only.unknown", { id, near: word === undefined ? "" : text.own("cli.near", { word }), known }),
    );
    return measured ? exitCodes.stop : exitCodes.badUsage;
  }
  return withService(context, async (service) => {
    const outcome = await service.declare(id, answer === "yes");
    if (outcome.ok) {
      terminal.print([text.own(answer === "yes" ? "cli.declare.done.yes" : "cli.declare.done.no", { title: titleOf({ text }, id) })]);
      return exitCodes.go;
    }
    if (outcome.code === "by-lessons") {
      terminal.complain(text.own("cli.declare.by-lessons"));
      return exitCodes.stop;
    }
    if (outcome.code === "unknown-check") {
      const inPolicy = service.snapshot().checks.flatMap((one) => (one.kind === "declared" ? [one.id] : []));
      terminal.complain(text.own("cli.only.not-in-policy", { id, known: inPolicy.join(", ") || text.own("cli.none") }));
      return exitCodes.stop;
    }
    terminal.complain(text.own("cli.declare.unwritable"));
    return exitCodes.couldNotRun;
  });
}
