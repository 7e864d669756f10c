import { chmodSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { policyAsData } from "./policyAsData.ts";

const root = resolve(import.meta.dirname, "..");
const at = (path: string) => resolve(root, path);
const { version } = JSON.parse(readFileSync(at("package.json"), "utf8")) as { version: string };

// The command line as ESM for Node, in pieces that load when they are needed; packages are bundled, so that dist/ runs without node_modules.
export default defineConfig({
  root,
  publicDir: false,
  define: { __PREFLIGHT_VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: "node20",
    outDir: at("dist/cli"),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { preflight: at("electron/cli/main.ts") },
      output: {
        format: "esm",
        entryFileNames: "[name].js",
        chunkFileNames: "parts/[name]-[hash].js",
        banner: (chunk) => (chunk.isEntry ? "#!/usr/bin/env node" : ""),
      },
    },
  },
  plugins: [
    policyAsData(),
    {
      name: "executable",
      writeBundle: ({ dir = at("dist/cli") }, bundle) => {
        for (const chunk of Object.values(bundle)) if (chunk.type === "chunk" && chunk.isEntry) chmodSync(resolve(dir, chunk.fileName), 0o755);
      },
    },
  ],
});
