/** A recorded or rebuilt output with what must be read out of it, as the tests hold it. */
export interface ListedSample {
  /** "windows/netsh-wlan-show-interfaces/open-ja" */
  readonly name: string;
  readonly follows: string;
  readonly origin: "captured" | "invented";
  readonly says: string;
  readonly readings: readonly { readonly fact: string; readonly observation: { readonly kind: string } }[];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function readWords({ readings }: ListedSample): string {
  return readings.map(({ fact, observation }) => `${fact}: ${observation.kind}`).join(", ") || "nothing";
}

/** docs/samples.md: every sample, what it follows and shows, and what the product reads out of it; then the outputs that it does not read, and why. */
export function sampleDocument(samples: readonly ListedSample[], notRead: Readonly<Record<string, string>>): string {
  const systems = [...new Set(samples.map(({ name }) => name.split("/", 1)[0] ?? ""))];
  const tables = systems.flatMap((os) => [
    `## ${os}`,
    "",
    "| sample | follows | shows | read as |",
    "|---|---|---|---|",
    ...samples
      .filter(({ name }) => name.startsWith(`${os}/`))
      .map((sample) => {
        const follows = sample.origin === "captured" ? `${sample.follows} (captured)` : sample.follows;
        return `| ${[sample.name.slice(os.length + 1), follows, sample.says, readWords(sample)].map(cell).join(" | ")} |`;
      }),
    "",
  ]);
  return [
    "# Samples",
    "",
    "<!-- Made by `npm run docs` from test/fixtures; a test holds that it is current. -->",
    "",
    `${samples.length} outputs of programs, each with an expectation that was written from documents before it was read (\`test/fixtures/<os>/<command>/NAME.expected.json\`; test: \`test/contract/samples.test.ts\`).`,
    "*Captured* ones are the bytes of a real program; the others have the shape of a public output and values of our own. *Read as*: the facts that this output alone tells of.",
    "",
    ...tables,
    "## Not read",
    "",
    "Outputs that are known to us and that the product does not read, with the reason.",
    "",
    "| output | why |",
    "|---|---|",
    ...Object.entries(notRead).map(([name, why]) => `| ${cell(name)} | ${cell(why)} |`),
    "",
  ].join("\n");
}
