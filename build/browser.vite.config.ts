import { resolve } from "node:path";
import { defineConfig } from "vite";
import { policyAsData } from "./policyAsData.ts";

const root = resolve(import.meta.dirname, "..");

// The browser host as one ESM file for Node, which build/start.mjs loads. Not part of the packaged app.
export default defineConfig({
  root,
  publicDir: false,
  plugins: [policyAsData()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: "node20",
    outDir: resolve(root, "dist/browser"),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { host: resolve(root, "electron/browser/main.ts") },
      output: { format: "esm", entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});
