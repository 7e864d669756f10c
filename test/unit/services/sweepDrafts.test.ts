import { utimesSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { openStateStore } from "../../../electron/services/stateStore.ts";
import { start, temporaryFolder } from "./world.ts";

test("drafts of processes that are gone are removed at the next start, those of living ones and other files are not", async () => {
  const { folder, remove } = await temporaryFolder();
  const put = (name: string, old = false) => {
    writeFileSync(path.join(folder, name), "x");
    if (old) utimesSync(path.join(folder, name), new Date(0), new Date(0));
  };
  // Higher than any process number (pid_max is 2^22 at most); the parent of this process lives.
  put("draft-4194999-0123456789ab");
  put(".preflight-4194999-0123456789ab.part");
  put(`.preflight-${process.ppid}-0123456789ab.part`);
  put(`draft-${process.ppid}-0123456789ab`);
  put(`draft-${process.ppid}-ba9876543210`, true);
  put("draft-of-a-letter.txt", true);
  await openStateStore(folder, () => start);
  const left = (await readdir(folder)).filter((name) => /^draft-|\.part$/.test(name));
  expect(left.sort()).toEqual([`.preflight-${process.ppid}-0123456789ab.part`, `draft-${process.ppid}-0123456789ab`, "draft-of-a-letter.txt"].sort());
  await remove();
});
