import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { parseSections, type Sections } from "./sectionFile.ts";

export interface SettingFiles {
  /** From the weakest to the strongest. */
  readonly read: readonly Sections[];
  readonly texts: readonly string[];
  readonly paths: readonly string[];
  /** Files and folders that are there and could not be read: a setting may hide in them. */
  readonly shut: readonly string[];
}

const most = 64;

/**
 * Configuration files in the order in which a program reads them. A path that ends in "/" stands for the files in that folder whose names end
 * like `ending`, in their order.
 */
export async function readSettingFiles(host: Host, paths: readonly string[], ending: RegExp = /\.conf$/): Promise<SettingFiles> {
  const shut: string[] = [];
  const listed = await Promise.all(
    paths.map(async (path) => {
      if (!path.endsWith("/")) return [path];
      const folder = await host.readFolder(path.slice(0, -1));
      if (folder.outcome === "read")
        return folder.names
          .filter((name) => ending.test(name))
          .slice(0, most)
          .map((name) => `${path}${name}`);
      if (folder.outcome !== "missing") shut.push(path);
      return [];
    }),
  );
  const files = await Promise.all(listed.flat().map(async (path) => ({ path, file: await host.readFile(path) })));
  const texts: string[] = [];
  const found: string[] = [];
  for (const { path, file } of files) {
    if (file.outcome === "read") {
      texts.push(decodeUtf8(file.bytes));
      found.push(path);
    } else if (file.outcome !== "missing") shut.push(path);
  }
  return { read: texts.map(parseSections), texts, paths: found, shut };
}
