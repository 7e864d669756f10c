import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const openers = { linux: ["xdg-open"], darwin: ["open"], win32: ["rundll32.exe", "url.dll,FileProtocolHandler"] };

/**
 * Opens the address in the person's browser, if there is a way. The address holds the token, and everybody on the machine may read command lines:
 * so the command gets a file that only this user can read, and the file leads on. Returns the function that takes the file away.
 */
export function openInBrowser(address) {
  const [program, ...first] = openers[process.platform] ?? [];
  if (program === undefined) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), "preflight-")); // mode 0700
  const file = join(folder, "open.html");
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>Preflight</title><meta http-equiv="refresh" content="0; url=${address}">`, {
    mode: 0o600,
  });
  spawn(program, [...first, file], { stdio: "ignore", detached: true })
    .on("error", () => undefined) // no opener: the address is on the screen
    .unref();
  return () => rmSync(folder, { recursive: true, force: true });
}
