import { describe, expect, it } from "vitest";
import { deviceIdentity } from "../../electron/probes/linux/deviceIdentity.ts";
import { linuxProbes } from "../../electron/probes/linux/table.ts";
import type { Probe } from "../../electron/probes/probe.ts";
import type { FactId } from "../../shared/facts/catalogue.ts";
import { fixtureNames, loadFixture } from "../support/fixtures.ts";
import { expectObservation } from "../support/probeCases.ts";
import { replayHost } from "../support/replayHost.ts";
import { spoil, spoilings } from "../support/spoil.ts";
import { matrices } from "./probesLinuxCases.ts";
import type { Case, Matrix } from "./probesLinuxMatrix.ts";

/** The hardware package reads this machine, not the recording: it is left out here. */
function probeOf(fact: FactId): Probe<FactId> {
  const probe = fact === "device-identity" ? deviceIdentity(async () => null) : linuxProbes[fact];
  return probe as unknown as Probe<FactId>;
}

const matrixOf = (fact: FactId) => matrices[fact] as unknown as Matrix<FactId>;

type Asked = Pick<Case<FactId>, "company" | "watched">;
const contextOf = ({ company = [], watched = [] }: Asked) => ({ companyAddresses: company, watchedApps: watched });

const covered = Object.keys(matrices) as readonly FactId[];

describe.each(covered)("the Linux probe of %s", (fact) => {
  const { cases, badDays } = matrixOf(fact);
  it.each(cases.map((one): [string, Case<FactId>] => [one.title, one]))("reads: %s", async (_title, { fixtures, expected, ...asked }) => {
    await expectObservation(probeOf(fact), replayHost(fixtures.map(loadFixture)), expected, contextOf(asked));
  });

  it.each(spoilings)("on a bad day of its source: %s", async (how) => {
    const host = spoil(replayHost(badDays.fixtures.map(loadFixture)), badDays.source, how);
    await expectObservation(probeOf(fact), host, badDays.expected[how], contextOf(badDays));
  });

  it("has a safe, an unsafe and an absent case", () => {
    const kinds = new Set(cases.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["secure", "insecure", "absent"]));
  });

  it("answers the fact that the table lists it under, for a limited time", () => {
    const probe = linuxProbes[fact];
    expect(probe.fact).toBe(fact);
    expect(probe.id).toBe(`linux.${fact}`);
    expect(probe.validForMs).toBeGreaterThan(0);
  });
});

describe("the recordings of Linux", () => {
  it("are all used by a case", () => {
    const used = new Set(covered.flatMap((fact) => [...matrixOf(fact).cases, matrixOf(fact).badDays].flatMap(({ fixtures }) => fixtures)));
    // Written-down expectations of samples, and the machines of probesLinuxProcesses.test.ts.
    const samples = /\.expected$|\/not-read$|^linux\/machine\/(gnome-laptop|wifi-without-network)$/;
    expect(fixtureNames("linux").filter((name) => !used.has(name) && !samples.test(name))).toEqual([]);
  });

  it("make a test fail that asks for something they do not hold", async () => {
    const host = replayHost([loadFixture("linux/antivirus/none")]);
    await expect(host.run("mdatp-health", new AbortController().signal)).rejects.toThrow("no recording of the command mdatp-health");
    await expect(host.readFile("/etc/shadow")).rejects.toThrow("no recording of the file /etc/shadow");
    await expect(host.egress("192.0.2.1", 4)).rejects.toThrow("no recording");
  });
});
