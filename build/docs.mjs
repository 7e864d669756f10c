// Writes the pages that are made from data: docs/cli.md, docs/facts.md and docs/samples.md; a test holds that the committed files are these.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const load = async (file) => (await runnerImport(`${root}${file}`, { root, configFile: false, logLevel: "error" })).module;

const { samples } = await load("test/support/samples.ts");
const fixtures = `${root}test/fixtures`;
const notRead = Object.assign(
  {},
  ...readdirSync(fixtures, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("not-read.json"))
    .sort()
    .map((path) => JSON.parse(readFileSync(`${fixtures}/${path}`, "utf8"))),
);
const listed = samples();
const proving = listed.map(({ name, readings }) => ({ name, facts: readings.map(({ fact }) => fact) }));

writeFileSync(`${root}docs/cli.md`, (await load("build/cliDocs.ts")).cliDocument());
writeFileSync(`${root}docs/facts.md`, (await load("build/factDocs.ts")).factDocument(proving));
writeFileSync(`${root}docs/samples.md`, (await load("build/sampleDocs.ts")).sampleDocument(listed, notRead));
