import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** "nobody": Chromium's sandbox is for people who are not root. */
const nobody = 65534;

export interface Person {
  readonly home: string;
  readonly env: Record<string, string | undefined>;
  readonly ids: { readonly uid?: number; readonly gid?: number };
  forget(): void;
}

/** Somebody who is not root, with a home of their own and the right to this display. */
export function somebody(language: string): Person {
  const home = mkdtempSync(join(tmpdir(), "preflight-somebody-"));
  mkdirSync(join(home, "config"));
  const authority = process.env["XAUTHORITY"];
  if (authority !== undefined) copyFileSync(authority, join(home, "xauthority"));
  const ids = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (ids.uid !== undefined) {
    chownSync(home, nobody, nobody);
    chownSync(join(home, "config"), nobody, nobody);
    if (authority !== undefined) chownSync(join(home, "xauthority"), nobody, nobody);
  }
  // The session bus belongs to who runs the tests and turns others away.
  const { DBUS_SESSION_BUS_ADDRESS: _, ...given } = process.env;
  const env = {
    ...given,
    HOME: home,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_STATE_HOME: join(home, "state"),
    XDG_CACHE_HOME: join(home, "cache"),
    XAUTHORITY: join(home, "xauthority"),
    LANGUAGE: language,
  };
  return { home, env, ids, forget: () => rmSync(home, { recursive: true, force: true }) };
}

export interface RunningPacked {
  readonly id: number;
  /** The value of an expression in the page. */
  ask(expression: string): Promise<unknown>;
  stop(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: {
    readonly sessionId?: string;
    readonly targetInfos?: readonly { readonly targetId: string; readonly type: string }[];
    readonly result?: { readonly value?: unknown };
  };
}

/** Chromium's own debugging protocol over two pipes: the app itself cannot be debugged, its fuses forbid it. Messages end with a zero byte. */
function protocolOf(child: ChildProcess) {
  const [, , , into, outOf] = child.stdio as unknown as readonly [null, null, null, Writable, Readable];
  const waiting = new Map<number, (answer: Answer) => void>();
  let rest = "";
  outOf.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop() ?? "";
    for (const answer of messages.map((message) => JSON.parse(message) as Answer)) waiting.get(answer.id ?? -1)?.(answer);
  });
  let last = 0;
  return (method: string, params: object = {}, sessionId?: string) =>
    new Promise<NonNullable<Answer["result"]>>((done) => {
      last += 1;
      waiting.set(last, ({ result = {} }) => done(result));
      into.write(`${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    });
}

/** Starts the packed app as that person and waits for its page. */
export async function startPacked(binary: string, { env, ids, home }: Person): Promise<RunningPacked> {
  const child = spawn(binary, ["--remote-debugging-pipe"], { env, cwd: home, stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"], ...ids });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const send = protocolOf(child);
  const findPage = async (): Promise<string> => {
    for (;;) {
      const page = (await send("Target.getTargets")).targetInfos?.find(({ type }) => type === "page");
      if (page !== undefined) return page.targetId;
      await new Promise((again) => setTimeout(again, 50));
    }
  };
  const { sessionId = "" } = await send("Target.attachToTarget", { targetId: await findPage(), flatten: true });
  return {
    id: child.pid ?? -1,
    ask: async (expression) => (await send("Runtime.evaluate", { expression, returnByValue: true }, sessionId)).result?.value,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(late);
    },
  };
}
