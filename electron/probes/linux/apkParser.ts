import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

/**
 * `apk list --upgradable` (apk-list(8)): "openssl-3.3.2-r1 x86_64 {openssl} (Apache-2.0) [upgradable from: openssl-3.3.2-r0]", a row a package, and nothing
 * at all when there is none. It complains of a source without an index, and goes on with the others. Cut between two rows it looks whole.
 */
export function parseApkList(stdout: Uint8Array, stderr: Uint8Array): Parsed<readonly string[]> {
  const complaint = decodeUtf8(stderr).trim();
  if (complaint !== "") return notParsed(`apk: ${complaint.slice(0, 200)}`);
  const lines = decodeUtf8(stdout).replaceAll("\r\n", "\n").split("\n");
  const names: string[] = [];
  for (const line of lines) {
    if (line === "") continue;
    const [, name] = /^(\S+)-\d\S*-r\d+ \S+ \{[^}]*\} \(.*\) \[upgradable from: \S+\]$/.exec(line) ?? [];
    if (name === undefined) return notParsed(`apk: a line that is not known: ${line.slice(0, 100)}`);
    names.push(outside(name));
  }
  return parsed(names);
}
