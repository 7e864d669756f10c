import type { CallId, EventId } from "./contract.ts";

/** Names without schemas: all that the sandboxed preload may load. Types only are imported, so no zod gets in. */
const callNames: { readonly [C in CallId]: `preflight:${C}` } = {
  "snapshot.get": "preflight:snapshot.get",
  "texts.get": "preflight:texts.get",
  "run.start": "preflight:run.start",
  "run.cancel": "preflight:run.cancel",
  "exceptions.request": "preflight:exceptions.request",
  "exceptions.revoke": "preflight:exceptions.revoke",
  "declarations.set": "preflight:declarations.set",
  "networks.name": "preflight:networks.name",
  "report.export": "preflight:report.export",
};
const eventNames: { readonly [E in EventId]: `preflight:event:${E}` } = { snapshot: "preflight:event:snapshot" };

export const channels = { calls: callNames, events: eventNames } as const;
