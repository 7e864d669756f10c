// Takes the place of the app's entry when the packaged app is tested in an Electron older than it is written for: first what that one lacks.
const { join } = require("node:path");

require(join(process.resourcesPath, "current-electron.asar", "currentElectron.cjs"));
require("./main.cjs");
