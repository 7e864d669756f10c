// `npm run package`: dist/ and the runtime as a folder that starts by itself, in release/. `-- --installers`: this system's installers, for which
// electron-builder fetches tools. ELECTRON_OVERRIDE_DIST_PATH names another Electron than that of package.json.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "electron-builder";
import { buildIfNeeded } from "./freshness.mjs";
import { packageConfig } from "./packageConfig.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({ options: { installers: { type: "boolean", default: false } } });

if (!buildIfNeeded(root)) process.exit(1);
await build({ projectDir: root, dir: !values.installers, publish: "never", config: packageConfig(process.env.ELECTRON_OVERRIDE_DIST_PATH) });
