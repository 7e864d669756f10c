import { type ChildProcess, spawn } from "node:child_process";
import { win32 } from "node:path";
import type { Platform } from "../../shared/platform.ts";
import { isProgram } from "./allowedTargets.ts";
import { programEnvironment } from "./childEnvironment.ts";

/** A program that still runs after this long counts as started: one that cannot be run is told by the OS at once, xdg-open without a browser ends soon. */
const soonMs = 600;

/**
 * Starts a program without a shell and leaves it alone: it outlives us, hears nothing from us and prints nowhere.
 * @returns false: it could not be started, or ended at once with an error.
 */
export function startProgram(file: string, args: readonly string[], platform: Platform): Promise<boolean> {
  if (!isProgram(file, platform)) return Promise.resolve(false);
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(file, args, {
        // Its own folder: no library of the folder that we were started in is ever found.
        cwd: platform === "windows" ? win32.dirname(file) : "/",
        env: programEnvironment(platform, process.env),
        stdio: "ignore",
        detached: true,
        shell: false,
      });
    } catch {
      resolve(false);
      return;
    }
    const timer = setTimeout(() => resolve(true), soonMs);
    const settle = (started: boolean) => {
      clearTimeout(timer);
      resolve(started);
    };
    child.on("error", () => settle(false));
    // xdg-open and the like hand over and end; with 0 it went well.
    child.on("exit", (code) => settle(code === 0));
    child.unref();
  });
}
