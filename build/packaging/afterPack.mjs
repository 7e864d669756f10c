import { rmSync } from "node:fs";
import { join } from "node:path";

/** Electron's own demonstration app comes with the runtime and is of no use beside ours. */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === "darwin" ? join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`) : join(appOutDir, "resources");
  rmSync(join(resources, "default_app.asar"), { force: true });
}
