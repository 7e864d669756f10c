import { standingGroup, standingGroups } from "../../../shared/exceptionStandings.ts";
import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import { type LabelledRow, labelled } from "../layout.ts";
import { symbols } from "../style.ts";
import { terminalText } from "../terminalText.ts";
import { activityWords } from "./clearances.ts";
import { type Show, timeOf, titleOf } from "./show.ts";

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

function standing(show: Show, { id, revokedAt, endsAt }: ExceptionRecord): string {
  const { text, now, snapshot } = show;
  if (revokedAt !== undefined) return text.own("cli.exceptions.revoked", { time: timeOf(show, revokedAt) });
  const end = snapshot.standings[id]?.until ?? endsAt;
  return text.own(Date.parse(end) > now.getTime() ? "cli.until" : "cli.exceptions.over", { time: timeOf(show, end) });
}

function exceptionBlock(show: Show, exception: ExceptionRecord): readonly string[] {
  const { text, style, columns } = show;
  const entry = show.snapshot.standings[exception.id];
  const group = standingGroup(entry, show.now.getTime());
  const { approvedBy, approver: name = "" } = exception;
  const approver = approvedBy === undefined ? exception.approver : text.own(`cli.approval.by.${approvedBy}`, { name });
  const approval = [approver, exception.ticket].filter((part) => part !== undefined).join(" / ");
  const rows: LabelledRow[] = [
    ...(entry === undefined || group === "ended"
      ? []
      : [[text.own("cli.label.standing"), text.message({ key: `exception.standing.${entry.standing}` })] as const]),
    [text.own("cli.label.reason"), terminalText(exception.reason)],
    [text.own("cli.label.measure"), terminalText(exception.compensatingMeasure)],
    [text.own("cli.label.scope"), scopeOf(show, exception)],
    ...(approval === "" ? [] : [[text.own("cli.label.approval"), terminalText(approval)] as const]),
  ];
  return [
    `  ${group === "open" ? style.light("caution", symbols.caution) : style.dim(symbols.skipped)} ${style.bold(terminalText(exception.id))}  ${titleOf(show, exception.checkId)}  ${style.dim(standing(show, exception))}`,
    ...labelled(rows, 4, columns),
  ];
}

/** Those that count, those that do not count now with the reason, then ended ones. */
export function exceptionsTable(show: Show): readonly string[] {
  const { text, style, snapshot, now } = show;
  if (snapshot.exceptions.length === 0) return [text.own("cli.exceptions.none")];
  const titles = { open: "cli.exceptions.open", idle: "cli.exceptions.idle", ended: "cli.exceptions.closed" } as const;
  const lists = standingGroups.flatMap((group) => {
    const some = snapshot.exceptions.filter(({ id }) => standingGroup(snapshot.standings[id], now.getTime()) === group);
    if (some.length === 0) return [];
    const title = style.bold(`${text.own(titles[group])} (${some.length})`);
    return [[title, ...some.flatMap((one, index) => [...(index === 0 ? [] : [""]), ...exceptionBlock(show, one)])]];
  });
  return lists.flatMap((lines, index) => [...(index === 0 ? [] : [""]), ...lines]);
}
