// The default app of an Electron download, as far as tests need it: `electron [switches] [-r module]… <folder or script> [arguments]`.
const { app } = require("electron");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

require("./currentElectron.cjs");

/** What the command line asks for: modules to load first, and the app. Chromium's own switches are passed over. */
function readCommandLine(words) {
  const first = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === "--version" || word === "-v") return { version: true, first };
    if (word === "--require" || word === "-r") {
      at += 1;
      first.push(path.resolve(words[at]));
    } else if (!word.startsWith("-")) return { first, app: path.resolve(word) };
  }
  return { first };
}

/** Names the app after its manifest, as Electron does, and returns its entry. */
function adopt(target) {
  if (!fs.statSync(target).isDirectory()) {
    app.setAppPath(path.dirname(target));
    return target;
  }
  const { name, productName, version, main = "index.js" } = JSON.parse(fs.readFileSync(path.join(target, "package.json"), "utf8"));
  app.setName(productName ?? name ?? "Electron");
  if (version) app.setVersion(version);
  // Electron decides the folder from the name before our setName; a folder that was asked for on the command line stays.
  if (!app.commandLine.hasSwitch("user-data-dir")) app.setPath("userData", path.join(app.getPath("appData"), app.getName()));
  app.setAppPath(target);
  return path.join(target, main);
}

const wanted = readCommandLine(process.argv.slice(1));
if (wanted.version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (wanted.app === undefined) {
  console.error("usage: electron [-r module] <folder or script> [arguments]");
  process.exit(2);
}
process.defaultApp = true;
for (const module of wanted.first) require(module);
Module._load(adopt(wanted.app), Module, true);
