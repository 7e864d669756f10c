import type { Host } from "../../host/host.ts";
import { readHint } from "../common/gather.ts";
import { assignments } from "./osReleaseParser.ts";

/** os-release(5) by name; empty when it cannot be read. For choosing where to look, never for what a value rests on alone. */
export async function readDistribution(host: Host): Promise<ReadonlyMap<string, string>> {
  return assignments((await readHint(host, "/etc/os-release")) ?? (await readHint(host, "/usr/lib/os-release")) ?? "");
}
