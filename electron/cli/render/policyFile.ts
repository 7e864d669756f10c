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

/** Every mistake with its line, so that an editor can jump there. */
export function policyProblemLines({ text, terminal }: CommandContext, file: string, problems: readonly PolicyFileProblem[]): readonly string[] {
  return [
    ...hanging(`${symbols.stop} `, text.own("cli.policy.invalid", { file, count: problems.length }), terminal.columns),
    ...problems.flatMap(({ line, path, detail }) => {
      const where = (line === undefined ? path : text.own("cli.policy.line", { line, path })).trim();
      return hanging("  - ", where === "" ? text.message({ key: detail }) : text.own("cli.policy.invalid.one", { where, detail }), terminal.columns);
    }),
  ];
}
