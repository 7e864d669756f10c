import { type RegistryKeyId, registryKeys, registryValues } from "../../electron/host/windows/registryKeys.ts";
import type { Fixture, RecordedCommand } from "../support/fixtures.ts";
import { scriptOutput } from "../support/samples.ts";

type Value = string | number | readonly string[];
/** A key as a test writes it down: values by name, keys below by path. A number is a DWORD, a list a MULTI_SZ. */
export interface Key {
  readonly values?: Readonly<Record<string, Value>>;
  readonly below?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
}
export type Registry = { readonly [K in RegistryKeyId]?: Key | null };

export interface Machine {
  readonly registry: Registry;
  /** Answers of the PowerShell blocks. */
  readonly blocks: Readonly<Record<string, unknown>>;
  /** Output of the small programs. */
  readonly commands: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly now?: string;
}

const kind = (value: Value) => (typeof value === "number" ? "DWord" : typeof value === "string" ? "String" : "MultiString");
const inBlock = (values: Readonly<Record<string, Value>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { kind: kind(value), value: typeof value === "number" ? String(value) : value }]),
  );

/** The keys that the catalogue names, as the `registry` block prints them; what the test does not name is not there. */
function registryBlock(registry: Registry): Record<string, unknown> {
  return Object.fromEntries(
    (Object.keys(registryKeys) as RegistryKeyId[]).map((id) => {
      const key = registry[id];
      if (!key) return [id, null];
      const below = Object.fromEntries(Object.entries(key.below ?? {}).map(([path, values]) => [path, inBlock(values)]));
      const subkeys = [...new Set(Object.keys(key.below ?? {}).map((path) => path.split("\\")[0]))];
      return [id, { values: inBlock(key.values ?? {}), subkeys, below, missed: 0 }];
    }),
  );
}

const types = { DWord: "REG_DWORD", String: "REG_SZ", MultiString: "REG_MULTI_SZ" } as const;
const inRegExe = (value: Value) => (typeof value === "number" ? `0x${value.toString(16)}` : typeof value === "string" ? value : value.join("\\0"));
const notThere = "エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。";

const exited = (stdout: string, code = 0, stderr = ""): RecordedCommand => ({
  outcome: "exited",
  code,
  stdout: new TextEncoder().encode(stdout),
  stderr: new TextEncoder().encode(stderr),
});

/** The same key as `reg.exe query` prints it. */
function regExe(id: RegistryKeyId, key: Key | null | undefined): RecordedCommand {
  const only = registryValues[id];
  const values = Object.entries(key?.values ?? {}).filter(([name]) => only?.length !== 1 || only[0] === name);
  if (!key || (only?.length === 1 && values.length === 0)) return exited("", 1, `${notThere}\r\n`);
  const name = registryKeys[id].replace("HKLM", "HKEY_LOCAL_MACHINE").replace("HKCU", "HKEY_CURRENT_USER");
  const lines = (entries: readonly (readonly [string, Value])[]) =>
    entries.map(([value, data]) => `    ${value}    ${types[kind(data)]}    ${inRegExe(data)}`);
  const below = Object.entries(key.below ?? {}).flatMap(([path, entries]) => [`${name}\\${path}`, ...lines(Object.entries(entries)), ""]);
  return exited(["", ...(values.length > 0 ? [name, ...lines(values), ""] : []), ...below, ""].join("\r\n"));
}

/** How PowerShell ends on the machine. */
export type PowerShell = "works" | "prints-nothing" | "constrained" | "not-allowed" | "killed-half-way" | "missing" | "timeout";

function powershell(machine: Machine, how: PowerShell): RecordedCommand {
  const whole = scriptOutput({ registry: registryBlock(machine.registry), ...machine.blocks });
  const ended = (outcome: RecordedCommand["outcome"]): RecordedCommand => ({ ...exited(""), outcome, code: null });
  switch (how) {
    case "works":
      return exited(whole);
    case "prints-nothing":
      return exited("");
    case "constrained":
      return exited("<<preflight-mode:ConstrainedLanguage>>\r\n", 1, "Cannot invoke method.");
    case "killed-half-way":
      return { ...ended("timeout"), stdout: new TextEncoder().encode(whole.slice(0, whole.length / 2)) };
    case "not-allowed":
      return ended("denied");
    case "missing":
      return ended("missing");
    case "timeout":
      return ended("timeout");
  }
}

/** A recording of the machine. Everything that the catalogue may ask for Windows' device facts is in it. */
export function recording(machine: Machine, how: PowerShell = "works"): Fixture {
  const registry = (Object.keys(registryKeys) as RegistryKeyId[]).map((id) => [`reg-${id}`, regExe(id, machine.registry[id])] as const);
  const programs = Object.entries(machine.commands).map(([id, text]) => [id, exited(text)] as const);
  return {
    name: `windows machine, PowerShell ${how}`,
    source: "synthetic",
    commands: Object.fromEntries([["powershell", powershell(machine, how)], ...registry, ...programs]),
    files: {},
    folders: {},
    links: {},
    missing: [],
    environment: machine.environment ?? {},
    egress: {},
    tls: {},
    http: {},
    hostname: "HANA-PC",
    userName: "hana",
    timeZone: "Asia/Tokyo",
    now: machine.now ?? "2026-11-24T03:00:00.000Z",
  };
}

/** The machine with some keys, blocks and programs changed. */
export function changed(machine: Machine, change: Partial<Machine>): Machine {
  return {
    ...machine,
    ...change,
    registry: { ...machine.registry, ...change.registry },
    blocks: { ...machine.blocks, ...change.blocks },
    commands: { ...machine.commands, ...change.commands },
  };
}
