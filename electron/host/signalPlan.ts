/** What a signal does to a command line that is still looking at the PC. */
type WhileChecking =
  /** Ends the check; what has not been started is not started. */
  | "interrupts"
  /** Meant for the command, which is not there yet. SIGUSR1 among them: what it would open by itself is a debugger for everybody on this PC. */
  | "ignored"
  /** What the OS does with it: mostly nothing (CONT, WINCH, URG, CHLD), stopping (TSTP, TTIN, TTOU), or an end that nobody can prevent (KILL, a fault). */
  | "system";

/** What it does while a command runs in our place. */
type WhileRunning =
  | "passed-on"
  /** From a terminal the command gets it by itself, being in the same group; passed on where there is no terminal. */
  | "from-terminal"
  /** Like that, and stops this program too, so that whoever waits for it sees that it stopped. */
  | "stops"
  | "system";

export interface SignalPlan {
  readonly checking: WhileChecking;
  readonly running: WhileRunning;
}

const ends: SignalPlan = { checking: "interrupts", running: "passed-on" };
const endsFromTerminal: SignalPlan = { checking: "interrupts", running: "from-terminal" };
const forTheCommand: SignalPlan = { checking: "ignored", running: "passed-on" };
const system: SignalPlan = { checking: "system", running: "system" };

/**
 * Every signal that Node names, and what becomes of it (https://man7.org/linux/man-pages/man7/signal.7.html; signals(3) on macOS). A fault of this process (SEGV,
 * BUS, FPE, ILL, TRAP, SYS) is not for a listener, which would make it go on. Real-time signals have no name in Node and do what they always do.
 */
export const signalPlan: Readonly<Record<NodeJS.Signals, SignalPlan>> = {
  SIGINT: endsFromTerminal,
  SIGQUIT: endsFromTerminal,
  SIGBREAK: endsFromTerminal,
  SIGTERM: ends,
  SIGHUP: ends,
  SIGALRM: ends,
  SIGVTALRM: ends,
  // V8 samples by it when somebody asks for a profile.
  SIGPROF: { checking: "system", running: "passed-on" },
  SIGXCPU: ends,
  SIGPWR: ends,
  SIGIO: ends,
  SIGSTKFLT: ends,
  SIGUSR1: forTheCommand,
  SIGUSR2: forTheCommand,
  SIGPIPE: forTheCommand,
  SIGCONT: { checking: "system", running: "passed-on" },
  SIGURG: { checking: "system", running: "passed-on" },
  SIGABRT: { checking: "system", running: "passed-on" },
  SIGXFSZ: { checking: "system", running: "passed-on" },
  SIGWINCH: { checking: "system", running: "from-terminal" },
  SIGINFO: { checking: "system", running: "from-terminal" },
  SIGTSTP: { checking: "system", running: "stops" },
  SIGTTIN: system,
  SIGTTOU: system,
  SIGCHLD: system,
  SIGKILL: system,
  SIGSTOP: system,
  SIGSEGV: system,
  SIGBUS: system,
  SIGFPE: system,
  SIGILL: system,
  SIGTRAP: system,
  SIGSYS: system,
  // Other names of SIGABRT, SIGIO, SIGSYS and SIGPWR: heard twice they would be passed on twice.
  SIGIOT: system,
  SIGPOLL: system,
  SIGUNUSED: system,
  SIGLOST: system,
};

/** The signals of this OS for which this holds. */
export function signalsWith(holds: (plan: SignalPlan) => boolean, known: Readonly<Record<string, number>>): readonly NodeJS.Signals[] {
  return (Object.keys(signalPlan) as NodeJS.Signals[]).filter((signal) => signal in known && holds(signalPlan[signal]));
}
