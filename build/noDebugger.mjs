// As electron/host/noDebugger.ts, for what runs without being built: SIGUSR1 would open Node's debugger for every user of this PC. Imported first.
import inspector from "node:inspector";

process.on("SIGUSR1", () => undefined);

/** True when one was opened all the same: by --inspect or by NODE_OPTIONS. */
export const isDebuggerOpen = () => inspector.url() !== undefined;
