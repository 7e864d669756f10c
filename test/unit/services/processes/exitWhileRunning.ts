import { existsSync, readFileSync } from "node:fs";
import { runProcess } from "../../../../electron/host/runProcess.ts";

// Ends while a tool that ignores the request to end is still under way, as the command line does after a run that was given up: as soon as the tool and what it
// has started have written down who they are.
const [file = "", pids = ""] = process.argv.slice(2);
const controller = new AbortController();
void runProcess({ platform: "linux", files: [file], args: [], timeoutMs: 60_000 }, controller.signal, "linux");
setInterval(() => {
  if (!existsSync(pids) || readFileSync(pids, "utf8").split("\n").length < 3) return;
  controller.abort();
  process.exit(0);
}, 20);
