import type { Letter } from "../../services/approvals/requestLetter.ts";
import { clock } from "../clock.ts";
import type { CommandContext } from "../context.ts";
import { type LabelledRow, labelled } from "../layout.ts";
import { terminalText } from "../terminalText.ts";

/** What the helpdesk is asked to approve, in words. The helpdesk's PC may have another policy: activities stand by their id. */
export function letterLines({ text, language, terminal }: CommandContext, letter: Letter): readonly string[] {
  const { request, policy, code, shortened } = letter;
  const { checkId, subject, activityId, networkId } = request;
  const title = text.find(`check.${checkId}.title`);
  const scope = [
    ...(subject === undefined ? [] : [text.own("cli.exceptions.subject", { subject })]),
    ...(activityId === undefined ? [] : [text.own("cli.exceptions.activity", { activity: activityId })]),
    ...(networkId === undefined ? [] : [text.own("cli.exceptions.network")]),
  ];
  const long = (name: (typeof shortened)[number]) => (shortened.includes(name) ? ` ${text.own("cli.desk.shortened")}` : "");
  const named = [request.approver, request.ticket].filter((part) => part !== undefined).join(" / ");
  const rows: readonly LabelledRow[] = [
    [text.own("cli.desk.request"), code],
    [text.own("cli.desk.check"), title === undefined ? terminalText(checkId) : `${title} (${terminalText(checkId)})`],
    [text.own("cli.label.reason"), terminalText(request.reason) + long("reason")],
    [text.own("cli.label.measure"), terminalText(request.compensatingMeasure) + long("compensatingMeasure")],
    [text.own("cli.label.scope"), scope.length === 0 ? text.own("cli.exceptions.everywhere") : scope.join(language === "ja" ? "、" : ", ")],
    [text.own("cli.request.end"), clock(request.endsAt, new Date(), language)],
    ...(named === "" ? [] : [[text.own("cli.desk.named"), terminalText(named)] as const]),
    [text.own("cli.desk.policy"), text.own("cli.desk.policy.words", { id: policy.id, revision: policy.revision })],
  ];
  return labelled(rows, 2, terminal.columns);
}
