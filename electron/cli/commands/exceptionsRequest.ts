import { type ExceptionRequest, exceptionRequestSchema } from "../../../shared/exceptions.ts";
import type { PreflightService } from "../../services/preflight.ts";
import type { CommandContext } from "../context.ts";
import { endOfException } from "../endOfException.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { lightBadge } from "../render/light.ts";
import { showOf, timeOf, titleOf } from "../render/show.ts";
import { decideAll } from "../runChecks.ts";
import { terminalJson } from "../terminalText.ts";
import { wrap } from "../wrap.ts";

/** Names of the options behind the fields of a request. */
const optionOf: Readonly<Record<string, string>> = {
  checkId: "--check",
  subject: "--subject",
  activityId: "--activity",
  reason: "--reason",
  compensatingMeasure: "--measure",
  approver: "--approver",
  ticket: "--ticket",
};
/** What the person typed as a request, without the network. */
function typedRequest({ command }: CommandContext, endsAt: string): Record<string, string> {
  const fields: readonly (readonly [keyof ExceptionRequest, string])[] = [
    ["checkId", "check"],
    ["subject", "subject"],
    ["activityId", "activity"],
    ["reason", "reason"],
    ["compensatingMeasure", "measure"],
    ["approver", "approver"],
    ["ticket", "ticket"],
  ];
  const given = fields.flatMap(([field, option]) => {
    const value = command.values.get(option)?.[0];
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...Object.fromEntries(given), endsAt };
}

async function request(context: CommandContext, service: PreflightService, typed: Readonly<Record<string, string>>): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const json = command.switches.has("json");
  const run = await decideAll(context, service, { progress: json ? "nothing" : "bar" });
  if (!run.ok) return run.exit;
  const { networkId } = run.snapshot;
  if (command.switches.has("this-network") && networkId === null) {
    terminal.complain(text.own("cli.exceptions.no-network"));
    return exitCodes.stop;
  }
  const parsed = exceptionRequestSchema.safeParse({ ...typed, ...(command.switches.has("this-network") ? { networkId } : {}) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0] ?? "");
    const option = optionOf[field] ?? field;
    if (field === "checkId") terminal.complain(text.own("cli.refused.unknown-check", { check: command.values.get("check")?.[0] ?? "" }));
    else if (issue?.code === "too_big") terminal.complain(text.own("cli.exceptions.too-long", { option, max: Number(issue.maximum) }));
    else terminal.complain(text.own("cli.exceptions.empty", { option }));
    return exitCodes.badUsage;
  }
  const outcome = await service.requestException(parsed.data);
  if (!outcome.ok) {
    const params = { check: parsed.data.checkId, activity: parsed.data.activityId ?? "", limit: outcome.limit ?? 0 };
    terminal.complain(text.own(`cli.refused.${outcome.code}`, params));
    return outcome.code === "state-unwritable" ? exitCodes.couldNotRun : exitCodes.stop;
  }
  const { exception } = outcome;
  if (json) {
    terminal.write(`${terminalJson(exception)}\n`);
    return exitCodes.go;
  }
  const snapshot = service.snapshot();
  const show = showOf(context, snapshot);
  const light = snapshot.decision?.light;
  terminal.print([
    ...wrap(
      text.own("cli.exceptions.recorded", { id: exception.id, title: titleOf(show, exception.checkId), time: timeOf(show, exception.endsAt) }),
      terminal.columns,
    ),
    ...(light ? [text.own("cli.exceptions.light", { light: "" }) + lightBadge(show, light)] : []),
  ]);
  return exitCodes.go;
}

export async function exceptionsRequest(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const given = command.values.get("ends")?.[0] ?? "";
  const endsAt = endOfException(given, new Date());
  if (endsAt === null) {
    terminal.complain(text.own("cli.exceptions.bad-end", { given }));
    return exitCodes.badUsage;
  }
  return withService(context, (service) => request(context, service, typedRequest(context, endsAt)));
}
