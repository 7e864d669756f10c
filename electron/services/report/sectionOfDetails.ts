import { personalFields } from "../../../shared/personalFields.ts";
import { type Html, html } from "./html.ts";
import type { PageContext } from "./pageContext.ts";

type Row = readonly [label: string, value: string];

function machineOf({ facts, say }: PageContext): string {
  const device = facts["device-identity"]?.observation;
  if (device?.kind !== "known") return say("report.detail.none");
  const { hostname, user, manufacturer, model, serial, assetTag, virtual } = device.value;
  return [hostname, user, manufacturer, model, serial, assetTag, virtual].filter((part) => part !== null).join(" / ");
}

function osOf({ report, facts }: PageContext): string {
  const os = facts["os-release"]?.observation;
  const kernel = `${report.os.release} ${report.os.arch}`;
  return os?.kind === "known" ? `${os.value.name} ${os.value.version} (${kernel})` : `${report.app.platform} (${kernel})`;
}

function journalOf({ report, say }: PageContext): string {
  if (!report.journal.ok) return say("report.detail.journal-broken");
  const { head } = report.journal;
  return head === null ? say("report.detail.none") : say("report.detail.journal-value", { seq: head.seq, digest: head.digest });
}

export function detailsSection(context: PageContext): Html {
  const { report, say, own, time } = context;
  const { summary } = report.policy;
  const { readable, decisionRestsOnHidden } = report.redaction;
  const { evaluated, unknown, skipped, declared } = report.decision.coverage;
  const none = say("report.detail.none");
  const fields = (wanted: boolean) => {
    const names = personalFields.filter((field) => readable.includes(field) === wanted).map((field) => say(`report.field.${field}`));
    return names.length === 0 ? none : names.join(" / ");
  };
  const origin = { key: `policy.origin.${summary.origin}` };
  const rows: readonly Row[] = [
    [
      say("report.detail.policy"),
      say("report.detail.policy-value", { title: own(summary.title), id: summary.id, revision: summary.revision, origin }),
    ],
    ...(summary.ownership === undefined ? [] : [[say("report.detail.policy"), say(`report.detail.policy-ownership.${summary.ownership}`)] as const]),
    [say("report.detail.policy-digest"), summary.digest],
    [say("report.detail.decided"), time(report.now)],
    [say("report.detail.duration"), say("report.detail.seconds", { seconds: (report.timings.totalMs / 1000).toFixed(1) })],
    [say("report.detail.coverage-label"), say("report.detail.coverage", { evaluated, unknown, skipped, declared })],
    [say("report.detail.machine"), machineOf(context)],
    [say("report.detail.os"), osOf(context)],
    [say("report.detail.app"), report.app.version],
    [say("report.detail.network"), report.networkId ?? none],
    [say("report.detail.hidden"), fields(false)],
    [say("report.detail.readable"), fields(true)],
    [say("report.detail.run"), report.run.id],
    [say("report.detail.digest"), report.digest],
    [say("report.detail.journal"), journalOf(context)],
  ];
  const list = rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`);
  const notes = [say("report.time-zone", { zone: report.os.timeZone }), say("report.hidden-note")];
  if (decisionRestsOnHidden) notes.push(say("report.rests-on-hidden"));
  const soft = notes.map((note) => html`<p class="soft">${note}</p>`);
  const verify = html`<h2>${say("report.section.verify")}</h2><div class="card"><p>${say("report.verify.text")}</p><pre class="command">preflight report verify FILE</pre><p class="soft">${say("report.verify.limit")}</p></div>`;
  return html`<section><h2>${say("report.section.details")}</h2><div class="card"><dl>${list}</dl>${soft}</div>${verify}</section>`;
}
