import { runMonitor } from "../../../../electron/host/monitorProcess.ts";

// Watches by the given program, prints its first line and goes on until it is killed.
const [file = ""] = process.argv.slice(2);
runMonitor({ platform: "linux", files: [file], args: [] }, "linux", console.log, () => process.exit(1));
