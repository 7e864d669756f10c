import type { Writable } from "node:stream";
import { createStyle, type Style } from "./style.ts";

/** The place where lines go, and what it can show. */
export interface Terminal {
  readonly interactive: boolean;
  readonly columns: number;
  readonly style: Style;
  /** Writes lines to standard output. Quiet when nobody reads any more. */
  print(lines: readonly string[]): void;
  /** Text exactly as given: JSON, a report, a script. */
  write(text: string): void;
  /** One sentence for standard error. */
  complain(sentence: string): void;
  /** Lines for standard error, after a complaint. */
  explain(lines: readonly string[]): void;
  /** On a terminal: a line that the next one replaces. Elsewhere nothing. */
  status(text: string): void;
  clearStatus(): void;
  /** Waits until everything has been written. Returns false when standard output could not take it, other than by being closed. */
  flush(): Promise<boolean>;
}

const widest = 120;
const withoutTerminal = 100;

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded || stream.errored) resolve();
    else stream.write("", () => resolve());
  });
}

/** @param colours false: none, whatever the terminal can do. */
export function openTerminal(options: { readonly colours: boolean }): Terminal {
  const { stdout, stderr } = process;
  let failed = false;
  let statusShown = false;
  // EPIPE: the reader (head, less) has gone. That is its right; the exit code stays what it is.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") failed = true;
  });
  stderr.on("error", () => undefined);
  const write = (text: string) => {
    if (!stdout.destroyed && !stdout.errored) stdout.write(text);
  };
  const interactive = stdout.isTTY === true;
  const clearStatus = () => {
    if (statusShown) write("\r\u001b[2K");
    statusShown = false;
  };
  return {
    interactive,
    columns: interactive ? Math.max(40, Math.min(stdout.columns || 80, widest)) : withoutTerminal,
    style: createStyle(options.colours && interactive),
    print(lines) {
      clearStatus();
      write(lines.map((line) => `${line}\n`).join(""));
    },
    write(text) {
      clearStatus();
      write(text);
    },
    complain(sentence) {
      clearStatus();
      if (!stderr.destroyed) stderr.write(`preflight: ${sentence}\n`);
    },
    explain(lines) {
      clearStatus();
      if (!stderr.destroyed) stderr.write(lines.map((line) => `${line}\n`).join(""));
    },
    status(text) {
      if (!interactive) return;
      clearStatus();
      write(text);
      statusShown = true;
    },
    clearStatus,
    async flush() {
      clearStatus();
      await Promise.all([drained(stdout), drained(stderr)]);
      return !failed;
    },
  };
}
