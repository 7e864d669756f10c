import { isDebuggerOpen } from "../host/noDebugger.ts"; // first: see there
import { debuggerOpen } from "./debuggerOpen.ts";
import { exitCodes } from "./exitCodes.ts";
import { lastResort } from "./lastResort.ts";

declare const __PREFLIGHT_VERSION__: string;

// Nothing else is loaded for --version; everything else comes when it is needed.
const [first, ...others] = process.argv.slice(2);
if (first === "--version" && others.length === 0) {
  process.stdout.on("error", () => undefined);
  process.stdout.write(`${__PREFLIGHT_VERSION__}\n`);
} else if (isDebuggerOpen()) {
  process.stderr.write(`preflight: ${debuggerOpen.ja} / ${debuggerOpen.en}\n`);
  process.exit(exitCodes.couldNotRun);
} else {
  // Until the line has been understood and served, the code says "could not run": an end on the way can look like nothing better.
  process.exitCode = exitCodes.couldNotRun;
  try {
    const { runCommandLine } = await import("./run.ts");
    process.exit(await runCommandLine(process.argv.slice(2), __PREFLIGHT_VERSION__));
  } catch {
    // Not even the program could be loaded, so nobody knows the language yet.
    process.stderr.write(`preflight: ${lastResort.ja} / ${lastResort.en}\n`);
    process.exit(exitCodes.couldNotRun);
  }
}
