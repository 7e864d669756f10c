import type { Opener } from "../../electron/services/activities/opener.ts";

export interface FakeOpener extends Opener {
  /** What was opened, started or ended, in order. */
  readonly did: unknown[];
}

/** Opens nothing and remembers what it was asked; everything works unless the test says otherwise. */
export function fakeOpener(overrides: Partial<Opener> = {}): FakeOpener {
  const did: unknown[] = [];
  const done = (entry: unknown) => {
    did.push(entry);
    return Promise.resolve(true);
  };
  return {
    did,
    openAddress: (address) => done(["address", address]),
    hasTool: async () => true,
    openTool: (tool) => done(["tool", tool]),
    startProgram: (program, args) => done(["program", program, ...args]),
    endProgram: (pid) => done(["end", pid]),
    ...overrides,
  };
}
