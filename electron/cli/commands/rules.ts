import { rulesToRead } from "../../../shared/conduct.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { labelled } from "../layout.ts";
import { withService } from "../openService.ts";
import { policyWords, showOf, timeOf } from "../render/show.ts";

/** Whether they are accepted is what the check itself says, also before a run. */
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
    const answer = snapshot.answers.find(({ checkId }) => checkId === "rules-accepted");
    const accepted = said !== undefined && answer?.counts === true;
    const at = said === undefined ? "" : timeOf(show, said.at);
    const why = said === undefined || answer === undefined ? text.own("cli.rules.never") : text.message(answer.message);
    const state = accepted
      ? text.own("cli.rules.accepted", { at })
      : [why, ...(said ? [text.own("cli.rules.before", { at })] : []), text.own("cli.rules.how")].join(" ");
    terminal.print([text.own("cli.rules.title", { title: policyWords(show, snapshot.policy.title), revision }), "", ...lines, "", state]);
    return accepted ? exitCodes.go : exitCodes.caution;
  });
}
