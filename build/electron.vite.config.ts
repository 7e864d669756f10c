import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { noSchemaInPage } from "./noSchemaInPage.ts";
import { policyAsData } from "./policyAsData.ts";
import { trayIcons } from "./trayIcons.ts";

const root = resolve(import.meta.dirname, "..");
const at = (path: string) => resolve(root, path);

// The three parts of the desktop. Main and preload are single CommonJS files (a sandboxed preload can be nothing else) that any Electron from 22 on
// can read; packages are bundled, so that the app needs no node_modules. The page is also what the browser host serves.
export default defineConfig({
  main: {
    plugins: [policyAsData(), trayIcons(at("build/icons/tray"))],
    build: {
      target: "node16",
      outDir: at("dist/main"),
      emptyOutDir: true,
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: at("electron/desktop/main.ts"),
        output: { format: "cjs", entryFileNames: "main.cjs", codeSplitting: false },
      },
    },
  },
  preload: {
    build: {
      target: "node16",
      outDir: at("dist/preload"),
      emptyOutDir: true,
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: at("electron/desktop/preload.ts"),
        output: { format: "cjs", entryFileNames: "preload.cjs", codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at("renderer"),
    base: "./",
    plugins: [react(), noSchemaInPage()],
    build: {
      target: "chrome108",
      // electron-vite leaves a page as it is; what is read at every start should be short.
      minify: true,
      outDir: at("dist/renderer"),
      emptyOutDir: true,
      // The page's policy allows no inline script and no data: font.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: at("renderer/index.html") },
    },
  },
});
