// `npm pack` makes a package that `npm install -g` takes: the command line alone, without dependencies. In the source tree package.json names no `bin`, because npx
// would then install the tree as a package at every call; so another one takes its place while npm packs. usage: node build/packedManifest.mjs put | take
// docs/decisions/0151
import { existsSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine } from "./freshness.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const file = join(root, "package.json");
const kept = join(root, "dist/package.json");

function put() {
  if (!existsSync(join(root, commandLine))) {
    console.error(`${commandLine} is missing: npm run build`);
    process.exit(1);
  }
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  // Already there: npm was ended while it packed.
  if (manifest.bin !== undefined) return;
  const { atime, mtime } = statSync(file);
  renameSync(file, kept);
  const { name, version, description, license, author, type, engines, files } = manifest;
  // npm looks for what it runs afterwards in the file that lies there then.
  const { prepare, prepack, postpack } = manifest.scripts;
  const scripts = { prepare, prepack, postpack };
  const packed = { name, version, description, license, author, type, engines, bin: { preflight: commandLine }, files, scripts };
  writeFileSync(file, `${JSON.stringify(packed, null, 2)}\n`);
  // What was built is as old as it was: nothing is to be built again.
  utimesSync(file, atime, mtime);
}

if (process.argv[2] === "put") put();
else if (existsSync(kept)) renameSync(kept, file);
