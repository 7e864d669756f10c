import type { Finding } from "../../../shared/decision.ts";
import { questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import { exceptionEnd } from "../../checks/exceptionDoubt.ts";
import { type Html, html } from "./html.ts";
import type { PageContext } from "./pageContext.ts";

/** So many lines fit on the first page beside the rest; the others are counted. */
const longest = 8;

function lines(findings: readonly Finding[], none: string, lineOf: (finding: Finding) => string, { say }: PageContext): readonly Html[] {
  if (findings.length === 0) return [html`<dd>${none}</dd>`];
  const shown = findings.slice(0, longest).map((finding) => html`<dd>${lineOf(finding)}</dd>`);
  const more = findings.length - shown.length;
  return more === 0 ? shown : [...shown, html`<dd class="soft">${say("report.first.more", { count: more })}</dd>`];
}

/** Which PC or its pseudonym; a name alone, what else tells it apart stands in the details. */
function nameOfPc({ facts, say }: PageContext): string {
  const device = facts["device-identity"]?.observation;
  return (device?.kind === "known" ? device.value.hostname : null) ?? say("report.detail.none");
}

/** What a helpdesk asks first: which PC, under which rules, what blocks since when, what is excepted until when. */
export function summarySection(context: PageContext): Html {
  const { report, say, own, moment, title } = context;
  const { summary } = report.policy;
  const findings = worstFirst(report.findings, questionsIn(context.checks));
  const origin = { key: `policy.origin.${summary.origin}` };
  const policy = say("report.detail.policy-value", { title: own(summary.title), id: summary.id, revision: summary.revision, origin });
  const blocks = findings.filter(({ outcome }) => outcome === "block");
  const excepted = findings.filter(({ outcome }) => outcome === "excepted");
  const { content } = report.policy;
  const endOf = (id: string | undefined) => {
    const found = report.exceptions.find((exception) => exception.id === id);
    return found && exceptionEnd(found, content.rules[found.checkId], content).toISOString();
  };
  const blocking = lines(
    blocks,
    say("report.detail.none"),
    ({ checkId, since }) => say("report.first.since", { title: title(checkId), time: moment(since) }),
    context,
  );
  const exceptions = lines(
    ...([excepted, say("report.detail.none")] as const),
    ({ checkId, exceptionId }) => {
      const end = endOf(exceptionId);
      return say("report.first.until", { title: title(checkId), id: exceptionId ?? "", time: end === undefined ? "" : moment(end) });
    },
    context,
  );
  return html`<section class="card first"><dl><dt>${say("report.detail.machine")}</dt><dd>${nameOfPc(context)}</dd><dt>${say("report.first.blocks")}</dt>${blocking}<dt>${say("report.first.exceptions")}</dt>${exceptions}<dt>${say("report.detail.policy")}</dt><dd>${policy}</dd><dt>${say("report.detail.app")}</dt><dd>${report.app.version}</dd></dl></section>`;
}
