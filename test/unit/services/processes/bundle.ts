import { type ExecFileException, execFile } from "node:child_process";
import path from "node:path";
import { build } from "vite";
import { policyAsData } from "../../../../build/policyAsData.ts";

/** Builds scripts (of this folder, unless another is named) for plain Node as `<name>.mjs`. */
export async function bundleInto(folder: string, names: readonly string[], from: string = import.meta.dirname): Promise<void> {
  await build({
    configFile: false,
    plugins: [policyAsData()],
    logLevel: "error",
    build: {
      ssr: true,
      outDir: folder,
      target: "node20",
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, path.join(from, `${name}.ts`)])),
        output: { format: "es", entryFileNames: "[name].mjs" },
      },
    },
    ssr: { noExternal: true },
  });
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Never rejects. */
export function runProgram(program: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: 30_000 }, (error: ExecFileException | null, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, stdout, stderr });
    });
  });
}
