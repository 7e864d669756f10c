import { signApproval } from "../../services/approvals/approvalText.ts";
import { clock } from "../clock.ts";
import type { CommandContext } from "../context.ts";
import { endOfException } from "../endOfException.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
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

/** On the helpdesk's PC: signs an approval for the letter of an employee's request. */
export async function exceptionsApprove(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  const option = (name: string) => command.values.get(name)?.[0];
  const now = new Date();
  const until = option("until");
  const endsAt = until === undefined ? undefined : endOfException(until, now);
  if (endsAt === null) {
    terminal.complain(text.own("cli.exceptions.bad-end", { given: until ?? "" }));
    return exitCodes.badUsage;
  }
  const approver = option("name")?.trim().slice(0, 100);
  const input = await readLetterInput(context, command.positionals[0] ?? "");
  if (!input.ok) return input.exit;
  const { letter } = input;
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
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson({ approval, payload, request: letter.request, shortened: letter.shortened, policy: letter.policy })}\n`);
    return exitCodes.go;
  }
  const shorter = endsAt !== undefined && endsAt < new Date(letter.request.endsAt).toISOString();
  terminal.print([
    text.own("cli.desk.approved"),
    ...letterLines(context, letter),
    ...(shorter ? [text.own("cli.desk.shorter", { time: clock(endsAt, now, language) })] : []),
    ...wrap(text.own("cli.desk.approved.next", { time: clock(payload.expiresAt, now, language) }), terminal.columns),
    "",
    approval,
  ]);
  return exitCodes.go;
}
