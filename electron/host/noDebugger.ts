// Node answers SIGUSR1 by opening its debugger on a port of this PC, where every user of it may then run code as us. A listener takes the signal's place
// (https://nodejs.org/docs/latest-v20.x/api/process.html#signal-events); Node 20 has no flag for that. Every door imports this before everything else.
process.on("SIGUSR1", () => undefined);

/** True when a debugger was opened all the same: by a signal before our first line, by --inspect, or by NODE_OPTIONS. */
export function isDebuggerOpen(): boolean {
  // Undefined in a Node that was built without one.
  return process.getBuiltinModule("node:inspector")?.url() !== undefined;
}
