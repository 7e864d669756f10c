import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as files from "node:fs/promises";
import { hostname, uptime } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Lock, LockError, openLock } from "../../../electron/services/lock.ts";
import { lifeOf, ownTicket, parseTicket, type Ticket, ticketText } from "../../../electron/services/lockTicket.ts";
import { processStart } from "../../../electron/services/processLife.ts";
import { bundleInto } from "./processes/bundle.ts";
import { temporaryFolder } from "./world.ts";

vi.mock("node:fs/promises", async (load) => {
  const real = await load<typeof import("node:fs/promises")>();
  return { ...real, link: vi.fn(real.link), truncate: vi.fn(real.truncate) };
});

let programs: Awaited<ReturnType<typeof temporaryFolder>>;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let lock: Lock;
const children: ChildProcess[] = [];
beforeAll(async () => {
  programs = await temporaryFolder();
  await bundleInto(programs.folder, ["holdLock"]);
}, 60_000);
afterAll(() => programs.remove());
beforeEach(async () => {
  place = await temporaryFolder();
  lock = openLock(place.folder);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  vi.restoreAllMocks();
  await place.remove();
});

const started = async (program: string, args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly said: string }> => {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [said] = await once(child.stdout ?? child, "data");
  return { child, said: String(said).trim() };
};
const holder = () => started(process.execPath, [path.join(programs.folder, "holdLock.mjs"), place.folder]);
const putTicket = (text: string, name = "lock-5") => files.writeFile(path.join(place.folder, name), text);
/** The error within a second of real time, by a clock that nobody sets. */
const refusedAtOnce = async (wanted: Lock) => {
  const begun = performance.now();
  const error = await wanted.run(async () => "in").catch((reason: unknown) => reason);
  expect(performance.now() - begun).toBeLessThan(2000);
  return error;
};

describe("whose process is gone", () => {
  test("a zombie holds nothing", async () => {
    // exec leaves the child to a program that never asks how it ended.
    const { said } = await started("/bin/sh", ["-c", "sleep 0.3 & echo $!; exec sleep 60"]);
    await vi.waitFor(async () => expect(await files.readFile(`/proc/${said}/stat`, "utf8")).toContain(") Z "), 10_000);
    await putTicket(`${said} ${await processStart(Number(said))}`);
    expect(await lock.run(async () => "in")).toBe("in");
  });

  test("a process of another start of this PC holds nothing, even if its number is somebody's now", async () => {
    const own = await ownTicket("another");
    await putTicket(ticketText({ ...own, start: await processStart(process.pid), where: own.where && { ...own.where, boot: "earlier" } }));
    expect(await lock.run(async () => "in")).toBe("in");
  });

  test("where a start has no name, the time since it tells", async () => {
    const own = await ownTicket("mine");
    const of = (at: number, up: number): Ticket => ({ ...own, where: own.where && { ...own.where, lock: "other", boot: null, at, up } });
    const now = { at: Date.UTC(2026, 10, 24, 9), up: 600 };
    // Taken when the PC had been up for five days; it is up for ten minutes now.
    expect(await lifeOf(of(now.at - 3_600_000, 432_000), own, now)).toBe("gone");
    // Taken three days ago, five minutes after that start.
    expect(await lifeOf(of(now.at - 259_200_000, 300), own, now)).toBe("gone");
    expect(await lifeOf(of(now.at - 60_000, 540), own, now)).toBe("alive");
  });
});

describe("whose process lives", () => {
  test("a stopped holder keeps the lock; whoever waited for it once does not wait again, and learns who it is", async () => {
    const { child } = await holder();
    child.kill("SIGSTOP");
    // Set back all the time: the wait ends all the same.
    let hour = 0;
    vi.spyOn(Date, "now").mockImplementation(() => 1_700_000_000_000 - hour++ * 3_600_000);
    const first = await lock.run(async () => "in").catch((reason: unknown) => reason);
    expect(first).toBeInstanceOf(LockError);
    expect(first).toMatchObject({ holder: { pid: child.pid, program: expect.stringContaining("holdLock.mjs") } });
    expect(await refusedAtOnce(lock)).toMatchObject({ holder: { pid: child.pid } });
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await lock.run(async () => "in")).toBe("in");
  }, 30_000);

  test("a ticket of an older version, a number and a start, is understood", async () => {
    const { child } = await started("/bin/sh", ["-c", "echo; exec sleep 60"]);
    await putTicket(`${child.pid} ${await processStart(child.pid ?? 0)}`);
    expect(await lock.run(async () => "in").catch((reason: unknown) => reason)).toMatchObject({ holder: { pid: child.pid } });
    await putTicket(`${child.pid} 1`);
    expect(await lock.run(async () => "in")).toBe("in");
  }, 30_000);

  test("an older version understands our tickets: number and start come first", async () => {
    const own = await ownTicket("x");
    const [pid, start] = ticketText(own).split(" ");
    expect([Number(pid), start]).toEqual([process.pid, await processStart(process.pid)]);
    expect(parseTicket(ticketText(own))).toEqual(own);
    expect(parseTicket(ticketText({ ...own, start: "" }))).toEqual({ ...own, start: "" });
  });
});

describe("who works on the same folder from elsewhere", () => {
  const elsewhere = async () => {
    const own = await ownTicket("theirs");
    // 1 is a process here as well: its number says nothing.
    return ticketText({ pid: 1, start: "1", where: own.where && { ...own.where, machine: hostname().slice(0, 30), boot: "theirs", up: uptime() } });
  };

  test("holds the lock as long as the ticket is touched", async () => {
    await putTicket(await elsewhere());
    expect(await lock.run(async () => "in").catch((reason: unknown) => reason)).toMatchObject({ holder: { pid: 1 } });
  }, 30_000);

  test("is gone when it was silent for long", async () => {
    await putTicket(await elsewhere());
    const longAgo = new Date(Date.now() - 120_000);
    await files.utimes(path.join(place.folder, "lock-5"), longAgo, longAgo);
    expect(await lock.run(async () => "in")).toBe("in");
  });

  test("a process of another PID namespace is elsewhere too", async () => {
    const own = await ownTicket("mine");
    expect(await lifeOf({ ...own, where: own.where && { ...own.where, lock: "theirs", space: "pid:[1]" } }, own)).toBe("elsewhere");
  });

  test("a holder touches its ticket while it works", async () => {
    await lock.run(async () => {
      const file = path.join(place.folder, "lock-1");
      const { mtimeMs } = await files.stat(file);
      await vi.waitFor(async () => expect((await files.stat(file)).mtimeMs).toBeGreaterThan(mtimeMs), 15_000);
      expect(parseTicket(await files.readFile(file, "utf8"))?.pid).toBe(process.pid);
    });
  }, 30_000);
});

describe("a ticket that could not be emptied", () => {
  test("is known as given back by the one who had it", async () => {
    vi.mocked(files.truncate).mockRejectedValueOnce(Object.assign(new Error("EIO"), { code: "EIO" }));
    expect(await lock.run(async () => "first")).toBe("first");
    expect(await files.readFile(path.join(place.folder, "lock-1"), "utf8")).not.toBe("");
    expect(await lock.run(async () => "second")).toBe("second");
  });

  test("is emptied a little later for all others", async () => {
    vi.mocked(files.truncate).mockRejectedValueOnce(Object.assign(new Error("EIO"), { code: "EIO" }));
    await lock.run(async () => undefined);
    await vi.waitFor(async () => expect(await files.readFile(path.join(place.folder, "lock-1"), "utf8")).toBe(""), 15_000);
  }, 30_000);
});

describe("a file system without hard links", () => {
  beforeEach(() => {
    vi.mocked(files.link).mockImplementation(() => Promise.reject(Object.assign(new Error("EPERM"), { code: "EPERM" })));
  });

  test("lets in one at a time all the same", async () => {
    let inside = 0;
    let most = 0;
    const locks = Array.from({ length: 6 }, () => openLock(place.folder));
    const work = async (_: unknown, index: number) =>
      locks[index % locks.length]?.run(async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside--;
      });
    await Promise.all(Array.from({ length: 30 }, work));
    expect(most).toBe(1);
    expect((await files.readdir(place.folder)).length).toBe(1);
  }, 30_000);

  test("an empty ticket is somebody's until it is old: its maker has not written it yet", async () => {
    await lock.run(async () => undefined);
    await putTicket("");
    const entered = lock.run(async () => performance.now());
    const begun = performance.now();
    expect((await entered) - begun).toBeGreaterThan(1000);
  }, 30_000);
});
