import path from "node:path";
import { noteApproval } from "../../services/approvals/approvalLedger.ts";
import { signApproval } from "../../services/approvals/approvalText.ts";
import { clock } from "../clock.ts";
import type { CommandContext } from "../context.ts";
import { endOfException } from "../endOfException.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { readInput } from "../readInput.ts";
import { readLetterInput } from "../readLetterInput.ts";
import { letterLines } from "../render/letter.ts";
import { terminalJson } from "../terminalText.ts";
import { wrap } from "../wrap.ts";

const validForMs = 24 * 3_600_000;

type Payload = Parameters<typeof signApproval>[0];

function trySign(payload: Payload, pem: string): string | null {
  try {
    return signApproval(payload, pem);
  } catch {
    return null;
  }
}

/** On the helpdesk's PC: shows the letter of an employee's request, and signs an approval for it when it has been read (`--yes`). */
export async function exceptionsApprove(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  const option = (name: string) => command.values.get(name)?.[0];
  const now = new Date();
  const until = option("ends") ?? option("until");
  const endsAt = until === undefined ? undefined : endOfException(until, now);
  if (endsAt === null) {
    terminal.complain(text.own("cli.exceptions.bad-end", { given: until ?? "" }));
    return exitCodes.badUsage;
  }
  const approver = option("name")?.trim().slice(0, 100);
  const input = await readLetterInput(context, command.positionals[0] ?? "");
  if (!input.ok) return input.exit;
  const { letter } = input;
  const json = command.switches.has("json");
  const shorter = endsAt !== undefined && endsAt < new Date(letter.request.endsAt).toISOString();
  const asked = { request: letter.request, shortened: letter.shortened, policy: letter.policy };
  const shown = [...letterLines(context, letter), ...(shorter ? [text.own("cli.desk.shorter", { time: clock(endsAt, now, language) })] : [])];
  if (!command.switches.has("yes")) {
    if (json) terminal.write(`${terminalJson({ approval: null, code: letter.code, ...asked })}\n`);
    else terminal.print([text.own("cli.desk.read"), ...shown, ...wrap(text.own("cli.desk.read.next"), terminal.columns)]);
    return exitCodes.caution;
  }
  const keyFile = option("key") ?? "";
  const key = await readInput(context, keyFile, 1);
  if (key === null) return exitCodes.couldNotRun;
  const payload: Payload = {
    schema: "preflight-approval/1",
    code: letter.code,
    request: letter.digest,
    keyId: (option("key-id") ?? "").slice(0, 64),
    ...(approver ? { approver } : {}),
    approvedAt: now.toISOString(),
    ...(endsAt === undefined ? {} : { endsAt }),
    expiresAt: new Date(now.getTime() + validForMs).toISOString(),
  };
  const approval = trySign(payload, new TextDecoder().decode(key));
  if (approval === null) {
    terminal.complain(text.own("cli.policy.key-unusable", { file: keyFile }));
    return exitCodes.couldNotRun;
  }
  const ledger = option("ledger") ?? path.join(path.dirname(keyFile), "approvals.jsonl");
  try {
    // Before anybody sees the approval: none is in the world that is not noted.
    await noteApproval(ledger, { payload, ...asked, approval });
  } catch (error) {
    terminal.complain(text.own("cli.file.unwritable", { file: ledger, why: fileFailure(error, text) }));
    return exitCodes.couldNotRun;
  }
  if (json) {
    terminal.write(`${terminalJson({ approval, payload, ...asked })}\n`);
    return exitCodes.go;
  }
  terminal.print([
    text.own("cli.desk.approved"),
    ...shown,
    ...wrap(text.own("cli.desk.approved.next", { time: clock(payload.expiresAt, now, language) }), terminal.columns),
    "",
    approval,
  ]);
  return exitCodes.go;
}
