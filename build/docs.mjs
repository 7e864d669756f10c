// Writes the pages that are made from data: docs/cli.md, docs/samples.md and docs/facts.md; tests hold that the committed files are these.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const load = async (name) => (await runnerImport(`${root}${name}.ts`, { root, configFile: false, logLevel: "error" })).module;
writeFileSync(`${root}docs/cli.md`, (await load("build/cliDocs")).cliDocument());
writeFileSync(`${root}docs/samples.md`, (await load("build/samplesDocument")).samplesDocument(root));
const proving = (await load("test/support/samples")).samples().map(({ name, readings }) => ({ name, facts: readings.map(({ fact }) => fact) }));
writeFileSync(`${root}docs/facts.md`, (await load("build/factDocs")).factDocument(proving));
