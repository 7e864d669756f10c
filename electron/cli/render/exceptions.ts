import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import { type LabelledRow, labelled } from "../layout.ts";
import { symbols } from "../style.ts";
import { terminalText } from "../terminalText.ts";
import { activityWords } from "./clearances.ts";
import { type Show, timeOf, titleOf } from "./show.ts";

export function isOpen(exception: ExceptionRecord, now: Date): boolean {
  return exception.revokedAt === undefined && Date.parse(exception.endsAt) > now.getTime();
}

/** What an exception, or a request for one, is limited to. */
export function scopeOf(show: Show, { subject, activityId, networkId }: Pick<ExceptionRecord, "subject" | "activityId" | "networkId">): string {
  const { text, language } = show;
  const parts = [
    ...(subject === undefined ? [] : [text.own("cli.exceptions.subject", { subject })]),
    ...(activityId === undefined ? [] : [text.own("cli.exceptions.activity", { activity: activityWords(show, activityId).title })]),
    ...(networkId === undefined ? [] : [text.own("cli.exceptions.network")]),
  ];
  return parts.length === 0 ? text.own("cli.exceptions.everywhere") : parts.join(language === "ja" ? "、" : ", ");
}

function standing(show: Show, { revokedAt, endsAt }: ExceptionRecord): string {
  const { text, now } = show;
  if (revokedAt !== undefined) return text.own("cli.exceptions.revoked", { time: timeOf(show, revokedAt) });
  return text.own(Date.parse(endsAt) > now.getTime() ? "cli.until" : "cli.exceptions.over", { time: timeOf(show, endsAt) });
}

function exceptionBlock(show: Show, exception: ExceptionRecord): readonly string[] {
  const { text, style, columns, now } = show;
  const open = isOpen(exception, now);
  const { approvedBy, approver: name = "" } = exception;
  const approver = approvedBy === undefined ? exception.approver : text.own(`cli.approval.by.${approvedBy}`, { name });
  const approval = [approver, exception.ticket].filter((part) => part !== undefined).join(" / ");
  const rows: LabelledRow[] = [
    [text.own("cli.label.reason"), terminalText(exception.reason)],
    [text.own("cli.label.measure"), terminalText(exception.compensatingMeasure)],
    [text.own("cli.label.scope"), scopeOf(show, exception)],
    ...(approval === "" ? [] : [[text.own("cli.label.approval"), terminalText(approval)] as const]),
  ];
  return [
    `  ${open ? style.light("caution", symbols.caution) : style.dim(symbols.skipped)} ${style.bold(terminalText(exception.id))}  ${titleOf(show, exception.checkId)}  ${style.dim(standing(show, exception))}`,
    ...labelled(rows, 4, columns),
  ];
}

/** Open ones, then ended ones. */
export function exceptionsTable(show: Show): readonly string[] {
  const { text, style, snapshot, now } = show;
  if (snapshot.exceptions.length === 0) return [text.own("cli.exceptions.none")];
  const group = (title: string, some: readonly ExceptionRecord[]) =>
    some.length === 0
      ? []
      : [style.bold(`${title} (${some.length})`), ...some.flatMap((one, index) => [...(index === 0 ? [] : [""]), ...exceptionBlock(show, one)])];
  const open = group(
    text.own("cli.exceptions.open"),
    snapshot.exceptions.filter((one) => isOpen(one, now)),
  );
  const closed = group(
    text.own("cli.exceptions.closed"),
    snapshot.exceptions.filter((one) => !isOpen(one, now)),
  );
  return [...open, ...(open.length > 0 && closed.length > 0 ? [""] : []), ...closed];
}
