import { nearest } from "../../../shared/nearest.ts";
import { checks } from "../../checks/registry.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { titleOf } from "../render/show.ts";
import { decideAll } from "../runChecks.ts";

const longest = 1000;

/** Looks at everything, then keeps that the result of one item is called wrong. */
export async function dispute(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [id = ""] = command.positionals;
  const words = command.values.get("words")?.[0]?.trim() ?? "";
  const known = checks.map((one) => one.id);
  if (!known.includes(id)) {
    const word = nearest(id, known);
    terminal.complain(text.own("cli.only.unknown", { id, near: word === undefined ? "" : text.own("cli.near", { word }), known: known.join(", ") }));
    return exitCodes.badUsage;
  }
  if (words === "" || words.length > longest) {
    terminal.complain(text.own("cli.dispute.words-needed", { longest }));
    return exitCodes.badUsage;
  }
  return withService(context, async (service) => {
    const run = await decideAll(context, service, { progress: "bar" });
    if (!run.ok) return run.exit;
    const outcome = await service.dispute(id, words);
    if (outcome.ok) {
      const code = service.snapshot().helpdeskCode ?? "";
      terminal.print([text.own("cli.dispute.done", { title: titleOf({ text }, id) }), text.own("cli.dispute.tell", { code })]);
      return exitCodes.go;
    }
    terminal.complain(
      outcome.code === "unknown-check" ? text.own("cli.only.not-in-policy", { id, known: known.join(", ") }) : text.own("cli.dispute.unwritable"),
    );
    return outcome.code === "unknown-check" ? exitCodes.stop : exitCodes.couldNotRun;
  });
}
