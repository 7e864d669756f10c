import { describe, expect, it } from "vitest";
import { pageDoor } from "../../../electron/browser/browserDoor.ts";
import { createHandlers } from "../../../electron/ipc/handlers.ts";
import { createGate, type GateIncident, incidentLine } from "../../../electron/ipc/serve.ts";
import type { PreflightService } from "../../../electron/services/preflight.ts";
import { exampleSnapshot, fakeService } from "../../support/fakeService.ts";

const us = { trusted: true };

function openGate(overrides: Partial<PreflightService> = {}) {
  const service = fakeService(overrides);
  const incidents: GateIncident[] = [];
  const handlers = createHandlers({ service, checks: [], door: pageDoor });
  return { service, incidents, gate: createGate(handlers, (incident) => incidents.push(incident)) };
}

describe("the gate", () => {
  it("hands a call of our own page to the service and its answer back", async () => {
    const { gate, service, incidents } = openGate();
    expect(await gate.call("exceptions.revoke", { id: "EX-00000001" }, us)).toEqual({ value: { ok: true } });
    expect(service.heard).toEqual([["revokeException", "EX-00000001"]]);
    expect(incidents).toEqual([]);
  });

  it("refuses a foreign sender before it looks at anything, and the service hears nothing", async () => {
    const { gate, service, incidents } = openGate();
    expect(await gate.call("run.start", {}, { trusted: false })).toEqual({ error: "untrusted-sender" });
    expect(service.heard).toEqual([]);
    expect(incidents).toEqual([{ call: "run.start", reason: "untrusted-sender", detail: "" }]);
  });

  it.each(["", "no.such.call", "constructor", "__proto__", "toString", "hasOwnProperty"])("knows no call named %j", async (name) => {
    const { gate, incidents } = openGate();
    expect(await gate.call(name, null, us)).toEqual({ error: "unknown-call" });
    expect(incidents).toEqual([{ call: "(unknown)", reason: "unknown-call", detail: "" }]);
  });

  it.each([
    ["run.start", null],
    ["run.start", { checks: [] }],
    ["run.start", { checks: ["x".repeat(10_000)] }],
    ["run.start", { also: "this" }],
    ["snapshot.get", {}],
    ["texts.get", { language: "fr" }],
    ["exceptions.revoke", { id: "x".repeat(65) }],
    ["report.preview", { format: "exe", language: "ja", readable: [] }],
    ["report.preview", { format: "html", language: "ja", readable: [], path: "/etc/passwd" }],
    ["exceptions.request", { checkId: "vpn" }],
    ["declarations.set", "garbage"],
    ["networks.name", { named: "office" }],
  ])("refuses garbage for %s: %j", async (call, input) => {
    const { gate, service } = openGate();
    expect(await gate.call(call, input, us)).toEqual({ error: "bad-input" });
    expect(service.heard).toEqual([]);
  });

  it("answers with a code when the service throws, and keeps the message, which may repeat the payload, out of the log", async () => {
    const { gate, incidents } = openGate({
      revokeException: async (id) => {
        throw new TypeError(`secret ${id}`);
      },
    });
    expect(await gate.call("exceptions.revoke", { id: "EX-SECRET" }, us)).toEqual({ error: "failed" });
    expect(incidents).toMatchObject([{ call: "exceptions.revoke", reason: "failed" }]);
    expect(incidents[0]?.detail).toMatch(/^TypeError at /);
    expect(JSON.stringify(incidents)).not.toMatch(/secret/i);
  });

  it("does not let out an answer of the wrong shape", async () => {
    const wrong = { ...exampleSnapshot(), secretField: "x" };
    const { gate, incidents } = openGate({ snapshot: () => wrong });
    expect(await gate.call("snapshot.get", null, us)).toEqual({ error: "bad-output" });
    expect(incidents).toMatchObject([{ call: "snapshot.get", reason: "bad-output" }]);
  });

  it("does not let out an event of the wrong shape", () => {
    const { gate, incidents } = openGate();
    const { decision: _, ...wrong } = exampleSnapshot();
    expect(gate.event("snapshot", wrong as never)).toBeNull();
    expect(gate.event("snapshot", exampleSnapshot())).toEqual(exampleSnapshot());
    expect(incidents).toEqual([{ call: "event:snapshot", reason: "bad-output", detail: "invalid_type at decision" }]);
  });

  it("never repeats what the caller wrote in the log", async () => {
    const { gate, incidents } = openGate();
    await gate.call("run.start", { "geheim\u001b[2J": "geheim" }, us);
    await gate.call("geheim", "geheim", us);
    await gate.call("geheim", "geheim", { trusted: false });
    expect(incidents).toHaveLength(3);
    expect(incidents.map(incidentLine).join("\n")).not.toMatch(/geheim/);
  });

  it("writes a log line without control characters", () => {
    expect(incidentLine({ call: "run.start", reason: "failed", detail: "Error\n at \u001b[31mx" })).toBe("ipc run.start: failed (Error  at  [31mx)");
  });
});
