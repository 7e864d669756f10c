import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommandOutcome, Host } from "../../electron/host/host.ts";
import { deviceIdentity } from "../../electron/probes/linux/deviceIdentity.ts";
import { kdeLockAfter } from "../../electron/probes/linux/kscreenlockerParser.ts";
import { splitTerse, wifiSecurity } from "../../electron/probes/linux/nmcliParser.ts";
import { addressOf } from "../../electron/probes/linux/procNetParser.ts";
import { linuxProbes } from "../../electron/probes/linux/table.ts";
import { emptyContext, type Probe } from "../../electron/probes/probe.ts";
import { evidenceSchema, type FactId, factValueSchemas } from "../../shared/facts/catalogue.ts";
import { observationSchema } from "../../shared/observation.ts";
import { matrices } from "../contract/probesLinuxCases.ts";
import { type Fixture, loadFixture } from "../support/fixtures.ts";
import { replayHost } from "../support/replayHost.ts";

const outcomes: readonly CommandOutcome[] = ["exited", "killed", "timeout", "missing", "denied", "too-much-output", "cancelled", "failed"];

/** Bytes as they come out of broken programs: anything, text, and real output with a part replaced. */
const chaos = (good: Uint8Array) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: "binary", maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
    fc
      .tuple(fc.nat(Math.max(good.length, 1)), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
      .map(([from, length, part]) => Uint8Array.from([...good.slice(0, from), ...part, ...good.slice(from + length)])),
  );

/** A machine on which every answer may be anything. Nothing is "not recorded": every path answers. */
function wildHost(good: Host, pick: { bytes: readonly Uint8Array[]; outcome: CommandOutcome; code: number; wildFiles: boolean }): Host {
  let turn = 0;
  const next = () => pick.bytes[turn++ % pick.bytes.length] ?? new Uint8Array();
  return {
    ...good,
    run: async (command) => ({
      command,
      outcome: pick.outcome,
      code: pick.outcome === "exited" ? pick.code : null,
      stdout: next(),
      stderr: next(),
      durationMs: 1,
    }),
    readFile: async (path) => {
      const answer = await good.readFile(path).catch(() => ({ outcome: "missing" as const }));
      return pick.wildFiles && answer.outcome === "read" ? { ...answer, bytes: next() } : answer;
    },
    readFolder: (path) => good.readFolder(path).catch(() => ({ outcome: "missing" as const })),
    readLink: (path) => good.readLink(path).catch(() => null),
    egress: (address, family) => good.egress(address, family).catch(() => ({ outcome: "no-route" as const })),
  };
}

function firstBytes(fixtures: readonly Fixture[]): Uint8Array {
  const outputs = fixtures.flatMap(({ commands }) => Object.values(commands).map(({ stdout }) => stdout));
  const files = fixtures.flatMap(({ files: recorded }) =>
    Object.values(recorded).flatMap((file) => (typeof file === "string" ? [file] : Array.isArray(file) ? [file.join("\n")] : [])),
  );
  return outputs[0] ?? new TextEncoder().encode(files[0] ?? "");
}

describe("law 2: no bytes make a probe throw, or return a value that its schema refuses", () => {
  it.each(Object.keys(matrices) as readonly FactId[])("%s", async (fact: FactId) => {
    const probe = (fact === "device-identity" ? deviceIdentity(async () => null) : linuxProbes[fact]) as unknown as Probe<FactId>;
    const schema = observationSchema(factValueSchemas[fact]);
    for (const { fixtures: names } of [matrices[fact]?.cases[0], matrices[fact]?.badDays].flatMap((one) => (one ? [one] : []))) {
      const fixtures = names.map(loadFixture);
      const good = replayHost(fixtures);
      await fc.assert(
        fc.asyncProperty(
          fc.array(chaos(firstBytes(fixtures)), { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...outcomes),
          fc.constantFrom(0, 0, 0, 1, 3, 8, 100),
          fc.boolean(),
          async (bytes, outcome, code, wildFiles) => {
            const host = wildHost(good, { bytes, outcome, code, wildFiles });
            const { observation, evidence } = await probe.collect(host, emptyContext, new AbortController().signal);
            expect(schema.safeParse(observation).error?.message ?? "fits").toBe("fits");
            for (const piece of evidence) expect(evidenceSchema.safeParse(piece).success).toBe(true);
          },
        ),
        { numRuns: 150 },
      );
    }
  });
});

describe("parsers of small formats", () => {
  it("give back every field of nmcli's terse output", () => {
    const field = fc.string({ unit: "binary" }).filter((text) => !text.includes("\n"));
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (fields) => {
        const line = fields.map((text) => text.replaceAll("\\", "\\\\").replaceAll(":", "\\:")).join(":");
        expect(splitTerse(line)).toEqual(fields);
      }),
    );
  });

  it("never call a network with an unknown label open or encrypted", () => {
    const known = /^(WEP|WPA1|WPA2|WPA3|OWE|OWE-TM|802\.1X|--)$/;
    const label = fc.string({ minLength: 1 }).filter((text) => !/\s/.test(text) && !known.test(text));
    fc.assert(
      fc.property(label, fc.string(), fc.string(), (word, wpa, rsn) => {
        expect(wifiSecurity(word, wpa, rsn)).toBeNull();
        expect(wifiSecurity(`WPA2 ${word}`, wpa, rsn)).toBeNull();
      }),
    );
  });

  it("write IPv4 addresses of /proc/net as people do", () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), (octets) => {
        const hex = [...octets].reverse().map((octet) => octet.toString(16).padStart(2, "0").toUpperCase());
        expect(addressOf(hex.join(""))).toBe(octets.join("."));
        expect(addressOf(`0000000000000000FFFF0000${hex.join("")}`)).toBe(octets.join("."));
      }),
    );
  });

  it("never say that KDE locks when the last word is that it does not", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("Autolock=true", "Timeout=5", "LockGrace=0", "Other=1", "# comment", "")), (lines) => {
        expect(kdeLockAfter([["[Daemon]", ...lines, "Autolock=false"].join("\n")])).toEqual({ ok: true, value: null });
      }),
    );
  });
});
