import { describe, expect, it } from "vitest";
import type { Host } from "../../electron/host/host.ts";
import { emptyContext, type Probe } from "../../electron/probes/probe.ts";
import { deviceProbes } from "../../electron/probes/windows/deviceProbes.ts";
import { readRegistryKeys } from "../../electron/probes/windows/registry.ts";
import { evidenceSchema, type FactId, factValueSchemas } from "../../shared/facts/catalogue.ts";
import { observationSchema } from "../../shared/observation.ts";
import { expectObservation } from "../support/probeCases.ts";
import { replayHost } from "../support/replayHost.ts";
import { type Case, cases, laptop, withoutPowershell } from "./probesWindowsDeviceCases.ts";
import { type Machine, type PowerShell, recording } from "./probesWindowsDeviceMachine.ts";

const probes = deviceProbes as unknown as Readonly<Record<string, Probe<FactId>>>;
const facts = Object.keys(deviceProbes) as readonly FactId[];

function probeOf(fact: FactId): Probe<FactId> {
  const probe = probes[fact];
  if (probe === undefined) throw new Error(`no probe of ${fact}`);
  return probe;
}

const pc = (machine: Machine, how: PowerShell | undefined) => replayHost([recording(machine, how)], "windows");

async function collect(fact: FactId, host: Host, watched: readonly string[] = []) {
  const probe = probeOf(fact);
  const ran: string[] = [];
  const watchedHost: Host = {
    ...host,
    run: (command, signal) => {
      ran.push(command);
      return host.run(command, signal);
    },
  };
  const { observation, evidence } = await probe.collect(watchedHost, { ...emptyContext, watchedApps: watched }, new AbortController().signal);
  const shape = observationSchema(factValueSchemas[fact]).safeParse(observation);
  expect(shape.error?.message ?? "fits its schema").toBe("fits its schema");
  for (const piece of evidence) expect(evidenceSchema.safeParse(piece).error?.message ?? "").toBe("");
  expect(probe.uses).toEqual(expect.arrayContaining(ran));
  return observation;
}

describe("the Windows probe", () => {
  it.each(cases.map((one): [string, Case] => [`${one.fact}: ${one.title}`, one]))(
    "of %s",
    async (_title, { fact, machine, powershell, expected, watched }) => {
      await expectObservation(probeOf(fact), pc(machine, powershell), expected, { watchedApps: watched ?? [] });
    },
  );

  it.each(facts)("of %s has a case", (fact) => {
    expect(cases.some((one) => one.fact === fact)).toBe(true);
  });

  it.each(facts)("of %s answers the fact that the table lists it under, for a limited time", (fact) => {
    const probe = probeOf(fact);
    expect(probe.fact).toBe(fact);
    expect(probe.id).toBe(`windows.${fact}`);
    expect(probe.validForMs).toBeGreaterThan(0);
  });
});

describe("where PowerShell tells nothing", () => {
  const ends = ["prints-nothing", "constrained"] as const satisfies readonly PowerShell[];
  it.each(ends.flatMap((how) => facts.map((fact) => [how, fact] as const)))(
    "(%s) %s is what the registry and the small programs know",
    async (how, fact) => {
      await expectObservation(probeOf(fact), pc(laptop, how), withoutPowershell[fact] ?? "unknown:failed");
    },
  );

  const reasons = { missing: "tool-missing", "not-allowed": "denied", timeout: "timeout" } as const;
  it.each(Object.entries(reasons))("%s: what only PowerShell knows is unknown for that reason (%s)", async (how, reason) => {
    for (const fact of ["pending-updates", "disk-encryption", "antivirus", "accounts"] as const) {
      await expectObservation(probeOf(fact), pc(laptop, how as PowerShell), `unknown:${reason}`);
    }
  });

  it("killed half way, what it had printed counts and the rest is a time-out", async () => {
    const host = replayHost([recording(laptop, "killed-half-way")], "windows");
    expect(await collect("os-release", host)).toMatchObject({ kind: "known" });
    expect(await collect("antivirus", host)).toMatchObject({ kind: "unknown", reason: "timeout" });
    expect(await collect("pending-updates", host)).toMatchObject({ kind: "unknown", reason: "timeout" });
  });

  // The cases whose answers rest on the registry alone must be the same through reg.exe.
  const registryFacts = ["os-release", "automatic-updates", "restart-pending", "browsers", "os-protection", "backup"] as const;
  const same = cases.filter(
    ({ fact, title, powershell }) =>
      powershell === undefined && registryFacts.some((one) => one === fact) && !/COM|itself says|Edge that does not run/.test(title),
  );
  it.each(same.map((one): [string, Case] => [`${one.fact}: ${one.title}`, one]))(
    "reg.exe reads as well: %s",
    async (_title, { fact, machine, expected }) => {
      await expectObservation(probeOf(fact), pc(machine, "prints-nothing"), expected);
    },
  );
});

describe("reg.exe", () => {
  /** reg.exe refuses one key, in a language of which nobody here knows a word. */
  function refusing(host: Host, id: string, sentence: string): Host {
    return {
      ...host,
      run: async (command, signal) => {
        const result = await host.run(command, signal);
        return command === id ? { ...result, code: 1, stdout: new Uint8Array(), stderr: new TextEncoder().encode(sentence) } : result;
      },
    };
  }
  const silent = replayHost([recording(laptop, "prints-nothing")], "windows");

  it.each(["ОШИБКА: Отказано в доступе.", "エラー: アクセスが拒否されました。", "오류: 액세스가 거부되었습니다.", ""])(
    "that refuses with “%s” is not taken for “not there”",
    async (sentence) => {
      expect(await collect("restart-pending", refusing(silent, "reg-reboot-required", sentence))).toMatchObject({
        kind: "unknown",
        reason: "denied",
      });
      expect(
        await collect(
          "screen-lock",
          refusing(
            replayHost([recording({ ...laptop, registry: { ...laptop.registry, "desktop-user": null } }, "prints-nothing")], "windows"),
            "reg-policies-system",
            sentence,
          ),
        ),
      ).toMatchObject({ kind: "unknown" });
    },
  );

  it("that refuses the key of the policy does not let the user's setting count", async () => {
    const host = refusing(silent, "reg-update-policy", "ERROR: Access is denied.");
    expect(await collect("automatic-updates", host)).toMatchObject({ kind: "unknown", reason: "denied" });
  });

  it("that fails without a word, also when asked for what nobody has, is not taken for “not there”", async () => {
    const wordless: Host = {
      ...silent,
      run: async (command, signal) => {
        const result = await silent.run(command, signal);
        return command.startsWith("reg-") ? { ...result, code: 1, stdout: new Uint8Array(), stderr: new Uint8Array() } : result;
      },
    };
    expect(await collect("restart-pending", wordless)).toMatchObject({ kind: "unknown", reason: "denied" });
    expect(await collect("backup", wordless)).toMatchObject({ kind: "unknown", reason: "denied" });
  });

  it("of Wine, which has a sentence each for keys and values and prints both to stdout", async () => {
    const sentences: Readonly<Record<string, string>> = {
      "reg-absent-value": "reg: 指定されたレジストリ値を見つけられません",
      "reg-winlogon-auto": "reg: 指定されたレジストリ値を見つけられません",
    };
    const wine: Host = {
      ...silent,
      run: async (command, signal) => {
        const result = await silent.run(command, signal);
        if (result.code !== 1 && sentences[command] === undefined) return result;
        const sentence = sentences[command] ?? "reg: 指定されたレジストリ キーを見つけられません";
        return { ...result, code: 1, stdout: new TextEncoder().encode(`\r\n${sentence}\r\n`), stderr: new Uint8Array() };
      },
    };
    expect(await collect("restart-pending", wine)).toMatchObject({ kind: "known", value: { pending: false } });
    const keys = await readRegistryKeys(wine, ["winlogon-auto"], new AbortController().signal);
    expect(keys["winlogon-auto"]).toMatchObject({ ok: true, key: null });
  });

  it("that prints nothing proves nothing", async () => {
    const mute: Host = {
      ...silent,
      run: async (command, signal) => ({ ...(await silent.run(command, signal)), code: 0, stdout: new Uint8Array(), stderr: new Uint8Array() }),
    };
    for (const fact of facts) {
      const observation = await collect(fact, mute);
      const names = ["device-identity", "clock"];
      expect(`${fact} ${observation.kind}`).toBe(`${fact} ${names.includes(fact) ? "known" : fact === "session" ? observation.kind : "unknown"}`);
    }
  });
});
