import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EgressResult, Host } from "../../../electron/host/host.ts";
import { watchNetwork } from "../../../electron/services/networkWatch.ts";

const viaHome: EgressResult = { outcome: "routed", interface: "wlan0", localAddress: "192.168.1.20" };
const viaCafe: EgressResult = { outcome: "routed", interface: "wlan0", localAddress: "10.20.0.7" };

function machine(first: EgressResult) {
  let answer = first;
  const host = { egress: async () => answer } as unknown as Host;
  return { host, move: (to: EgressResult) => (answer = to) };
}

describe("watchNetwork", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("stays quiet while the way out is the same", async () => {
    const run = vi.fn(async () => ({ ok: true as const }));
    const end = watchNetwork(machine(viaHome).host, { run });
    await vi.advanceTimersByTimeAsync(60_000);
    end();
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    ["another network with the same interface", viaCafe],
    ["no network", { outcome: "no-route" } as const],
    ["a tunnel that came up", { outcome: "routed", interface: "wg0", localAddress: "10.8.0.2" } as const],
  ])("checks everything again, once, after a change to %s", async (_, to) => {
    const run = vi.fn(async () => ({ ok: true as const }));
    const pc = machine(viaHome);
    const end = watchNetwork(pc.host, { run });
    await vi.advanceTimersByTimeAsync(10_000);
    pc.move(to);
    await vi.advanceTimersByTimeAsync(30_000);
    end();
    expect(run).toHaveBeenCalledTimes(1);
    expect(run).toHaveBeenCalledWith({});
  });

  it("keeps a change that came during a run until it could look again", async () => {
    const run = vi.fn().mockResolvedValueOnce({ ok: false, code: "busy" }).mockResolvedValue({ ok: true });
    const pc = machine(viaHome);
    const end = watchNetwork(pc.host, { run });
    await vi.advanceTimersByTimeAsync(10_000);
    pc.move(viaCafe);
    await vi.advanceTimersByTimeAsync(30_000);
    end();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("looks no more after its end", async () => {
    const run = vi.fn(async () => ({ ok: true as const }));
    const pc = machine(viaHome);
    const end = watchNetwork(pc.host, { run });
    await vi.advanceTimersByTimeAsync(10_000);
    end();
    pc.move(viaCafe);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(run).not.toHaveBeenCalled();
  });
});
