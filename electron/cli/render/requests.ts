import type { PendingRequest } from "../../../shared/approvals.ts";
import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import { type LabelledRow, labelled } from "../layout.ts";
import { symbols } from "../style.ts";
import { terminalText } from "../terminalText.ts";
import { scopeOf } from "./exceptions.ts";
import { qrLines } from "./qr.ts";
import { type Show, timeOf, titleOf } from "./show.ts";

export function requestRows(show: Show, request: ExceptionRequest): readonly LabelledRow[] {
  const { text } = show;
  const named = [request.approver, request.ticket].filter((part) => part !== undefined).join(" / ");
  return [
    [text.own("cli.label.reason"), terminalText(request.reason)],
    [text.own("cli.label.measure"), terminalText(request.compensatingMeasure)],
    [text.own("cli.label.scope"), scopeOf(show, request)],
    [text.own("cli.request.end"), timeOf(show, request.endsAt)],
    ...(named === "" ? [] : [[text.own("cli.label.approval"), terminalText(named)] as const]),
  ];
}

function requestBlock(show: Show, { code, request, expiresAt, triesLeft }: PendingRequest): readonly string[] {
  const { text, style, columns } = show;
  const until = style.dim(text.own("cli.request.until", { time: timeOf(show, expiresAt) }));
  return [
    `  ${style.light("caution", symbols.caution)} ${style.bold(code)}  ${titleOf(show, request.checkId)}  ${until}`,
    ...labelled([...requestRows(show, request), [text.own("cli.request.tries"), String(triesLeft)]], 4, columns),
  ];
}

export function requestsTable(show: Show): readonly string[] {
  const { text, style, snapshot } = show;
  const { requests } = snapshot;
  if (requests.length === 0) return [];
  const title = style.bold(`${text.own("cli.request.waiting")} (${requests.length})`);
  return [title, ...requests.flatMap((one, index) => [...(index === 0 ? [] : [""]), ...requestBlock(show, one)])];
}

/** The number to read out, and the letter as text and, on a terminal that is wide enough, as a QR code. */
export function openedLines(show: Show, { code, expiresAt, letter }: PendingRequest, interactive: boolean): readonly string[] {
  const { text, style, columns } = show;
  const qr = interactive ? qrLines(letter, columns) : null;
  return [
    `${text.own("cli.request.opened")} ${style.bold(code)}`,
    text.own("cli.request.opened.until", { time: timeOf(show, expiresAt) }),
    text.own("cli.request.opened.next", { code }),
    "",
    ...(qr === null ? [] : [...qr, ""]),
    letter,
  ];
}
