import { describe, expect, it } from "vitest";
import { createHandlers } from "../../electron/ipc/handlers.ts";
import { channels } from "../../shared/ipc/channels.ts";
import { callIds, events } from "../../shared/ipc/contract.ts";
import { fakeDoor } from "../support/fakeDoor.ts";
import { fakeService } from "../support/fakeService.ts";

describe("the IPC contract", () => {
  it("has exactly one handler for each call", () => {
    const handlers = createHandlers({ service: fakeService(), checks: [], door: fakeDoor() });
    expect(Object.keys(handlers).sort()).toEqual([...callIds].sort());
  });

  it("lists in the preload's names exactly its calls and events", () => {
    expect(Object.keys(channels.calls).sort()).toEqual([...callIds].sort());
    expect(Object.keys(channels.events).sort()).toEqual(Object.keys(events).sort());
  });

  it("gives every call and event a channel of its own under one prefix", () => {
    const names = [...Object.values(channels.calls), ...Object.values(channels.events)];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^preflight:/);
  });
});
