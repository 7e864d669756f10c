import { runProcess } from "../../../../electron/host/runProcess.ts";

// Ends while a tool that ignores the request to end is still under way, as the command line does after a run that was given up.
const [file = ""] = process.argv.slice(2);
const controller = new AbortController();
void runProcess({ platform: "linux", files: [file], args: [], timeoutMs: 5000 }, controller.signal, "linux");
setTimeout(() => {
  controller.abort();
  process.exit(0);
}, 500);
