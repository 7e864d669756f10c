import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { policyAsData } from "../../../build/policyAsData.ts";

export interface Driver {
  readonly file: string;
  remove(): Promise<void>;
}

/** Bundles a program of this folder, so that a plain Node can run it in a namespace, where there is no time to compile. */
export async function buildDriver(name: string): Promise<Driver> {
  const folder = await mkdtemp(join(tmpdir(), "preflight-driver-"));
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [policyAsData()],
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: folder,
      target: "node20",
      rollupOptions: { output: { format: "es", entryFileNames: "driver.mjs" } },
    },
    ssr: { noExternal: true },
  });
  return { file: join(folder, "driver.mjs"), remove: () => rm(folder, { recursive: true, force: true }) };
}
