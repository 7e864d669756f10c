import { describe, expect, it } from "vitest";
import { memoHost } from "../../electron/host/memoHost.ts";
import { emptyContext, type Probe } from "../../electron/probes/probe.ts";
import { networkProbes } from "../../electron/probes/windows/networkProbes.ts";
import { type FactId, factValueSchemas } from "../../shared/facts/catalogue.ts";
import { observationSchema } from "../../shared/observation.ts";
import { expectObservation } from "../support/probeCases.ts";
import { replayHost } from "../support/replayHost.ts";
import { type Spoiling, spoil, spoilings } from "../support/spoil.ts";
import { badDay, connectivity, gateway, home, proxy, resolvers, route, vpn, type WindowsCase, wifiLink } from "./probesWindowsNetworkCases.ts";
import { type Machine, machine } from "./probesWindowsNetworkMachines.ts";

type Fact = "route" | "resolvers" | "proxy" | "wifi-link" | "gateway" | "connectivity" | "vpn";
const cases = { route, resolvers, proxy, "wifi-link": wifiLink, gateway, connectivity, vpn } as const;
const facts = Object.keys(cases) as readonly Fact[];
const casesOf = (fact: Fact) => cases[fact] as unknown as readonly WindowsCase<Fact>[];
const hostOf = (title: string, parts: Machine) => replayHost([machine(title, parts)], "windows");

const probeOf = (fact: Fact) => networkProbes[fact] as unknown as Probe<FactId>;

/** Wi-Fi falls back to netsh, which is refused here; the proxy to reg.exe, which answers. */
const badDays: Readonly<Record<Spoiling, string>> = {
  denied: "unknown:denied",
  timeout: "unknown:timeout",
  "tool-missing": "unknown:tool-missing",
  garbage: "unknown:policy-blocked",
  truncated: "",
  empty: "unknown:policy-blocked",
  escapes: "unknown:policy-blocked",
};
const fallback: Partial<Record<Fact, unknown>> = { "wifi-link": "unknown:permission-location", proxy: { mode: "none", server: null } };

describe.each(facts)("the Windows probe of %s", (fact) => {
  it.each(casesOf(fact).map((one) => [one.title, one] as const))("reads: %s", async (title, { machine: parts, expected, company }) => {
    await expectObservation(probeOf(fact), hostOf(title, parts), expected, { companyAddresses: company ?? [] });
  });

  it.each(spoilings.filter((how) => how !== "truncated"))("on a bad day of PowerShell: %s", async (how) => {
    await expectObservation(probeOf(fact), spoil(hostOf("bad day", badDay), { command: "powershell" }, how), fallback[fact] ?? badDays[how]);
  });

  it("says nothing better of an output that ends anywhere", async () => {
    const host = hostOf("cut", badDay);
    const whole = await host.run("powershell", new AbortController().signal);
    const probe = probeOf(fact);
    const answer = async (stdout: Uint8Array) =>
      (
        await probe.collect(
          {
            ...host,
            run: async (command, signal) =>
              command === "powershell" ? { ...whole, stdout, outcome: "timeout" as const, code: null } : host.run(command, signal),
          },
          emptyContext,
          new AbortController().signal,
        )
      ).observation;
    const full = await answer(whole.stdout);
    for (let end = 0; end < whole.stdout.length; end += 61) {
      const seen = await answer(whole.stdout.slice(0, end));
      expect(observationSchema(factValueSchemas[fact]).safeParse(seen).success).toBe(true);
      // Less output may make the answer unknown or leave a part of it out, never another answer.
      if (seen.kind === "known" && full.kind === "known") expect(full.value).toMatchObject(withoutNulls(seen.value));
      expect(seen.kind).not.toBe("not-applicable");
    }
  });

  it("has a safe, an unsafe and an absent case", () => {
    expect([...new Set(casesOf(fact).map(({ kind }) => kind))]).toEqual(expect.arrayContaining(["secure", "insecure", "absent"]));
  });

  it("answers the fact that it is listed under, for a limited time", () => {
    expect(networkProbes[fact].fact).toBe(fact);
    expect(networkProbes[fact].id).toBe(`windows.${fact}`);
    expect(networkProbes[fact].validForMs).toBeGreaterThan(0);
  });
});

describe("a whole run on Windows", () => {
  const processes = async (parts: Machine) => {
    const ran: string[] = [];
    const real = hostOf("all facts", parts);
    const host = memoHost({
      ...real,
      run: (command, signal, subject) => {
        ran.push(command);
        return real.run(command, signal, subject);
      },
    });
    await Promise.all(facts.map((fact) => networkProbes[fact].collect(host, emptyContext, new AbortController().signal)));
    return ran.sort();
  };

  it("starts one process for all network facts", async () => {
    expect(await processes(home)).toEqual(["powershell"]);
  });

  it("starts six at most where PowerShell may not run", async () => {
    const ran = await processes({ ...badDay, blocks: {}, printed: "<<preflight-mode:ConstrainedLanguage>>" });
    expect(ran).toContain("netsh-wlan-show-interfaces");
    expect(ran.length).toBeLessThanOrEqual(6);
  });
});

/** The parts that are known: a null is "not seen". */
function withoutNulls(value: unknown): object {
  const strip = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(strip);
    if (part === null || typeof part !== "object") return part;
    // Without the list of adapters an interface is called by its number.
    const told = Object.entries(part).filter(([name, inner]) => inner !== null && !(name === "interface" && /^[0-9a-f-]{36}$/.test(String(inner))));
    return Object.fromEntries(told.map(([name, inner]) => [name, strip(inner)]));
  };
  return strip(value) as object;
}
