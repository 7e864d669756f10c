import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { policyMayStart } from "../../../electron/services/activities/launch.ts";
import { readJournal } from "../../../electron/services/journal.ts";
import { lastManagedDigest } from "../../../electron/services/policy/lastManaged.ts";
import { generateKeys, signPolicy } from "../../../electron/services/policySignature.ts";
import { bundledPolicyText } from "../../support/bundledPolicyText.ts";
import { neverLocks, preflightIn, probesAnswering, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const clock = { at: start };
const keys = generateKeys();
const managed = () => path.join(place.folder, "managed");
const state = () => path.join(place.folder, "state");
/** Acme's policy: its own contacts, and exceptions that the helpdesk alone approves. */
const acme = bundledPolicyText
  .replace(/^id: .*$/m, "id: acme")
  .replace(/^revision: \d+$/m, "revision: 3")
  .replace(/^exceptions:\n/m, "exceptions:\n  approval: { by: [code] }\n");

async function put(text = acme): Promise<void> {
  await mkdir(managed(), { recursive: true, mode: 0o755 });
  const files = { "policy.yaml": text, "policy.yaml.sig": signPolicy(Buffer.from(text), keys.privatePem), "policy.pub": keys.publicPem };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(managed(), name), content, { mode: 0o644 });
}
async function look(openedPolicy?: string) {
  const service = await preflightIn(place.folder, clock, {
    probes: probesAnswering(neverLocks),
    trustedOwners: [process.getuid?.() ?? 0],
    ...(openedPolicy === undefined ? {} : { openedPolicy }),
  });
  await service.run({});
  return service;
}
const words = { reason: "The new lock setting is rolled out tomorrow.", compensatingMeasure: "The PC is locked by hand.", approver: "A. Manager" };
const self = { checkId: "screen-lock", ...words, endsAt: new Date(start.getTime() + 86_400_000).toISOString() };

beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe("a PC that was managed once, with the managed folder gone", () => {
  beforeEach(async () => {
    await put();
    const { policy, decision } = (await look()).snapshot();
    expect(policy).toMatchObject({ id: "acme", revision: 3, origin: "managed" });
    expect(policy.ownership).toBeUndefined();
    expect(decision?.integrity).toEqual([]);
    await rm(managed(), { recursive: true });
  });

  test("goes on by the last signed policy, says so, writes it down, and starts nothing by it", async () => {
    const service = await look();
    const { policy, decision } = service.snapshot();
    expect(policy).toMatchObject({ id: "acme", revision: 3, origin: "managed", ownership: "not-proved" });
    expect(policyMayStart({ summary: policy, refusal: null })).toBe(false);
    expect(decision?.integrity.map(({ kind }) => kind)).toEqual(["policy-gone"]);
    expect(decision?.light).not.toBe("go");
    const changes = (await readJournal(state())).entries.filter(({ kind }) => kind === "policy-change").map(({ data }) => data["gone"]);
    expect(changes).toEqual([false, true]);
    // What the company had forbidden stays forbidden.
    expect(await service.requestException(self)).toMatchObject({ ok: false, code: "exceptions.approval" });
  });

  test("takes no other policy that somebody opens", async () => {
    const lax = path.join(place.folder, "lax.yaml");
    await writeFile(lax, bundledPolicyText);
    expect((await look(lax)).snapshot().policy).toMatchObject({ id: "acme", origin: "managed" });
  });

  test.each([
    ["deleted", async (file: string) => rm(file)],
    ["changed", async (file: string) => writeFile(file, (await readFile(file, "utf8")).replace("revision: 3", "revision: 4"))],
    ["another one", async (file: string) => writeFile(file, bundledPolicyText)],
  ])("stops where that policy is %s, because there is none to go by", async (_, spoil) => {
    await spoil(path.join(state(), "policy.last.yaml"));
    const { policy, decision } = (await look()).snapshot();
    expect(decision?.light).toBe("stop");
    expect(decision?.integrity[0]).toMatchObject({ kind: "policy-refused", detail: expect.stringContaining("managed-gone") });
    expect(policy.origin).toBe("bundled");
  });

  test("is released by a file that only an administrator can put there, for good, and in the journal", async () => {
    await mkdir(managed(), { mode: 0o755 });
    await writeFile(path.join(managed(), "unmanaged"), "", { mode: 0o666 });
    await chmod(path.join(managed(), "unmanaged"), 0o666);
    expect((await look()).snapshot().policy.id).toBe("acme");
    await chmod(path.join(managed(), "unmanaged"), 0o644);
    const { policy, decision } = (await look()).snapshot();
    expect([policy.origin, decision?.integrity]).toEqual(["bundled", []]);
    const { entries } = await readJournal(state());
    expect(entries.findLast(({ kind }) => kind === "policy-change")?.data).toMatchObject({ origin: "bundled", released: true });
    await rm(managed(), { recursive: true });
    expect((await look()).snapshot().policy.origin).toBe("bundled");
  });

  test("is as before when the files are back, also with a newer revision", async () => {
    await look();
    await put(acme.replace("revision: 3", "revision: 4"));
    const { policy, decision } = (await look()).snapshot();
    expect([policy.revision, policy.ownership, decision?.integrity]).toEqual([4, undefined, []]);
    await rm(managed(), { recursive: true });
    expect((await look()).snapshot().policy.revision).toBe(4);
  });
});

describe("a managed policy that is refused", () => {
  test("is answered with the words and contacts of the last good one, and with stop", async () => {
    await put();
    await look();
    await writeFile(path.join(managed(), "policy.yaml"), acme.replace("revision: 3", "revision: 4"));
    const { policy, decision } = (await look()).snapshot();
    expect(decision?.light).toBe("stop");
    expect(decision?.integrity[0]).toMatchObject({ kind: "policy-refused", detail: expect.stringContaining("signature-wrong") });
    expect(policy).toMatchObject({ id: "acme", revision: 3 });
  });
});

test("a PC that never was managed, or of which an older version wrote the journal, is asked for nothing", () => {
  const entry = (data: Readonly<Record<string, unknown>>) => ({ kind: "policy-change", data });
  const reading = (...all: ReturnType<typeof entry>[]) => ({ entries: all }) as unknown as Parameters<typeof lastManagedDigest>[0];
  const digest = `sha256-${"1".repeat(64)}`;
  expect(lastManagedDigest(reading(entry({ id: "preflight-default", revision: 1, digest, origin: "bundled", refused: null })))).toBeNull();
  // As 0.1.0 wrote it.
  expect(lastManagedDigest(reading(entry({ id: "acme", revision: 1, digest, origin: "managed", refused: null })))).toBe(digest);
  expect(lastManagedDigest(reading(entry({ id: "acme", revision: 1, digest, origin: "managed", refused: "downgraded" })))).toBeNull();
});
