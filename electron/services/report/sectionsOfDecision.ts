import type { Finding } from "../../../shared/decision.ts";
import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import { countedToDos, needsAttention, questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import { exceptionEnd } from "../../checks/exceptionDoubt.ts";
import { standingOf } from "../../checks/exceptionStanding.ts";
import { type Html, html } from "./html.ts";
import { mark, markOfFinding, shapeOf } from "./marks.ts";
import type { PageContext } from "./pageContext.ts";
import { remediesOf } from "./remedies.ts";

export function lightSection({ report, say, message }: PageContext): Html {
  const { light } = report.decision;
  return html`<section class="card light ${light}">${shapeOf(light)}<div><strong>${message({ key: `light.${light}` })}</strong><p>${say(`report.light.${light}`)}</p></div></section>`;
}

export function integritySection({ report, say, message }: PageContext): Html {
  if (report.integrity.length === 0) return html``;
  const items = report.integrity.map(
    ({ kind, detail }) => html`<div class="card"><h3>${message({ key: `integrity.${kind}` })}</h3><p class="soft">${detail}</p></div>`,
  );
  return html`<section><h2>${say("report.section.integrity")}</h2>${items}</section>`;
}

/** Titles that a person acts on first stand open; what is only advised is one line until it is opened. */
function todoItem(finding: Finding, context: PageContext): Html {
  const { message, title, say, moment } = context;
  const { checkId, verdict, outcome, since } = finding;
  const steps = remediesOf(finding, context).map((step) => html`<li>${step}</li>`);
  const list = steps.length === 0 ? html`` : html`<ol>${steps}</ol>`;
  const badge = markOfFinding(finding, message);
  if (outcome === "warn")
    return html`<details class="card"><summary>${badge}${title(checkId)} <span class="said">${message(verdict.message)}</span></summary>${list}</details>`;
  const lasting = html`<span class="soft">${say("report.since", { time: moment(since) })}</span>`;
  return html`<div class="card todo">${badge}<h3>${title(checkId)}</h3><p>${message(verdict.message)} ${lasting}</p>${list}</div>`;
}

export function todoSection(context: PageContext): Html {
  const { report, say, message } = context;
  const isQuestion = questionsIn(context.checks);
  const open = worstFirst(report.findings, isQuestion).filter(needsAttention);
  const counted = countedToDos(open, isQuestion).map(({ toDo, count }) => message({ key: `todo.${toDo}`, params: { count } }));
  const items = open.length === 0 ? [html`<p class="card">${say("report.todo.none")}</p>`] : open.map((finding) => todoItem(finding, context));
  const advised = open.filter(({ outcome }) => outcome === "warn").length;
  const left = advised === 0 ? html`` : html`<p class="soft paper">${say("report.todo.cut", { count: advised })}</p>`;
  const summary = counted.length === 0 ? html`` : html`<p class="soft">${counted.join(" · ")}</p>`;
  return html`<section><h2>${say("report.section.todo")}</h2>${summary}<div class="halves">${items}</div>${left}</section>`;
}

export function activitiesSection({ report, say, message, own, moment, title }: PageContext): Html {
  const { activities, informationClasses, methods } = report.policy.content;
  const rows = report.decision.clearances.map(({ activityId, light, blockedBy, cautionedBy, validUntil }) => {
    const activity = activities.find(({ id }) => id === activityId);
    const name = activity ? own(activity.title) : activityId;
    const what = activity ? `${own(informationClasses[activity.class].title)} · ${own(methods[activity.method].title)}` : "";
    const blocking = html`<div class="why">${blockedBy.map((id) => mark("stop", title(id)))}</div>`;
    const cautioning = html`<div class="why ${blockedBy.length === 0 ? "" : "screen"}">${cautionedBy.map((id) => mark("caution", title(id)))}</div>`;
    const counted = blockedBy.length === 0 || cautionedBy.length === 0 ? "" : say("report.because.cut", { count: cautionedBy.length });
    const because = html`${blocking}${cautioning}<div class="soft paper">${counted}</div>`;
    return html`<tr><th scope="row">${name}<div class="soft">${what}</div></th><td>${mark(light, message({ key: `light.${light}` }))}</td><td data-name="${say("report.column.because")}">${because}</td><td data-name="${say("report.column.until")}">${moment(validUntil)}</td></tr>`;
  });
  const head = html`<tr><th scope="col" class="w3">${say("report.column.activity")}</th><th scope="col" class="w2">${say("report.column.light")}</th><th scope="col">${say("report.column.because")}</th><th scope="col" class="w2">${say("report.column.until")}</th></tr>`;
  return html`<section><h2>${say("report.section.activities")}</h2><table><thead>${head}</thead><tbody>${rows}</tbody></table></section>`;
}

/** What the employee calls wrong, in his own words. */
export function disputesSection({ report, say, time, title }: PageContext): Html {
  const items = (report.disputes ?? []).map(
    ({ checkId, at, words }) => html`<div class="card"><h3>${title(checkId)}</h3><p class="soft">${time(at)}</p><p class="said">${words}</p></div>`,
  );
  if (items.length === 0) return html``;
  return html`<section><h2>${say("report.section.disputes")}</h2><p class="soft">${say("report.disputes.note")}</p>${items}</section>`;
}

export function exceptionsSection({ report, say, message, time, title, own }: PageContext): Html {
  if (report.exceptions.length === 0) return html``;
  const policy = report.policy.content;
  const now = new Date(report.now);
  const used = new Set(report.decision.clearances.flatMap(({ exceptions }) => exceptions));
  const broken = report.integrity.some(({ kind }) => kind === "journal-broken");
  // Where the decision rests on something that is hidden here, only the decision itself tells what counted.
  const standing = (record: ExceptionRecord) =>
    broken ? "records-broken" : used.has(record.id) ? "counts" : standingOf(record, policy, now, report);
  const rows = report.exceptions.map((record) => {
    const activity = report.policy.content.activities.find(({ id }) => id === record.activityId);
    const scope = [
      ...(record.subject === undefined ? [] : [say("report.exception.subject", { subject: record.subject })]),
      ...(record.activityId === undefined
        ? []
        : [say("report.exception.activity", { activity: activity ? own(activity.title) : record.activityId })]),
      ...(record.networkId === undefined ? [] : [say("report.exception.network", { network: record.networkId })]),
    ].map((line) => html`<div class="soft">${line}</div>`);
    const approval = [
      ...(record.approvedBy === undefined ? [] : [say(`report.exception.by.${record.approvedBy}`)]),
      ...(record.approver === undefined || record.approvedBy === "code" ? [] : [say("report.exception.approver", { name: record.approver })]),
      ...(record.ticket === undefined ? [] : [say("report.exception.ticket", { ticket: record.ticket })]),
    ].map((line) => html`<div>${line}</div>`);
    const words = message({ key: `exception.standing.${standing(record)}` });
    const state = record.revokedAt === undefined ? words : say("report.exception.revoked", { time: time(record.revokedAt) });
    const until = exceptionEnd(record, policy.rules[record.checkId], policy).toISOString();
    const period = html`${time(record.createdAt)}<br>– ${time(until)}<div class="soft">${state}</div>`;
    return html`<tr><th scope="row">${record.id}<div>${title(record.checkId)}</div>${scope}</th><td data-name="${say("report.column.reason")}">${record.reason}<div class="soft">${record.compensatingMeasure}</div></td><td data-name="${say("report.column.approval")}">${approval}</td><td data-name="${say("report.column.period")}">${period}</td></tr>`;
  });
  const head = html`<tr><th scope="col" class="w3">${say("report.column.exception")}</th><th scope="col">${say("report.column.reason")}</th><th scope="col" class="w2">${say("report.column.approval")}</th><th scope="col" class="w2">${say("report.column.period")}</th></tr>`;
  return html`<section><h2>${say("report.section.exceptions")}</h2><table><thead>${head}</thead><tbody>${rows}</tbody></table></section>`;
}
