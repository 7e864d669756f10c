import { constants } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hearOwnSignals } from "../../../electron/host/ownSignals.ts";
import { signalPlan, signalsWith } from "../../../electron/host/signalPlan.ts";

// One that nothing else in this process uses; it would end the process without a listener.
const signal = "SIGVTALRM";
let before: ReadonlyMap<NodeJS.Signals, readonly unknown[]>;
let seconds = 0;
const known = Object.keys(constants.signals) as NodeJS.Signals[];
beforeEach(() => {
  before = new Map(known.map((name) => [name, process.listeners(name)]));
  seconds = 0;
});
afterEach(() => {
  for (const name of known)
    for (const listener of process.listeners(name)) if (!before.get(name)?.includes(listener)) process.removeListener(name, listener);
});

describe("the signals of this process", () => {
  it("that came in the very turn in which a command was to start keep it from starting", async () => {
    const own = hearOwnSignals(() => seconds++);
    let started = false;
    process.kill(process.pid, signal);
    // The OS has handed it over; no listener could run yet.
    expect(own.interrupted.aborted).toBe(false);
    const went = await own.passTo(
      () => undefined,
      () => {
        started = true;
      },
    );
    expect([went, started, own.interrupted.aborted]).toEqual([false, false, true]);
  });

  it("reach the command from its start on, and interrupt nothing any more", async () => {
    const own = hearOwnSignals(() => seconds++);
    const heard = await new Promise((resolve) => {
      // Sent in the turn of the start itself: it comes after it, and is not lost.
      void own.passTo(resolve, () => process.kill(process.pid, signal));
    });
    expect([heard, own.interrupted.aborted]).toEqual([signal, false]);
  });

  it("do not interrupt what is done in a moment, once it is begun, and keep it from being begun before", async () => {
    const own = hearOwnSignals(() => seconds++);
    expect(await own.commit()).toBe(true);
    process.kill(process.pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([own.interrupted.aborted, seconds]).toEqual([false, 0]);

    const other = hearOwnSignals(() => seconds++);
    process.kill(process.pid, signal);
    expect(await other.commit()).toBe(false);
  });

  it("end the program at once when they come a second time", async () => {
    await new Promise<void>((resolve) => {
      hearOwnSignals(resolve).interrupted.addEventListener("abort", () => process.kill(process.pid, signal));
      process.kill(process.pid, signal);
    });
  });
});

describe("the list of signals", () => {
  it("has a decision for every signal of this OS", () => {
    expect(known.filter((name) => !(name in signalPlan))).toEqual([]);
  });

  it("never listens for what cannot be caught, nor for a fault of this process", () => {
    const caught = signalsWith(({ checking, running }) => checking !== "system" || running !== "system", constants.signals);
    for (const name of ["SIGKILL", "SIGSTOP", "SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL", "SIGTRAP", "SIGCHLD"]) expect(caught).not.toContain(name);
  });

  it("leaves no signal to its usual end while a command runs: the command would be left without us", () => {
    // What ends a process by default (signal(7)), but for faults, aliases and what cannot be caught.
    const deadly = [
      "SIGHUP",
      "SIGINT",
      "SIGQUIT",
      "SIGABRT",
      "SIGUSR1",
      "SIGUSR2",
      "SIGPIPE",
      "SIGALRM",
      "SIGTERM",
      "SIGSTKFLT",
      "SIGXCPU",
      "SIGXFSZ",
    ].concat(["SIGVTALRM", "SIGPROF", "SIGIO", "SIGPWR"]);
    for (const name of deadly) expect(signalPlan[name as NodeJS.Signals].running, name).not.toBe("system");
  });
});
