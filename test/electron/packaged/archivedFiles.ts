import { readFileSync } from "node:fs";

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
}

/** The paths of all files in an asar archive. Its head: four lengths of 32 bits, the last that of the JSON that follows. */
export function archivedFiles(archive: string): readonly string[] {
  const bytes = readFileSync(archive);
  const { files = {} } = JSON.parse(bytes.toString("utf8", 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const below = (folder: string, entries: Readonly<Record<string, Entry>>): readonly string[] =>
    Object.entries(entries).flatMap(([name, entry]) => (entry.files ? below(`${folder}/${name}`, entry.files) : [`${folder}/${name}`]));
  return below("", files);
}
