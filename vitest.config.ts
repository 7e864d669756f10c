import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { policyAsData } from "./build/policyAsData.ts";

// One project a suite. unit, property and contract need nothing but Node; the others say what they need in test/run.mjs.
// `serial`: its tests would be in each other's way; `workers`: so many of its files at once.
const project = (
  name: string,
  options: { readonly timeout?: number; readonly serial?: boolean; readonly workers?: number; readonly setup?: string } = {},
) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: options.timeout ?? 10_000,
    // What a poll waits for comes when it comes: a busy machine must not turn it into a failure.
    expect: { poll: { timeout: options.timeout ?? 10_000 } },
    hookTimeout: options.timeout ?? 10_000,
    fileParallelism: !options.serial,
    ...(options.workers === undefined ? {} : { maxWorkers: options.workers }),
    ...(options.setup ? { globalSetup: [options.setup] } : {}),
  },
});

export default defineConfig({
  plugins: [react(), policyAsData()],
  test: {
    projects: [
      // Limits for what hangs. A machine with other work takes several times as long as one without.
      project("unit", { timeout: 30_000 }),
      project("property", { timeout: 60_000 }),
      project("contract", { timeout: 30_000 }),
      project("integration", { timeout: 60_000, serial: true }),
      project("cli", { timeout: 120_000, serial: true }),
      project("wine", { timeout: 180_000, serial: true }),
      project("ui", { timeout: 120_000, workers: 2, setup: "test/ui/support/buildPage.ts" }),
      project("electron", { timeout: 120_000, serial: true }),
    ],
  },
});
