import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build, type FileSet } from "electron-builder";
import { packageConfig } from "../../../build/packageConfig.mjs";

const root = resolve(import.meta.dirname, "../../..");

export interface PackedApp {
  readonly folder: string;
  readonly binary: string;
  readonly resources: string;
  forget(): void;
}

/** What an Electron of the tests that is too old brings along to be like a current one, put beside the app's own archive. */
function additionsFor(electronDist: string, files: (string | FileSet)[], resources: (string | FileSet)[]) {
  const launcher = join(electronDist, "resources/default_app.asar");
  if (!existsSync(join(electronDist, "launcher.sha256"))) return {};
  return {
    files: [...files, { from: "test/electron/packaged", to: "dist/main", filter: ["onOldElectron.cjs"] }],
    extraResources: [...resources, { from: launcher, to: "current-electron.asar" }],
    main: "dist/main/onOldElectron.cjs",
  };
}

/** dist/ as `npm run package` packs it, with the Electron of the tests, in a folder that everybody may read. */
export async function packApp(electronDist: string): Promise<PackedApp> {
  const folder = mkdtempSync(join(tmpdir(), "preflight-package-"));
  chmodSync(folder, 0o755);
  const config = packageConfig(electronDist);
  const { main, ...additions } = additionsFor(electronDist, config.files, config.extraResources);
  await build({
    projectDir: root,
    linux: ["dir"],
    publish: "never",
    config: {
      ...config,
      ...additions,
      extraMetadata: { ...config.extraMetadata, ...(main === undefined ? {} : { main }) },
      directories: { ...config.directories, output: folder },
    },
  });
  const unpacked = join(folder, "linux-unpacked");
  return {
    folder: unpacked,
    binary: join(unpacked, "telework-preflight"),
    resources: join(unpacked, "resources"),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}
