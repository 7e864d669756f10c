// `npm ci` ends with this: afterwards `npx preflight` and `npm start` find what they need. Builds only what is not built.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "./freshness.mjs";

if (!buildIfNeeded(join(dirname(fileURLToPath(import.meta.url)), ".."))) process.exit(1);
