import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

export const pageFolder = resolve(import.meta.dirname, "../../../dist/ui-test-page");

/** Builds the page once for all UI tests, as the product's own build does. */
export async function setup(): Promise<void> {
  const root = resolve(import.meta.dirname, "../../../renderer");
  await build({
    configFile: false,
    root,
    base: "./",
    logLevel: "warn",
    plugins: [react()],
    build: { target: "chrome108", outDir: pageFolder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}
