import { beforeEach, describe, expect, it, vi } from "vitest";
import { channels } from "../../shared/ipc/channels.ts";
import { callIds } from "../../shared/ipc/contract.ts";

const wire = vi.hoisted(() => ({
  invoked: [] as unknown[],
  answer: { value: 1 } as unknown,
  listeners: new Map<string, (event: unknown, value: unknown) => void>(),
  world: {} as { [name: string]: unknown; preflight?: Bridge },
}));

vi.mock("electron", () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => {
      wire.world[name] = api;
    },
  },
  ipcRenderer: {
    invoke: async (...words: unknown[]) => {
      wire.invoked.push(words);
      return wire.answer;
    },
    on: (channel: string, listener: (event: unknown, value: unknown) => void) => wire.listeners.set(channel, listener),
    off: (channel: string) => wire.listeners.delete(channel),
  },
}));

interface Bridge {
  call(id: string, input: unknown): Promise<unknown>;
  on(id: string, listener: (value: unknown) => void): () => void;
}

async function bridge(): Promise<Bridge> {
  await import("../../electron/desktop/preload.ts");
  return wire.world.preflight as Bridge;
}

describe("the preload's bridge", () => {
  beforeEach(() => {
    wire.invoked.length = 0;
    wire.answer = { value: 1 };
  });

  it("shows the page one object with two functions and nothing else", async () => {
    await bridge();
    expect(Object.keys(wire.world)).toEqual(["preflight"]);
    expect(Object.keys(await bridge()).sort()).toEqual(["call", "on"]);
  });

  it("reaches every call of the contract by its channel", async () => {
    const { call } = await bridge();
    for (const id of callIds) await call(id, { some: "input" });
    expect(wire.invoked).toEqual(callIds.map((id) => [channels.calls[id], { some: "input" }]));
  });

  it.each(["ELECTRON_BROWSER_REQUIRE", "preflight:run.start", "constructor", "__proto__", ""])("sends nothing to the channel %j", async (name) => {
    const { call, on } = await bridge();
    await expect(call(name, null)).rejects.toThrow("unknown-call");
    expect(() => on(name, () => undefined)).toThrow("unknown-event");
    expect(wire.invoked).toEqual([]);
  });

  it("turns a refusal of the gate into an error with its code", async () => {
    wire.answer = { error: "bad-input" };
    await expect((await bridge()).call("run.start", {})).rejects.toThrow("bad-input");
  });

  it("gives listeners the value alone, not Electron's event, and lets them go", async () => {
    const seen: unknown[][] = [];
    const end = (await bridge()).on("snapshot", (...words: unknown[]) => seen.push(words));
    wire.listeners.get(channels.events.snapshot)?.({ sender: "ipcRenderer" }, { phase: "idle" });
    expect(seen).toEqual([[{ phase: "idle" }]]);
    end();
    expect(wire.listeners.has(channels.events.snapshot)).toBe(false);
  });
});
