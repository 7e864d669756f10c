#!/usr/bin/env node
// `npx preflight` in a source tree: the command line that was built, or how to build it. It builds nothing itself: the folder may be somebody else's, and a
// command that sometimes takes half a minute is none. docs/decisions/0151
import "../noDebugger.mjs"; // first: see there
import { accessSync, constants, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { commandLine, isBuilt } from "../freshness.mjs";
import { languageOf } from "../language.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

const sentences = {
  ja: {
    missing: (folder) => `まだ使える状態ではありません。${folder} で「npm ci」を実行してください。`,
    old: (folder) => `ソースより古いプログラムで動いています。${folder} で「npm run build」を実行すると、新しくなります。`,
    notYours: "このフォルダーには書き込めないため、フォルダーの持ち主に頼んでください。",
  },
  en: {
    missing: (folder) => `Not ready yet: run “npm ci” in ${folder}.`,
    old: (folder) => `This runs a program that is older than its sources: “npm run build” in ${folder} makes it new.`,
    notYours: "You cannot write in that folder, so please ask its owner.",
  },
};

function mayWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function say(what) {
  const words = sentences[languageOf(process.env)];
  const whose = mayWrite(root) ? "" : words.notYours;
  process.stderr.write(`preflight: ${[words[what](root), whose].filter((sentence) => sentence !== "").join(" ")}\n`);
}

const program = join(root, commandLine);
if (!existsSync(program)) {
  say("missing");
  process.exit(70);
}
if (!isBuilt(root)) say("old");
await import(pathToFileURL(program).href);
