import { commands } from "../electron/host/commands.ts";
import { linuxProbes } from "../electron/probes/linux/table.ts";
import { macosProbes } from "../electron/probes/macos/table.ts";
import type { ProbeTable } from "../electron/probes/probe.ts";
import { windowsProbes } from "../electron/probes/windows/table.ts";
import { type FactId, factIds } from "../shared/facts/catalogue.ts";
import { type Platform, platforms } from "../shared/platform.ts";
import { type SourceOfFact, sourcesOfFacts } from "./factSources.ts";

/** One sample that proves the reading of a fact: which OS and folder it lies in. */
export interface ProvingSample {
  readonly name: string;
  readonly facts: readonly string[];
}

const tables: Readonly<Record<Platform, ProbeTable>> = { windows: windowsProbes, macos: macosProbes, linux: linuxProbes };
const osNames: Readonly<Record<Platform, string>> = { windows: "Windows", macos: "macOS", linux: "Linux" };

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function programsOf(table: ProbeTable, fact: FactId): string {
  const ids = table[fact].uses.filter((id) => !id.startsWith("reg-"));
  const registry = ids.length < table[fact].uses.length ? ["registry (`reg.exe` without PowerShell)"] : [];
  return [...ids.map((id) => `\`${id}\``), ...registry].join(", ");
}

function samplesOf(samples: readonly ProvingSample[], os: Platform, fact: FactId): string {
  const folders = new Map<string, number>();
  for (const { name, facts } of samples) {
    const [of, folder = ""] = name.split("/");
    if (of === os && facts.includes(fact)) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [...folders].map(([folder, count]) => `${folder} (${count})`).join(", ");
}

function row(fact: FactId, os: Platform, table: ProbeTable, source: SourceOfFact, samples: readonly ProvingSample[]): string {
  const programs = programsOf(table, fact);
  const proved = samplesOf(samples, os, fact);
  const cells = [
    `\`${fact}\``,
    osNames[os],
    [source.reads, programs].filter((part) => part !== "").join("; "),
    source.right ?? "user",
    source.latency,
    source.fails,
    [proved, source.proved ?? ""].filter((part) => part !== "").join("; ") || "–",
    source.untried ?? "",
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

/** docs/facts.md: fact × OS → source, right needed, latency, what happens when it fails, proved by which samples, not yet tried on real hardware. */
export function factDocument(samples: readonly ProvingSample[]): string {
  const rows = factIds.flatMap((fact) => platforms.map((os) => row(fact, os, tables[os], sourcesOfFacts[fact][os], samples)));
  const programs = platforms.map((os) => `${osNames[os]} ${Object.values(commands).filter(({ platform }) => platform === os).length}`);
  return [
    "# Facts and where they come from",
    "",
    "<!-- Made by `npm run docs` from build/factSources.ts, the probe tables and the samples; a test holds that it is current. -->",
    "",
    "Every OS answers every fact, by type. *Fails* is what is shown when the first source gives nothing: `unknown` with its reason, never a guess. *Samples* are recorded or",
    "rebuilt outputs with an expected reading beside them ([list](samples.md)); cases of whole probes lie in `test/contract/`. *Not tried*: what only a real machine of that kind can prove.",
    "`connect(2)` is the question to the kernel which way traffic would leave: a UDP socket is connected, nothing is sent. Latencies: [M] measured, [K] known from documents and reports, not measured by us.",
    `Programs in the catalogue: ${programs.join(", ")} (one \`reg.exe\` a key on Windows, only where PowerShell tells nothing).`,
    "",
    "| fact | OS | source | right | latency | fails | samples | not tried on real hardware |",
    "|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
