import { type ExceptionRequest, exceptionRequestSchema } from "../../../shared/exceptions.ts";
import type { PreflightService } from "../../services/preflight.ts";
import type { CommandContext } from "../context.ts";
import { endOfException } from "../endOfException.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { grantedLines } from "../render/granted.ts";
import { openedLines } from "../render/requests.ts";
import { showOf } from "../render/show.ts";
import { decideAll } from "../runChecks.ts";
import { terminalJson } from "../terminalText.ts";

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

/** Keeps a request for the helpdesk: nothing is allowed yet, which the exit code says. */
async function openRequest(context: CommandContext, service: PreflightService, asked: ExceptionRequest): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const outcome = await service.openRequest(asked);
  if (!outcome.ok) {
    const params = { check: asked.checkId, activity: asked.activityId ?? "", limit: outcome.limit ?? 0 };
    if (outcome.code === "too-many-requests") terminal.complain(text.own("cli.request.too-many", params));
    else terminal.complain(text.own(`cli.refused.${outcome.code}`, params));
    return outcome.code === "state-unwritable" ? exitCodes.couldNotRun : exitCodes.stop;
  }
  if (command.switches.has("json")) terminal.write(`${terminalJson(outcome.pending)}\n`);
  else terminal.print(openedLines(showOf(context, service.snapshot()), outcome.pending, terminal.interactive));
  return exitCodes.caution;
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
  const { approvalBy } = run.snapshot.policyTexts.exceptions;
  if (command.switches.has("helpdesk") || !approvalBy.includes("employee")) return openRequest(context, service, parsed.data);
  const outcome = await service.requestException(parsed.data);
  if (!outcome.ok) {
    const params = { check: parsed.data.checkId, activity: parsed.data.activityId ?? "", limit: outcome.limit ?? 0 };
    terminal.complain(text.own(`cli.refused.${outcome.code}`, params));
    return outcome.code === "state-unwritable" ? exitCodes.couldNotRun : exitCodes.stop;
  }
  if (json) terminal.write(`${terminalJson(outcome.exception)}\n`);
  else terminal.print(grantedLines(showOf(context, service.snapshot()), outcome.exception));
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
