import type { RuleToRead } from "../../../shared/conduct.ts";
import type { Finding } from "../../../shared/decision.ts";
import type { Fact, FactId } from "../../../shared/facts/catalogue.ts";
import { needsAttention, questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import { type Html, html } from "./html.ts";
import { markOfFinding } from "./marks.ts";
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

/** On paper so much is enough to see what was looked at; everything stands in the data. */
const paperLines = 2;
const paperLetters = 110;

function onPaper(facts: readonly Fact[], { say }: PageContext): Html {
  const seen = facts.flatMap(({ evidence }) => evidence.flatMap(({ source, seen: text }) => text.split("\n").map((line) => `${source}: ${line}`)));
  if (seen.length === 0) return html``;
  const shown = seen.slice(0, paperLines).map((line) => (line.length > paperLetters ? `${line.slice(0, paperLetters)}…` : line));
  const left = seen.length - shown.length;
  const more = left === 0 ? html`` : html`<div class="soft">${say("report.evidence.cut", { count: left })}</div>`;
  return html`<div class="paper"><pre class="seen">${shown.join("\n")}</pre>${more}</div>`;
}

function folded(facts: readonly Fact[], context: PageContext): Html {
  if (facts.length === 0) return html``;
  const count = facts.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return html`<details class="screen"><summary>${context.say("report.evidence.count", { count })}</summary>${facts.map((fact) => evidenceOf(fact, context))}</details>`;
}

/** The words to which the person said yes or no. */
function rulesSaid(rules: readonly RuleToRead[], { say, own }: PageContext): Html {
  const items = rules.map(({ title, text }) => html`<li>${own(title)}<div class="soft">${text === null ? "" : own(text)}</div></li>`);
  return html`<details class="screen"><summary>${say("report.rules.words", { count: rules.length })}</summary><ul>${items}</ul></details>`;
}

function findingRow(finding: Finding, context: PageContext): Html {
  const { say, message, title, time, moment } = context;
  const { checkId, verdict, since, resolveBefore, exceptionId } = finding;
  const lasting = verdict.status === "fail" || verdict.status === "unknown" ? say("report.since", { time: moment(since) }) : "";
  const grace = resolveBefore === undefined ? "" : say("report.grace", { time: moment(resolveBefore) });
  const exception = exceptionId === undefined ? "" : say("report.by-exception", { id: exceptionId });
  const notes = [grace, exception].filter((note) => note !== "").map((note) => html`<div class="soft">${note}</div>`);
  const result = html`${markOfFinding(finding, message)}<div>${message(verdict.message)}</div><div class="soft since">${lasting}</div>${notes}`;
  const answer = context.report.declarations.find((declaration) => declaration.checkId === checkId);
  const declared = answer === undefined ? html`` : html`<div>${message({ key: "kind.declared" })} <span class="soft">${time(answer.at)}</span></div>`;
  const words = answer?.rules === undefined ? html`` : rulesSaid(answer.rules, context);
  const facts = factsOf(checkId, context);
  // An answer has no evidence: on paper it stands under what to do alone.
  const where = facts.length === 0 ? "screen" : "";
  return html`<tr class="${where}"><th scope="row">${title(checkId)}<div class="soft">${checkId}</div></th><td>${result}</td><td>${declared}${words}${folded(facts, context)}${onPaper(facts, context)}</td></tr>`;
}

function tableOf(findings: readonly Finding[], context: PageContext): Html {
  const { say } = context;
  const head = html`<tr><th scope="col" class="w2">${say("report.column.check")}</th><th scope="col" class="w3">${say("report.column.result")}</th><th scope="col">${say("report.column.evidence")}</th></tr>`;
  return html`<table class="proofs"><thead>${head}</thead><tbody>${findings.map((finding) => findingRow(finding, context))}</tbody></table>`;
}

/** What needs a look, and below it, folded, what is in order: on paper that is its titles and how many they are. */
export function findingsSection(context: PageContext): Html {
  const { report, say, title } = context;
  const findings = worstFirst(report.findings, questionsIn(context.checks));
  const open = findings.filter(needsAttention);
  const fine = findings.filter((finding) => !needsAttention(finding));
  const looked = open.length === 0 ? html`` : tableOf(open, context);
  const titles = fine.map(({ checkId }) => title(checkId)).join(say("report.list.and"));
  const rest =
    fine.length === 0
      ? html``
      : html`<details class="card"><summary>${say("report.findings.fine", { count: fine.length })}</summary>${tableOf(fine, context)}</details><p class="paper">${titles}</p>`;
  return html`<section><h2>${say("report.section.findings")}</h2>${looked}${rest}</section>`;
}

export function notCheckedSection({ report, say, message, title }: PageContext): Html {
  const items = report.notChecked.map(({ checkId, reason, facts }) => {
    const details = facts.map(({ id, detail }) => html`<p class="soft screen"><code>${id}</code> ${detail}</p>`);
    return html`<div class="card"><h3>${title(checkId)}</h3><p>${message({ key: `unknown.${reason}` })}</p>${details}</div>`;
  });
  const body = items.length === 0 ? [html`<p class="card">${say("report.not-checked.none")}</p>`] : items;
  return html`<section><h2>${say("report.section.not-checked")}</h2><div class="halves">${body}</div></section>`;
}

/** Facts that no check of the policy rests on: which machine it is, for example. */
export function otherFactsSection(context: PageContext): Html {
  const { report, say } = context;
  const used = new Set(report.findings.flatMap(({ checkId }) => factsOf(checkId, context)).map(({ id }) => id));
  const others = (Object.values(context.facts) as readonly (Fact | undefined)[]).filter((fact) => fact !== undefined && !used.has(fact.id));
  if (others.length === 0) return html``;
  const items = others.map((fact) => (fact ? evidenceOf(fact, context) : html``));
  return html`<section><h2>${say("report.section.facts")}</h2><details class="card"><summary>${say("report.facts.count", { count: others.length })}</summary>${items}</details></section>`;
}
