import { describe, expect, it } from "vitest";
import type { TlsResult } from "../../../electron/host/host.ts";
import { officeProof } from "../../../electron/probes/common/officeProof.ts";
import { emptyContext } from "../../../electron/probes/probe.ts";
import type { LinkKind } from "../../../shared/facts/network.ts";
import { bareHost } from "../../support/bareHost.ts";

const pin = `sha256-${"A".repeat(43)}=`;
const otherPin = `sha256-${"B".repeat(43)}=`;
const office = [{ host: "inside.example", port: 443, pins: [pin] }];
const signal = new AbortController().signal;
const answered = (changed: Partial<Extract<TlsResult, { outcome: "answered" }>> = {}): TlsResult => ({
  outcome: "answered",
  pin,
  localAddress: "10.0.0.5",
  interface: "eth0",
  ...changed,
});

async function proofOf(tls: Record<string, TlsResult>, kind: LinkKind = "cable", asked: typeof office = office) {
  const names: (string | null)[] = [];
  const probe = officeProof("linux", async () => (name) => {
    names.push(name);
    return kind;
  });
  const gathered = await probe.collect(bareHost({ tls }), { ...emptyContext, office: asked }, signal);
  return { ...gathered, names };
}

describe("office-proof", () => {
  it("asks nobody when the policy names no server", async () => {
    const { observation } = await proofOf({}, "cable", []);
    expect(observation).toEqual({ kind: "not-applicable", why: "policy" });
  });
  it.each([
    ["cable", "direct"],
    ["wifi", "direct"],
    ["cellular", "direct"],
    ["tether", "direct"],
    ["tunnel", "tunnel"],
    ["virtual", "unrecognised"],
    ["unrecognised", "unrecognised"],
  ] as const)("a pinned key over %s is proved, its way %s", async (kind, via) => {
    const { observation, evidence } = await proofOf({ "inside.example:443": answered() }, kind);
    expect(observation).toEqual({ kind: "known", value: { endpoints: [{ host: "inside.example", port: 443, outcome: "proved", via }] } });
    expect(evidence).toEqual([{ source: "TLS inside.example:443", seen: `${pin} over eth0 (10.0.0.5)` }]);
  });
  it("an answer whose interface is not known went no way that proves anything, whatever the table says of no name", async () => {
    const { observation, names } = await proofOf({ "inside.example:443": answered({ interface: null }) }, "cable");
    expect(observation).toMatchObject({ value: { endpoints: [{ outcome: "proved", via: "unrecognised" }] } });
    expect(names).toEqual([]);
  });
  it("another key is another certificate: somebody stands in between, or the name leads elsewhere here", async () => {
    const { observation } = await proofOf({ "inside.example:443": answered({ pin: otherPin }) });
    expect(observation).toMatchObject({ value: { endpoints: [{ outcome: "other-certificate", via: "direct" }] } });
  });
  it.each(["unreachable", "timeout", "failed"] as const)("%s is unreachable, and knows no way", async (outcome) => {
    const { observation, evidence } = await proofOf({ "inside.example:443": { outcome, detail: "ENOTFOUND" } });
    expect(observation).toMatchObject({ kind: "known", value: { endpoints: [{ outcome: "unreachable", via: "unrecognised" }] } });
    expect(evidence[0]?.seen).toBe(`${outcome}: ENOTFOUND`);
  });
  it("asks all servers, keeps their order, and holds any of the pins of each", async () => {
    const asked = [
      { host: "a.example", port: 443, pins: [otherPin, pin] },
      { host: "b.example", port: 8443, pins: [otherPin] },
    ];
    const { observation } = await proofOf({ "a.example:443": answered(), "b.example:8443": answered() }, "wifi", asked);
    expect(observation).toMatchObject({
      value: {
        endpoints: [
          { host: "a.example", outcome: "proved" },
          { host: "b.example", port: 8443, outcome: "other-certificate" },
        ],
      },
    });
  });
  it("asks eight at most", async () => {
    const asked = Array.from({ length: 9 }, (_, index) => ({ host: `s${index}.example`, port: 443, pins: [pin] }));
    const tls = Object.fromEntries(asked.slice(0, 8).map(({ host }) => [`${host}:443`, answered()]));
    const { observation } = await proofOf(tls, "cable", asked);
    expect(observation.kind === "known" && observation.value.endpoints).toHaveLength(8);
  });
});
