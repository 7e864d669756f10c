import type { CallId, EventId } from "./contract.ts";

/** Names without schemas: all that the sandboxed preload may load. Types only are imported, so no zod gets in. */
const callNames: { readonly [C in CallId]: `preflight:${C}` } = {
  "snapshot.get": "preflight:snapshot.get",
  "texts.get": "preflight:texts.get",
  "run.start": "preflight:run.start",
  "run.cancel": "preflight:run.cancel",
  "exceptions.request": "preflight:exceptions.request",
  "exceptions.revoke": "preflight:exceptions.revoke",
  "requests.open": "preflight:requests.open",
  "requests.withdraw": "preflight:requests.withdraw",
  "requests.answer": "preflight:requests.answer",
  "declarations.set": "preflight:declarations.set",
  "lessons.answer": "preflight:lessons.answer",
  "networks.name": "preflight:networks.name",
  "networks.list": "preflight:networks.list",
  "networks.forget": "preflight:networks.forget",
  "report.preview": "preflight:report.preview",
  "report.save": "preflight:report.save",
  "journal.days": "preflight:journal.days",
  "journal.entries": "preflight:journal.entries",
  "journal.export": "preflight:journal.export",
  "findings.dispute": "preflight:findings.dispute",
  "settings.set": "preflight:settings.set",
  "catalogue.get": "preflight:catalogue.get",
  "door.get": "preflight:door.get",
  "remedies.open": "preflight:remedies.open",
  "activities.start": "preflight:activities.start",
  "app.quit": "preflight:app.quit",
  "app.shut-down": "preflight:app.shut-down",
  "block.step-aside": "preflight:block.step-aside",
  "block.return": "preflight:block.return",
};
const eventNames: { readonly [E in EventId]: `preflight:event:${E}` } = {
  snapshot: "preflight:event:snapshot",
  door: "preflight:event:door",
  show: "preflight:event:show",
};

export const channels = { calls: callNames, events: eventNames } as const;
