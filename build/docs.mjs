// Writes docs/cli.md from the definitions of the command line; a test holds that the committed file is this one.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const { module } = await runnerImport(`${root}build/cliDocs.ts`, { root, configFile: false, logLevel: "error" });
writeFileSync(`${root}docs/cli.md`, module.cliDocument());
