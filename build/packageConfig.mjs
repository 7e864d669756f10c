import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const file = join(dirname(fileURLToPath(import.meta.url)), "electron-builder.yml");

/** Electron 29 brought this fuse; an older runtime has no place for it. */
function fusesFor(fuses, electronVersion) {
  if (Number.parseInt(electronVersion, 10) >= 29) return fuses;
  const { grantFileProtocolExtraPrivileges: _, ...older } = fuses;
  return older;
}

/** electron-builder.yml, for the Electron of package.json or for the unpacked one in the folder `electronDist`. */
export function packageConfig(electronDist) {
  const config = parse(readFileSync(file, "utf8"));
  if (electronDist === undefined) return config;
  const electronVersion = readFileSync(join(electronDist, "version"), "utf8").trim().replace(/^v/, "");
  return { ...config, electronDist, electronVersion, electronFuses: fusesFor(config.electronFuses, electronVersion) };
}
