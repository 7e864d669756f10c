import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { checks } from "../../electron/checks/registry.ts";
import { commands } from "../../electron/host/commands.ts";
import type { Recording } from "../../electron/host/recording.ts";
import { registryKeys } from "../../electron/host/windows/registryKeys.ts";
import { bundledPolicy } from "../../electron/services/policy/bundledPolicy.ts";
import { checkIdSchema } from "../../shared/checks/verdict.ts";
import { rememberedNetworkSchema } from "../../shared/networks.ts";
import { platformSchema } from "../../shared/platform.ts";
import { type Policy, policySchema, ruleSchema } from "../../shared/policy/schema.ts";
import { loadFixture, readFixture } from "./fixtures.ts";
import { recordingOf } from "./replayHost.ts";
import { scriptOutput } from "./samples.ts";

const root = fileURLToPath(new URL("../machines/", import.meta.url));

const registryValue = z.union([z.string(), z.number(), z.array(z.string())]);
const valuesSchema = z.record(z.string(), registryValue);
const registryKey = z.union([
  z.null(),
  z.strictObject({
    values: valuesSchema.default({}),
    subkeys: z.array(z.string()).default([]),
    below: z.record(z.string(), valuesSchema).default({}),
  }),
]);

/** What a machine or a piece of one says beside the parts of a fixture. */
const partSchema = z.looseObject({
  /** Pieces below test/machines/pieces, and fixtures ("fixture:linux/wifi-link/open"), in order; each adds to and replaces what stands before. */
  include: z.array(z.string()).default([]),
  /** Answers of PowerShell blocks, merged name by name. */
  blocks: z.record(z.string(), z.unknown()).default({}),
  /** Keys of the registry by their id; null: not there. A key that nobody names is not there. */
  registry: z.record(z.string(), z.unknown()).default({}),
});
const machineSchema = partSchema.extend({ os: platformSchema, remembered: z.array(rememberedNetworkSchema).default([]) });

const lightSchema = z.enum(["go", "caution", "stop"]);
const expectedSchema = z.strictObject({
  /** The machine in one sentence. */
  describes: z.string().min(20),
  /** "bundled", or the name of a policy below test/machines/policies. */
  policy: z.string(),
  /** Per activity; written down before anything was run. */
  lights: z.record(z.string(), lightSchema),
  /** Checks that stop some work. */
  stops: z.array(checkIdSchema),
  /** Checks that only warn. */
  warns: z.array(checkIdSchema),
  /** Verdicts that a careful person would look at first; "unknown: permission-location" names the reason. */
  verdicts: z.record(checkIdSchema, z.string().regex(/^(pass|fail|not-applicable|unknown: [a-z-]+)$/)),
});
export type ExpectedMachine = z.infer<typeof expectedSchema>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Objects are merged key by key, everything else is replaced; a block that failed (`error`) replaces one that answered. */
function merge(below: unknown, above: unknown): unknown {
  if (!isObject(below) || !isObject(above) || "error" in above) return above;
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) merged[key] = key in below ? merge(below[key], value) : value;
  return merged;
}

interface Composed {
  readonly fixtures: ReturnType<typeof loadFixture>[];
  readonly blocks: Readonly<Record<string, unknown>>;
  readonly registry: Readonly<Record<string, unknown>>;
}
const nothing: Composed = { fixtures: [], blocks: {}, registry: {} };

function add(before: Composed, part: z.infer<typeof partSchema>, name: string, folder: string): Composed {
  const {
    include,
    blocks,
    registry,
    os: _os,
    remembered: _remembered,
    ...fixture
  } = part as z.infer<typeof partSchema> & { os?: unknown; remembered?: unknown };
  const composed = include.reduce(addNamed, before);
  return {
    fixtures: [...composed.fixtures, readFixture({ os: "any", source: "synthetic", note: "a part of a machine", ...fixture }, name, folder)],
    blocks: merge(composed.blocks, blocks) as Composed["blocks"],
    registry: merge(composed.registry, registry) as Composed["registry"],
  };
}

function addNamed(before: Composed, name: string): Composed {
  if (name.startsWith("fixture:")) return { ...before, fixtures: [...before.fixtures, loadFixture(name.slice("fixture:".length))] };
  const path = join(root, "pieces", `${name}.json`);
  return add(before, partSchema.parse(JSON.parse(readFileSync(path, "utf8"))), name, join(path, ".."));
}

type KeyContent = NonNullable<z.infer<typeof registryKey>>;
const kindOf = (value: z.infer<typeof registryValue>) =>
  typeof value === "number"
    ? { kind: value > 0xffffffff ? "QWord" : "DWord", value: String(value) }
    : Array.isArray(value)
      ? { kind: "MultiString", value }
      : { kind: "String", value };
const withKinds = (values: KeyContent["values"]) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, kindOf(value)]));

/** The registry as the script prints it, and as reg.exe prints each key where PowerShell may not run. */
function registryAnswers(registry: Composed["registry"]) {
  const keys = Object.keys(registryKeys).map((id) => [id, registryKey.parse(Object.hasOwn(registry, id) ? registry[id] : null)] as const);
  const stranger = Object.keys(registry).find((id) => !Object.hasOwn(registryKeys, id));
  if (stranger !== undefined) throw new Error(`no key ${stranger} in the catalogue`);
  const block = Object.fromEntries(
    keys.map(([id, key]) => [
      id,
      key && {
        values: withKinds(key.values),
        subkeys: key.subkeys,
        below: Object.fromEntries(Object.entries(key.below).map(([path, values]) => [path, withKinds(values)])),
        missed: 0,
      },
    ]),
  );
  const full = (id: string) =>
    (registryKeys[id as keyof typeof registryKeys] as string).replace(/^HKLM/, "HKEY_LOCAL_MACHINE").replace(/^HKCU/, "HKEY_CURRENT_USER");
  const lines = (values: KeyContent["values"]) =>
    Object.entries(values).map(([name, value]) =>
      typeof value === "number"
        ? `    ${name}    ${value > 0xffffffff ? "REG_QWORD" : "REG_DWORD"}    0x${value.toString(16)}`
        : `    ${name}    REG_SZ    ${Array.isArray(value) ? value.join("\\0") : value}`,
    );
  const byReg = Object.fromEntries(
    keys.flatMap(([id, key]) => {
      const name = `reg-${id}`;
      if (!Object.hasOwn(commands, name)) return [];
      if (key === null)
        return [
          [
            name,
            {
              outcome: "exited" as const,
              code: 1,
              stdout: "",
              stderr: "エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。\r\n",
              durationMs: 20,
            },
          ],
        ];
      const parts = [
        ["", full(id), ...lines(key.values)],
        ...key.subkeys.filter((sub) => !Object.hasOwn(key.below, sub)).map((sub) => ["", `${full(id)}\\${sub}`]),
        ...Object.entries(key.below).map(([path, values]) => ["", `${full(id)}\\${path}`, ...lines(values)]),
      ];
      return [[name, { outcome: "exited" as const, code: 0, stdout: [...parts.flat(), "", ""].join("\r\n"), stderr: "", durationMs: 20 }]];
    }),
  );
  return { block, byReg };
}

export interface Machine {
  readonly name: string;
  readonly os: NonNullable<Recording["os"]>;
  readonly recording: Recording;
  readonly remembered: z.infer<typeof machineSchema>["remembered"];
  readonly expected: ExpectedMachine;
  readonly policy: Policy;
}

const bundled = bundledPolicy(checks).policy;
const policyFileSchema = z.strictObject({
  says: z.string(),
  rules: z.record(checkIdSchema, ruleSchema.partial()).default({}),
  network: policySchema.shape.network.unwrap().partial().default({}),
});

/** The bundled policy, or that one with the changes of a file below test/machines/policies. */
export function machinePolicy(name: string): Policy {
  if (name === "bundled") return bundled;
  const raw: unknown = JSON.parse(readFileSync(join(root, "policies", `${name}.json`), "utf8"));
  // Parsed for its shape alone: defaults of absent parts would replace what the bundled policy says.
  policyFileSchema.parse(raw);
  const { says: _, ...changes } = z.looseObject({ says: z.string() }).parse(raw);
  return policySchema.parse(merge(bundled, changes));
}

export function machineNames(): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "pieces" && entry.name !== "policies")
    .map(({ name }) => name)
    .sort();
}

export function loadMachine(name: string): Machine {
  const folder = join(root, name);
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const machine = machineSchema.parse(read("machine.json"));
  const expected = expectedSchema.parse(read("expected.json"));
  const { fixtures, blocks, registry } = add(nothing, machine, name, folder);
  const recording = recordingOf(fixtures, machine.os);
  const policy = machinePolicy(expected.policy);
  const common = { name, os: machine.os, remembered: machine.remembered, expected, policy };
  if (machine.os !== "windows") return { ...common, recording };
  const { block, byReg } = registryAnswers(registry);
  const script = { outcome: "exited" as const, code: 0, stdout: scriptOutput({ registry: block, ...blocks }), stderr: "", durationMs: 900 };
  return { ...common, recording: { ...recording, commands: { powershell: script, ...byReg, ...recording.commands } } };
}
