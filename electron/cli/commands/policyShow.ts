import { assertNever } from "../../../shared/assertNever.ts";
import type { Rule } from "../../../shared/policy/schema.ts";
import type { LoadedPolicy } from "../../services/policySource.ts";
import type { CommandContext } from "../context.ts";
import { displayWidth, padEnd } from "../displayWidth.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { hanging, labelled } from "../layout.ts";
import { policyInForce } from "../policyInForce.ts";
import { titleOf } from "../render/show.ts";
import { symbols } from "../style.ts";
import { terminalJson, terminalText } from "../terminalText.ts";

function levelWord({ text, terminal }: CommandContext, { level, graceDays }: Rule): string {
  const grace = graceDays > 0 && level === "required" ? `  ${text.own("cli.policy.grace", { days: graceDays })}` : "";
  switch (level) {
    case "required":
      return terminal.style.bold(text.own("cli.policy.level.required")) + grace;
    case "recommended":
      return text.own("cli.policy.level.recommended");
    case "off":
      return terminal.style.dim(text.own("cli.policy.level.off"));
    default:
      return assertNever(level);
  }
}

function refusalLines({ text, terminal }: CommandContext, { refusal }: LoadedPolicy): readonly string[] {
  if (!refusal) return [];
  return [
    ...hanging(`${symbols.stop} `, text.own("cli.policy.refused", { file: refusal.file, code: refusal.code }), terminal.columns).map((line) =>
      terminal.style.light("stop", line),
    ),
    ...hanging("  ", terminalText(refusal.detail), terminal.columns),
    ...hanging("  ", text.message({ key: "integrity.policy-refused" }), terminal.columns),
    "",
  ];
}

export async function policyShow(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  const loaded = await policyInForce(context, { examine: true });
  if (loaded === null) return exitCodes.couldNotRun;
  const { policy, summary, refusal, notices } = loaded;
  for (const notice of notices) terminal.complain(text.own(`cli.policy-note.${notice}`));
  if (summary.ownership !== undefined) terminal.complain(text.message({ key: `policy.ownership.${summary.ownership}` }));
  const exit = refusal ? exitCodes.stop : exitCodes.go;
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson({ summary, refusal, notices, policy })}\n`);
    return exit;
  }
  const rules = Object.entries(policy.rules);
  const width = Math.max(0, ...rules.map(([id]) => displayWidth(id)));
  const titles = Math.max(0, ...rules.map(([id]) => displayWidth(titleOf(context, id))));
  terminal.print([
    ...refusalLines(context, loaded),
    ...labelled(
      [
        [text.own("cli.policy.label.id"), terminalText(`${policy.title[language]} (${policy.id}, ${policy.revision}, ${policy.issued})`)],
        [text.own("cli.policy.label.origin"), text.message({ key: `policy.origin.${summary.origin}` })],
        [text.own("cli.policy.label.digest"), terminalText(summary.digest)],
        [text.own("cli.policy.label.validity"), text.own("cli.policy.minutes", { minutes: policy.validity.minutes })],
      ],
      0,
      terminal.columns,
    ),
    "",
    terminal.style.bold(text.own("cli.policy.heading.rules")),
    ...rules.map(([id, rule]) => `  ${padEnd(id, width)}  ${padEnd(titleOf(context, id), titles)}  ${levelWord(context, rule)}`),
  ]);
  return exit;
}
