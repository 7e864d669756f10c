// Started on Windows by the tests: another program looks into a file, as a virus scanner does, at the moment in which it is to be replaced or given back.
import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { writeFileAtomically } from "../../../electron/services/jsonFile.ts";
import { openLock } from "../../../electron/services/lock.ts";

const folder = process.argv[2] ?? "";

function isHeld(file: string): boolean {
  try {
    closeSync(openSync(file, "r+"));
    return false;
  } catch {
    return true;
  }
}

/** cmd.exe opens the file for its child's input and lets nobody else write or remove it until the child is ended. */
async function hold(file: string): Promise<void> {
  spawn("C:\\windows\\system32\\cmd.exe", ["/c", `ping -n 60 127.0.0.1 < ${file} > NUL`], { stdio: "ignore" });
  while (!isHeld(file)) await new Promise((resolve) => setTimeout(resolve, 10));
}

function letGo(): void {
  spawn("C:\\windows\\system32\\taskkill.exe", ["/F", "/IM", "ping.exe"], { stdio: "ignore" });
}

async function replace(file: string): Promise<{ readonly error: string | null; readonly ms: number }> {
  const begun = performance.now();
  const error = await writeFileAtomically(folder, file, "new").then(
    () => null,
    (reason: NodeJS.ErrnoException) => reason.code ?? "?",
  );
  return { error, ms: performance.now() - begun };
}

const content = (file: string) => readFileSync(`${folder}\\${file}`, "utf8");
const told: Record<string, unknown> = {};

await writeFileAtomically(folder, "short.json", "old");
await hold(`${folder}\\short.json`);
setTimeout(letGo, 100);
told["short"] = { ...(await replace("short.json")), content: content("short.json") };

await writeFileAtomically(folder, "long.json", "old");
await hold(`${folder}\\long.json`);
told["long"] = { ...(await replace("long.json")), content: content("long.json") };

await openLock(folder).run(async () => {
  const [ticket] = readdirSync(folder).filter((name) => name.startsWith("lock-"));
  await hold(`${folder}\\${ticket}`);
  setTimeout(letGo, 100);
});
told["lock"] = readdirSync(folder)
  .filter((name) => name.startsWith("lock-"))
  .map((name) => statSync(`${folder}\\${name}`).size);
told["drafts"] = readdirSync(folder).filter((name) => name.startsWith("draft-"));

process.stdout.write(JSON.stringify(told));
process.exit(0);
