import { rulesToRead } from "../../../shared/conduct.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { labelled } from "../layout.ts";
import { withService } from "../openService.ts";
import { policyWords, showOf, timeOf } from "../render/show.ts";

/** The rules are accepted in this revision; how long that holds is the check's business. */
export async function rules(context: CommandContext): Promise<ExitCode> {
  const { terminal, text } = context;
  return withService(context, async (service) => {
    const snapshot = service.snapshot();
    const show = showOf(context, snapshot);
    const { revision } = snapshot.policy;
    const lines = rulesToRead(snapshot.policyTexts).flatMap((rule, index) => [
      terminal.style.bold(`${index + 1}. ${policyWords(show, rule.title)}`),
      ...(rule.text === null ? [] : labelled([["", policyWords(show, rule.text)]], 3, terminal.columns)),
    ]);
    const said = snapshot.declarations.find(({ checkId, affirmed }) => checkId === "rules-accepted" && affirmed);
    const accepted = said?.policyRevision === revision;
    const state =
      said === undefined
        ? text.own("cli.rules.never", { revision })
        : text.own(accepted ? "cli.rules.accepted" : "cli.rules.older", { revision, before: said.policyRevision, at: timeOf(show, said.at) });
    terminal.print([text.own("cli.rules.title", { title: policyWords(show, snapshot.policy.title), revision }), "", ...lines, "", state]);
    return accepted ? exitCodes.go : exitCodes.caution;
  });
}
