import { nearest } from "../../../shared/nearest.ts";
import { platformOf } from "../../../shared/platform.ts";
import { checks } from "../../checks/registry.ts";
import { type Explanation, explainCheck } from "../../services/policy/explain.ts";
import type { CommandContext } from "../context.ts";
import { displayWidth, padEnd } from "../displayWidth.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { hanging, type LabelledRow, labelled } from "../layout.ts";
import { policyInForce } from "../policyInForce.ts";
import { titleOf } from "../render/show.ts";
import { terminalText } from "../terminalText.ts";

function catalogue(context: CommandContext): readonly string[] {
  const width = Math.max(...checks.map(({ id }) => displayWidth(id)));
  return checks.map(({ id }) => `  ${padEnd(id, width)}  ${titleOf(context, id)}`);
}

function written(value: unknown): string {
  return terminalText(value === undefined ? "-" : JSON.stringify(value));
}

function page({ text, terminal }: CommandContext, explained: Explanation): readonly string[] {
  const { style, columns } = terminal;
  const { rule } = explained;
  const steps = explained.remedies.flatMap(({ id, steps: perOs }) =>
    perOs[platformOf(process.platform)].map((step, index): LabelledRow => [index === 0 ? id : "", step, `${index + 1}. `]),
  );
  const section = (key: "settings" | "answers" | "remedies", lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", style.bold(text.own(`cli.explain.${key}`)), ...lines];
  return [
    `${style.bold(explained.title)}  ${style.dim(`${explained.id}・${text.message({ key: `kind.${explained.kind}` })}・${text.message({ key: `group.${explained.group}` })}`)}`,
    ...hanging("  ", explained.why, columns),
    "",
    ...labelled(
      [
        [text.own("cli.explain.level"), text.own(`cli.policy.level.${rule.level}`)],
        ...(rule.requiredFor === undefined ? [] : [[text.own("cli.explain.requiredFor"), written(rule.requiredFor)] as const]),
        [text.own("cli.explain.grace"), text.own("cli.explain.days", { days: rule.graceDays })],
        [text.own("cli.explain.exceptions"), text.own(rule.exceptions.allowed ? "cli.explain.allowed" : "cli.explain.forbidden")],
        ...(rule.source === undefined ? [] : [[text.own("cli.explain.source"), terminalText(rule.source)] as const]),
        [text.own("cli.explain.facts"), explained.facts.join(", ") || text.own("cli.none")],
      ],
      2,
      columns,
    ),
    ...section(
      "settings",
      explained.settings.flatMap((one) => [
        ...hanging(`  ${style.bold(one.name)}: `, `${written(one.current)}  (${text.own("cli.explain.default")} ${written(one.default)})`, columns),
        ...(one.description === "" ? [] : hanging("    ", terminalText(one.description), columns)),
      ]),
    ),
    ...section(
      "answers",
      explained.messages.flatMap((message) => hanging("  - ", message, columns)),
    ),
    ...section("remedies", labelled(steps, 2, columns)),
  ];
}

export async function policyExplain(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  const [id] = command.positionals;
  if (id === undefined) {
    terminal.print(catalogue(context));
    return exitCodes.go;
  }
  const known = checks.map((check) => check.id);
  if (!known.includes(id)) {
    const word = nearest(id, known);
    terminal.complain(text.own("cli.only.unknown", { id, near: word === undefined ? "" : text.own("cli.near", { word }), known: known.join(", ") }));
    return exitCodes.badUsage;
  }
  const loaded = await policyInForce(context);
  if (loaded === null) return exitCodes.couldNotRun;
  const explained = explainCheck(id, checks, loaded.policy, language);
  if (explained === null) throw new Error(`no explanation for ${id}`);
  terminal.print(page(context, explained));
  return exitCodes.go;
}
