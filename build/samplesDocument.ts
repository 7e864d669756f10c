import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const expectedSchema = z.looseObject({
  follows: z.string(),
  origin: z.enum(["captured", "invented"]),
  says: z.string(),
  readings: z.array(z.looseObject({ fact: z.string(), observation: z.looseObject({ kind: z.string(), reason: z.string().optional() }) })),
});
const machineSchema = z.looseObject({ describes: z.string(), policy: z.string(), lights: z.record(z.string(), z.string()) });

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [row(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(row)];
}

/** Names below a folder that end so, in the order of their bytes: the same on every PC. */
function namesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(ending))
    .sort((a, b) => (a < b ? -1 : 1));
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

function sampleRows(fixtures: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const rows = new Map<string, (readonly string[])[]>();
  for (const name of namesBelow(fixtures, ".expected.json")) {
    const { follows, origin, says, readings } = expectedSchema.parse(read(join(fixtures, name)));
    const sample = name.slice(0, -".expected.json".length);
    const folder = sample.split("/").slice(0, 2).join("/");
    const facts = readings.map(({ fact, observation: { kind, reason } }) => (kind === "known" ? fact : `${fact} (${reason ?? kind})`));
    const line = [sample.split("/").slice(2).join("/"), follows, origin === "captured" ? `${says} (captured)` : says, facts.join(", ") || "nothing"];
    rows.set(folder, [...(rows.get(folder) ?? []), line]);
  }
  return rows;
}

function notReadRows(fixtures: string): readonly (readonly string[])[] {
  return namesBelow(fixtures, "/not-read.json").flatMap((name) =>
    Object.entries(z.record(z.string(), z.string()).parse(read(join(fixtures, name)))).map(([sample, why]) => [sample, why]),
  );
}

function machineRows(machines: string): readonly (readonly string[])[] {
  return namesBelow(machines, "/expected.json").map((name) => {
    const { describes, policy, lights } = machineSchema.parse(read(join(machines, name)));
    const of = (light: string) => Object.values(lights).filter((own) => own === light).length;
    return [name.split("/")[0] ?? "", describes, policy, `${of("go")} / ${of("caution")} / ${of("stop")}`];
  });
}

/** docs/samples.md: every recorded output and every whole machine that the tests read, with what was written down beforehand. */
export function samplesDocument(root: string): string {
  const fixtures = join(root, "test/fixtures");
  return [
    "# Samples and machines",
    "",
    "Made by `npm run docs` from `test/fixtures/**/*.expected.json` and `test/machines/*/expected.json`. What each must mean was written down from the documents",
    "before the product read it. Values are invented unless it says captured; “follows” names the document or public output whose shape a sample has.",
    "",
    "## Outputs of commands",
    ...[...sampleRows(fixtures)].flatMap(([folder, rows]) => ["", `### ${folder}`, "", ...table(["Sample", "Follows", "Says", "Facts read"], rows)]),
    "",
    "## Samples that the product does not read",
    "",
    ...table(["Sample", "Why"], notReadRows(fixtures)),
    "",
    "## Whole machines",
    "",
    "Activities that may start / with care / not, under the policy of `test/machines/policies/` or the bundled one.",
    "",
    ...table(["Machine", "What it is", "Policy", "Go / caution / stop"], machineRows(join(root, "test/machines"))),
    "",
  ].join("\n");
}
