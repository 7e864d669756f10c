import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { policyText } from "../cli/support/policies.ts";
import { putManagedPolicy } from "../support/managedPolicy.ts";
import { launch, launchArguments, newPerson } from "./launchApp.ts";
import { callFrom, garbageFrom, settled } from "./page.ts";

const target = "https://work.example/start?from=preflight";
const person = newPerson("ja");
const place = mkdtempSync(join(tmpdir(), "preflight-activities-"));
let app: ElectronApplication;
let page: Page;

/** The app as it starts on a PC of an organisation: a policy in /etc that only this process sees, by an overlay. The machine's own /etc is not touched. */
async function launchManaged(text: string): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error("This test mounts folders in a namespace of its own and needs root.");
  const source = join(place, "policy");
  const layer = join(place, "layer");
  mkdirSync(layer);
  await putManagedPolicy(source, text);
  const wrapper = join(place, "electron");
  const lines = [
    `mount -t tmpfs tmpfs '${layer}'`,
    `mkdir '${layer}/upper' '${layer}/work'`,
    `mount -t overlay overlay -o lowerdir=/etc,upperdir='${layer}/upper',workdir='${layer}/work' /etc`,
    "rm -rf /etc/telework-preflight",
    "mkdir -m 755 /etc/telework-preflight",
    `cp '${source}'/* /etc/telework-preflight/`,
    "chown -R 0:0 /etc/telework-preflight",
    `exec '${launch.binary}' "$@"`,
  ];
  writeFileSync(join(place, "inside"), lines.join("\n"));
  writeFileSync(wrapper, `#!/bin/sh\nexec unshare --mount --propagation private sh -e '${join(place, "inside")}' "$@"\n`);
  chmodSync(wrapper, 0o755);
  app = await _electron.launch({ executablePath: wrapper, args: launchArguments, env: person.env, cwd: resolve(import.meta.dirname, "../..") });
  page = await app.firstWindow();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  // What would open a browser notes the address instead.
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
  });
}
const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);

beforeAll(async () => {
  const first = { title: { ja: "社内システム", en: "Company systems" }, class: "internal", method: "cloud-app" };
  const activities = [
    { ...first, id: "web", launch: { url: target } },
    { ...first, id: "desk", title: { ja: "机の仕事", en: "Desk work" } },
  ];
  await launchManaged(policyText({ "rules-accepted": { level: "required" } }, { activities }));
});
afterAll(async () => {
  await app.close();
  person.forget();
  rmSync(place, { recursive: true, force: true });
});

it("starts nothing before the clearance, whoever asks and however", async () => {
  const snapshot = await settled(page);
  expect(snapshot.policy.origin).toBe("managed");
  expect(snapshot.policyTexts.activities.map(({ id, startable }) => [id, startable])).toEqual([
    ["web", true],
    ["desk", false],
  ]);
  // Neither a target nor a place ever reaches the page.
  expect(JSON.stringify(snapshot)).not.toContain("work.example");
  expect(await callFrom(page, "activities.start", { activityId: "web" })).toEqual({ ok: false, code: "no-clearance" });
  expect(await callFrom(page, "remedies.open", { checkId: "rules-accepted" })).toEqual({ ok: false, code: "nothing-to-open" });
  expect(await garbageFrom(page, "activities.start", { activityId: "web", url: "https://evil.example/" })).not.toBe("answered");
  expect(await garbageFrom(page, "remedies.open", { checkId: "https://evil.example/" })).not.toBe("answered");
  const start = page.getByRole("button", { name: /^開始 社内システム/ });
  expect(await start.getAttribute("aria-disabled")).toBe("true");
  await start.click({ force: true });
  expect(await opened()).toEqual([]);
});

it("opens exactly the policy's address under the clearance, from the button, and writes it down", async () => {
  expect(await callFrom(page, "declarations.set", { checkId: "rules-accepted", affirmed: true })).toEqual({ ok: true });
  await settled(page);
  await page.getByRole("button", { name: /^開始 社内システム/, disabled: false }).click();
  await expect.poll(opened, { timeout: 15_000 }).toEqual([target]);
  const journal = readFileSync(join(person.folder, "state/telework-preflight/journal.jsonl"), "utf8");
  expect(journal).toContain('"type":"started"');
  expect(journal).not.toContain("work.example");
});

it("starts nothing in the moment in which a check begins", async () => {
  const before = await opened();
  const answers = await page.evaluate(async () => {
    const { preflight } = globalThis as unknown as { preflight: { call(id: string, input: unknown): Promise<unknown> } };
    const run = preflight.call("run.start", {});
    const answer = await preflight.call("activities.start", { activityId: "web" });
    await run;
    return answer;
  });
  expect(answers).toEqual({ ok: false, code: "no-clearance" });
  expect(await opened()).toEqual(before);
});
