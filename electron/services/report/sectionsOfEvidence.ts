import type { Finding } from "../../../shared/decision.ts";
import type { Fact, FactId } from "../../../shared/facts/catalogue.ts";
import { type Html, html } from "./html.ts";
import { markOfFinding, worstFirst } from "./marks.ts";
import type { PageContext } from "./pageContext.ts";

function factsOf(checkId: string, { checks, facts }: PageContext): readonly Fact[] {
  const check = checks.find(({ id }) => id === checkId);
  const ids = new Set<FactId>([...(check?.needs ?? []), ...(check?.looksAt ?? [])]);
  return Object.values(facts).filter((fact) => fact !== undefined && ids.has(fact.id)) as readonly Fact[];
}

function evidenceOf(fact: Fact, { time }: PageContext): Html {
  const lines = fact.evidence.map(({ source, seen }) => html`<div class="soft">${source}</div><pre class="seen">${seen}</pre>`);
  const why = fact.observation.kind === "unknown" ? html`<div class="soft">${fact.observation.reason}: ${fact.observation.detail}</div>` : html``;
  return html`<div><code>${fact.id}</code> <span class="soft">${time(fact.at)}</span></div>${why}${lines}`;
}

function findingRow(finding: Finding, context: PageContext): Html {
  const { say, message, title, time } = context;
  const { checkId, verdict, since, resolveBefore, exceptionId } = finding;
  const lasting = verdict.status === "fail" || verdict.status === "unknown" ? say("report.since", { time: time(since) }) : "";
  const grace = resolveBefore === undefined ? "" : say("report.grace", { time: time(resolveBefore) });
  const exception = exceptionId === undefined ? "" : say("report.by-exception", { id: exceptionId });
  const notes = [lasting, grace, exception].filter((note) => note !== "").map((note) => html`<div class="soft">${note}</div>`);
  const result = html`${markOfFinding(finding, message)}<div>${message(verdict.message)}</div>${notes}`;
  const answer = context.report.declarations.find((declaration) => declaration.checkId === checkId);
  const declared = answer === undefined ? [] : [html`<div>${message({ key: "kind.declared" })} <span class="soft">${time(answer.at)}</span></div>`];
  const evidence = [...declared, ...factsOf(checkId, context).map((fact) => evidenceOf(fact, context))];
  return html`<tr><th scope="row">${title(checkId)}<div class="soft">${checkId}</div></th><td>${result}</td><td>${evidence}</td></tr>`;
}

export function findingsSection(context: PageContext): Html {
  const { report, say } = context;
  const rows = worstFirst(report.findings).map((finding) => findingRow(finding, context));
  const head = html`<tr><th scope="col" class="w2">${say("report.column.check")}</th><th scope="col" class="w3">${say("report.column.result")}</th><th scope="col">${say("report.column.evidence")}</th></tr>`;
  return html`<section><h2>${say("report.section.findings")}</h2><table><thead>${head}</thead><tbody>${rows}</tbody></table></section>`;
}

export function notCheckedSection({ report, say, message, title }: PageContext): Html {
  const items = report.notChecked.map(({ checkId, reason, facts }) => {
    const details = facts.map(({ id, detail }) => html`<p class="soft"><code>${id}</code> ${detail}</p>`);
    return html`<div class="card"><h3>${title(checkId)}</h3><p>${message({ key: `unknown.${reason}` })}</p>${details}</div>`;
  });
  const body = items.length === 0 ? [html`<p class="card">${say("report.not-checked.none")}</p>`] : items;
  return html`<section><h2>${say("report.section.not-checked")}</h2>${body}</section>`;
}

/** Facts that no check of the policy rests on: which machine it is, for example. */
export function otherFactsSection(context: PageContext): Html {
  const { report, say } = context;
  const used = new Set(report.findings.flatMap(({ checkId }) => factsOf(checkId, context)).map(({ id }) => id));
  const others = (Object.values(context.facts) as readonly (Fact | undefined)[]).filter((fact) => fact !== undefined && !used.has(fact.id));
  if (others.length === 0) return html``;
  const items = others.map((fact) => (fact ? html`<div class="card">${evidenceOf(fact, context)}</div>` : html``));
  return html`<section><h2>${say("report.section.facts")}</h2>${items}</section>`;
}
