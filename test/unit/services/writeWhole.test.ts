import { execFileSync } from "node:child_process";
import { link, lstat, mkdir, open, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeFolder } from "../../../electron/services/madeFolder.ts";
import { writeWhole } from "../../../electron/services/writeWhole.ts";
import { temporaryFolder } from "./world.ts";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, link: vi.fn(real.link), rename: vi.fn(real.rename), open: vi.fn(real.open) };
});

const failing = (code: string) => Object.assign(new Error(`${code}: as the system says`), { code });

let folder: string;
let remove: () => Promise<void>;
const file = () => path.join(folder, "report.html");
const write = (content: string, replace: boolean) => writeWhole(file(), content, { mode: 0o600, replace });
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(async () => {
  vi.mocked(link).mockReset();
  vi.mocked(rename).mockReset();
  vi.mocked(open).mockReset();
  const real = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");
  vi.mocked(link).mockImplementation(real.link);
  vi.mocked(rename).mockImplementation(real.rename);
  vi.mocked(open).mockImplementation(real.open);
  await remove();
});

/** What the systems say of a hard link where there are none: Linux on FAT and exFAT, macOS on FAT and many shares, FUSE, Windows on FAT (libuv's word). */
const withoutLinks = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EISDIR", "EINVAL"];

describe.each([null, ...withoutLinks])("on a file system whose answer to a hard link is %s", (answer) => {
  beforeEach(() => {
    if (answer !== null) vi.mocked(link).mockRejectedValue(failing(answer));
  });

  test("a new file is written, for its owner alone, and nothing stays beside it", async () => {
    await write("whole", false);
    expect(await readFile(file(), "utf8")).toBe("whole");
    expect((await lstat(file())).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["report.html"]);
  });

  test("a file that is there is left alone, also one that came at the last moment", async () => {
    await writeFile(file(), "somebody else's");
    await expect(write("whole", false)).rejects.toMatchObject({ code: "EEXIST" });
    expect(await readFile(file(), "utf8")).toBe("somebody else's");
    expect(await readdir(folder)).toEqual(["report.html"]);
  });

  test("an older one is replaced where that is asked for", async () => {
    await writeFile(file(), "older");
    await write("newer", true);
    expect(await readFile(file(), "utf8")).toBe("newer");
  });

  test("nothing is left where the disk is full at any step", async () => {
    vi.mocked(link).mockRejectedValue(failing(answer ?? "ENOSPC"));
    vi.mocked(rename).mockRejectedValue(failing("ENOSPC"));
    await expect(write("whole", false)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await readdir(folder)).toEqual([]);
    await writeFile(file(), "older");
    await expect(write("newer", true)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await readdir(folder)).toEqual(["report.html"]);
    expect(await readFile(file(), "utf8")).toBe("older");
  });
});

test("what is written is on disk before it has its name", async () => {
  const steps: string[] = [];
  const real = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");
  vi.mocked(open).mockImplementation(async (...given) => {
    const handle = await real.open(...given);
    const sync = handle.sync.bind(handle);
    handle.sync = () => {
      steps.push("sync");
      return sync();
    };
    return handle;
  });
  vi.mocked(rename).mockImplementation((from, to) => {
    steps.push("rename");
    return real.rename(from, to);
  });
  await write("whole", true);
  expect(steps).toEqual(["sync", "rename"]);
});

test("a name of 80 Japanese characters, the longest that Linux takes, can be written", async () => {
  const name = `${"報".repeat(83)}.json`;
  await writeWhole(path.join(folder, name), "{}", { mode: 0o600, replace: false });
  expect(await readdir(folder)).toEqual([name]);
});

describe.skipIf(process.platform === "win32")("only an ordinary file is replaced", () => {
  test("a named pipe stays one", async () => {
    execFileSync("/usr/bin/mkfifo", [file()]);
    await expect(write("whole", true)).rejects.toMatchObject({ code: "not-regular" });
    expect((await lstat(file())).isFIFO()).toBe(true);
  });

  test("a link stays one, and what it names is untouched", async () => {
    const other = path.join(folder, "other");
    await writeFile(other, "kept");
    await symlink(other, file());
    await expect(write("whole", true)).rejects.toMatchObject({ code: "not-regular" });
    expect((await lstat(file())).isSymbolicLink()).toBe(true);
    expect(await readFile(other, "utf8")).toBe("kept");
  });

  test("a device stays one", async () => {
    await expect(writeWhole("/dev/null", "whole", { mode: 0o600, replace: true })).rejects.toMatchObject({ code: "not-regular" });
  });

  test("a folder is called one", async () => {
    await mkdir(file());
    await expect(write("whole", true)).rejects.toMatchObject({ code: "EISDIR" });
  });
});

describe("a folder made for files", () => {
  test("is taken away with those above it that were made, and what was there stays", async () => {
    const made = await makeFolder(path.join(folder, "a/b/c"));
    await made.undo();
    expect(await readdir(folder)).toEqual([]);
    await mkdir(path.join(folder, "mine"));
    const second = await makeFolder(path.join(folder, "mine/keys"));
    await second.undo();
    expect(await readdir(folder)).toEqual(["mine"]);
    await (await makeFolder(path.join(folder, "mine"))).undo();
    expect(await readdir(folder)).toEqual(["mine"]);
  });

  test("stays where something was put into it meanwhile", async () => {
    const made = await makeFolder(path.join(folder, "a/b"));
    await writeFile(path.join(folder, "a/b/theirs"), "kept");
    await made.undo();
    expect(await readFile(path.join(folder, "a/b/theirs"), "utf8")).toBe("kept");
  });
});
