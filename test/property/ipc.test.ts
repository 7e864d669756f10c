import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageDoor } from "../../electron/browser/browserDoor.ts";
import { createHandlers } from "../../electron/ipc/handlers.ts";
import { createGate, type GateIncident, gateErrors, incidentLine } from "../../electron/ipc/serve.ts";
import type { PreflightService } from "../../electron/services/preflight.ts";
import { type CallId, callIds, calls } from "../../shared/ipc/contract.ts";
import { fakeService } from "../support/fakeService.ts";
import { validFor } from "../support/fromSchema.ts";
import { marker, spoilt } from "../support/spoiltInput.ts";

const us = { trusted: true };
const inputsOf = (id: CallId) => validFor(calls[id].input);

function openGate(service: PreflightService) {
  const incidents: GateIncident[] = [];
  const gate = createGate(createHandlers({ service, checks: [], door: pageDoor }), (incident) => incidents.push(incident));
  return { gate, said: () => incidents.map(incidentLine).join("\n") };
}

/** A service whose every answer is an error that repeats what it was given. */
function failing(): PreflightService {
  const whole = fakeService();
  return new Proxy(whole, {
    get: (target, key) => {
      const own = Reflect.get(target, key) as unknown;
      if (typeof own !== "function") return own;
      return (...given: unknown[]) => {
        throw new TypeError(`${marker} ${String(given.map((part) => JSON.stringify(part)))}`);
      };
    },
  });
}

describe.each(callIds)("%s", (id) => {
  it("takes every input that its schema allows, and answers as the contract says", async () => {
    await fc.assert(
      fc.asyncProperty(inputsOf(id), async (input) => {
        const { gate, said } = openGate(fakeService());
        const answer = await gate.call(id, input, us);
        expect(said()).toBe("");
        if (!("value" in answer)) throw new Error(answer.error);
        expect(calls[id].output.safeParse(answer.value).success).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses every other input before anybody hears of it, and writes nothing of it into the log", async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(inputsOf(id)), async (input) => {
        const service = fakeService();
        const { gate, said } = openGate(service);
        const answer = await gate.call(id, input, us);
        if ("value" in answer) expect(calls[id].output.safeParse(answer.value).success).toBe(true);
        else {
          expect(gateErrors).toContain(answer.error);
          expect(answer.error).toBe("bad-input");
          expect(service.heard).toEqual([]);
          expect(said()).toMatch(/^ipc [a-z.-]+: bad-input \([a-z_ -]+\)$/);
        }
        expect(said()).not.toContain(marker);
      }),
      { numRuns: 200 },
    );
  });

  it("answers with a code when everything behind it fails, and keeps what failed to itself", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(inputsOf(id), spoilt(inputsOf(id))), async (input) => {
        const { gate, said } = openGate(failing());
        const answer = await gate.call(id, input, us);
        expect(JSON.stringify(answer)).not.toContain(marker);
        expect(said()).not.toContain(marker);
      }),
      { numRuns: 50 },
    );
  });

  it("says nothing to anybody else, whatever they send", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(inputsOf(id), spoilt(inputsOf(id))), async (input) => {
        const service = fakeService();
        const { gate } = openGate(service);
        expect(await gate.call(id, input, { trusted: false })).toEqual({ error: "untrusted-sender" });
        expect(service.heard).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("any other name", () => {
  it("is no call", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype))),
        fc.anything(),
        async (name, input) => {
          fc.pre(!Object.hasOwn(calls, name));
          const { gate, said } = openGate(fakeService());
          expect(await gate.call(name, input, us)).toEqual({ error: "unknown-call" });
          expect(said()).toBe("ipc (unknown): unknown-call");
        },
      ),
    );
  });
});
