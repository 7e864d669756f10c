import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageDoor } from "../../electron/browser/browserDoor.ts";
import { type BrowserServer, startBrowserServer } from "../../electron/browser/server.ts";
import { createHandlers } from "../../electron/ipc/handlers.ts";
import { createPreviewPages } from "../../electron/ipc/previewPages.ts";
import { createGate, incidentLine } from "../../electron/ipc/serve.ts";
import { callIds, calls } from "../../shared/ipc/contract.ts";
import { enter } from "../support/enter.ts";
import { type FakeService, fakeService } from "../support/fakeService.ts";
import { validFor } from "../support/fromSchema.ts";
import { marker, spoilt } from "../support/spoiltInput.ts";

const folder = mkdtempSync(join(tmpdir(), "preflight-fuzz-"));
const said: string[] = [];
let service: FakeService;
let server: BrowserServer;
let own: Record<string, string>;

beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), "<p>page</p>");
  service = fakeService();
  const handlers = createHandlers({ service, checks: [], door: pageDoor });
  const gate = createGate(handlers, (incident) => said.push(incidentLine(incident)));
  server = await startBrowserServer({ gate, service, root: folder, pages: createPreviewPages(), onNextAddress: () => undefined });
  const { origin, host } = new URL(server.address);
  own = { host, origin, "content-type": "application/json", "x-preflight-token": (await enter(server.address)) ?? "" };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function send(method: string, path: string, headers: Record<string, string>, body: string | Uint8Array) {
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    const sent = request({ hostname, port, method, path, headers: { ...headers, connection: "close" } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const known = fc.constantFrom(...callIds);
/** A value as it survives the way as JSON. */
const asJson = (value: unknown) => JSON.stringify(value) ?? "null";

describe("the server of the browser's page", () => {
  it("answers every call of the contract that is put wrong with a code, and lives", async () => {
    const requests = known.chain((id) => fc.tuple(fc.constant(id), spoilt(validFor(calls[id].input)).map(asJson)));
    await fc.assert(
      fc.asyncProperty(requests, async ([id, body]) => {
        said.length = 0;
        const heard = service.heard.length;
        const { status, text } = await send("POST", `/api/call/${id}`, own, body);
        expect([200, 400, 413]).toContain(status);
        const answer = JSON.parse(text) as { value?: unknown; error?: string };
        if (status === 200) expect(calls[id].output.safeParse(answer.value).success).toBe(true);
        else expect(service.heard.length).toBe(heard);
        expect(said.join()).not.toContain(marker);
      }),
      { numRuns: 300 },
    );
  });

  it("answers bodies that are not JSON at all with a code", async () => {
    await fc.assert(
      fc.asyncProperty(known, fc.uint8Array({ maxLength: 300 }), async (id, body) => {
        const { status } = await send("POST", `/api/call/${id}`, own, body);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 100 },
    );
  });

  it("tells nothing to whoever lacks one of the three: the address, the origin, the token", async () => {
    const wrong = fc.constantFrom("host", "origin", "x-preflight-token").chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc
          .string({ unit: "grapheme-ascii", maxLength: 60 })
          .map((text) => text.trim())
          .filter((text) => text !== ""),
      ),
    );
    const heard = service.heard.length;
    await fc.assert(
      fc.asyncProperty(known, wrong, async (id, [name, value]) => {
        const { status, text } = await send("POST", `/api/call/${id}`, { ...own, [name]: value }, "null");
        // A host name that cannot be one is already refused by Node's own parser.
        expect([400, 403]).toContain(status);
        expect(text).not.toContain("value");
      }),
      { numRuns: 150 },
    );
    expect(service.heard.length).toBe(heard);
  });
});
