import type { Policy } from "../../../shared/policy/schema.ts";
import type { PolicyFileProblem } from "../../services/policy/parsePolicy.ts";
import type { CommandContext } from "../context.ts";
import { hanging } from "../layout.ts";
import { symbols } from "../style.ts";

export function policyValidLine({ text, terminal, language }: CommandContext, file: string, policy: Policy): readonly string[] {
  const params = {
    file,
    title: policy.title[language],
    revision: policy.revision,
    rules: Object.keys(policy.rules).length,
    activities: policy.activities.length,
  };
  return hanging(`${symbols.go} `, text.own("cli.policy.valid", params), terminal.columns);
}

/** What is wrong, in the author's language where there are words for it. */
function policyProblemText({ text }: CommandContext, { detail, mistake }: PolicyFileProblem): string {
  if (mistake === undefined) return detail;
  const said = text.own(`cli.policy.mistake.${mistake.kind}`, mistake.params);
  return mistake.suggestion === undefined ? said : text.own("cli.policy.mistake.suggestion", { detail: said, suggestion: mistake.suggestion });
}

/** Every mistake with its line, so that an editor can jump there. */
export function policyProblemLines(context: CommandContext, file: string, problems: readonly PolicyFileProblem[]): readonly string[] {
  const { text, terminal } = context;
  return [
    ...hanging(`${symbols.stop} `, text.own("cli.policy.invalid", { file, count: problems.length }), terminal.columns),
    ...problems.flatMap((problem) => {
      const { line, path } = problem;
      const detail = policyProblemText(context, problem);
      const where = (line === undefined ? path : text.own("cli.policy.line", { line, path })).trim();
      return hanging("  - ", where === "" ? text.message({ key: detail }) : text.own("cli.policy.invalid.one", { where, detail }), terminal.columns);
    }),
  ];
}
