import { chmod, mkdir, rename, symlink, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { generateKeys, signPolicy, verifyPolicySignature } from "../../../electron/services/policySignature.ts";
import { loadPolicy, PolicyFileError, type PolicyPlaces } from "../../../electron/services/policySource.ts";
import { bundledPolicyText } from "../../support/bundledPolicyText.ts";
import { temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const keys = generateKeys();
const owner = process.getuid?.() ?? 0;
const managed = () => path.join(place.folder, "managed");
const inManaged = (name: string) => path.join(managed(), name);
const policyText = (revision: number) => bundledPolicyText.replace(/^id: .*$/m, "id: acme").replace(/^revision: \d+$/m, `revision: ${revision}`);

async function putManaged(text: string, signedBy = keys.privatePem): Promise<void> {
  await mkdir(managed(), { recursive: true, mode: 0o755 });
  await writeFile(inManaged("policy.yaml"), text, { mode: 0o644 });
  await writeFile(inManaged("policy.yaml.sig"), signPolicy(Buffer.from(text), signedBy), { mode: 0o644 });
  await writeFile(inManaged("policy.pub"), keys.publicPem, { mode: 0o644 });
}
const load = (changed: Partial<PolicyPlaces> = {}) =>
  loadPolicy({ managedFolder: managed(), checks, highestSeen: {}, trustedOwners: [owner], ...changed });
const refusal = async (changed: Partial<PolicyPlaces> = {}) => {
  const { refusal: found, summary } = await load(changed);
  // What is shown beside a refusal is never the policy that was refused.
  expect(found === null || summary.origin === "bundled").toBe(true);
  return found?.code;
};

beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe("the order", () => {
  test("nothing there: the bundled policy", async () => {
    expect(await load()).toMatchObject({ summary: { origin: "bundled" }, refusal: null, notices: [] });
  });

  test("an empty managed folder is no policy", async () => {
    await mkdir(managed());
    expect((await load()).summary.origin).toBe("bundled");
  });

  test("an opened file before the bundled one", async () => {
    const file = path.join(place.folder, "mine.yaml");
    await writeFile(file, policyText(2));
    expect((await load({ openedFile: file })).summary).toMatchObject({ id: "acme", revision: 2, origin: "opened" });
  });

  test("a signed managed policy before an opened file, and that is said", async () => {
    await putManaged(policyText(3));
    const loaded = await load({ openedFile: path.join(place.folder, "not even there.yaml") });
    expect(loaded).toMatchObject({ summary: { id: "acme", revision: 3, origin: "managed" }, refusal: null, notices: ["opened-ignored"] });
  });
});

describe("a managed policy that is there is refused", () => {
  beforeEach(() => putManaged(policyText(3)));

  test("without its signature", async () => {
    await unlink(inManaged("policy.yaml.sig"));
    expect(await refusal()).toBe("unsigned");
  });
  test("without its key", async () => {
    await unlink(inManaged("policy.pub"));
    expect(await refusal()).toBe("key-missing");
  });
  test("when the policy itself is gone and its key still there", async () => {
    await unlink(inManaged("policy.yaml"));
    expect(await refusal()).toBe("missing");
  });
  test("signed by another key", async () => {
    await putManaged(policyText(3), generateKeys().privatePem);
    expect(await refusal()).toBe("signature-wrong");
  });
  test("changed after signing", async () => {
    await writeFile(inManaged("policy.yaml"), policyText(4));
    expect(await refusal()).toBe("signature-wrong");
  });
  test("signed but not a policy", async () => {
    await putManaged("schema: something-else\n");
    expect(await refusal()).toBe("invalid");
  });
  test("larger than 1 MiB", async () => {
    await putManaged(`${policyText(3)}#${"x".repeat(1024 * 1024)}\n`);
    expect(await refusal()).toBe("oversize");
  });
  test("older than one that was in force", async () => {
    expect(await refusal({ highestSeen: { acme: 4 } })).toBe("downgraded");
    expect(await refusal({ highestSeen: { acme: 3, other: 9 } })).toBeUndefined();
  });
  test("in a folder or file that others can write", async () => {
    await chmod(managed(), 0o777);
    expect(await refusal()).toBe("folder-untrusted");
    await chmod(managed(), 0o755);
    await chmod(inManaged("policy.pub"), 0o664);
    expect(await refusal()).toBe("untrusted-file");
  });
  test("owned by somebody who is not trusted", async () => {
    expect(await refusal({ trustedOwners: [owner + 1] })).toBe("folder-untrusted");
  });
  test("behind a symbolic link, as a file or as the folder", async () => {
    await rename(inManaged("policy.yaml"), path.join(place.folder, "elsewhere.yaml"));
    await symlink(path.join(place.folder, "elsewhere.yaml"), inManaged("policy.yaml"));
    expect(await refusal()).toBe("untrusted-file");
    await symlink(managed(), path.join(place.folder, "link"));
    expect(await refusal({ managedFolder: path.join(place.folder, "link") })).toBe("folder-untrusted");
  });
  test("in a folder that cannot be looked into, since that is not the same as none", async () => {
    // A name longer than the system takes (255 bytes): there may be something, and nobody can look.
    expect(await refusal({ managedFolder: path.join(place.folder, "x".repeat(300)) })).toBe("folder-unexaminable");
  });
});

describe("an opened file that cannot be used stops the start", () => {
  test.each([
    ["a missing one", async () => undefined, "missing"],
    ["one that is no YAML", (file: string) => writeFile(file, "a: [1"), "not-yaml"],
    ["one larger than 1 MiB", (file: string) => writeFile(file, "#".repeat(1024 * 1024 + 1)), "oversize"],
    ["a folder", (file: string) => mkdir(file), "not-regular"],
  ])("%s", async (_name, make, code) => {
    const file = path.join(place.folder, "mine.yaml");
    await make(file);
    const error = await load({ openedFile: file }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PolicyFileError);
    expect(error instanceof PolicyFileError && error.problems[0]?.code).toBe(code);
  });
});

describe("signatures", () => {
  // RFC 8032, section 7.1, test 3: the two-byte message af82.
  test("are Ed25519 as in RFC 8032", () => {
    const raw = Buffer.from("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "hex");
    const publicPem = `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]).toString("base64")}\n-----END PUBLIC KEY-----\n`;
    const signature = Buffer.from(
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
      "hex",
    ).toString("base64");
    expect(verifyPolicySignature(Buffer.from("af82", "hex"), `${signature}\n`, publicPem)).toBe(true);
    expect(verifyPolicySignature(Buffer.from("af83", "hex"), signature, publicPem)).toBe(false);
  });

  test("that are no signatures, or keys that are no keys, are false and never thrown", () => {
    for (const text of ["", "AAAA", "é", `${"A".repeat(86)}==`]) expect(verifyPolicySignature(Buffer.from("x"), text, keys.publicPem)).toBe(false);
    expect(verifyPolicySignature(Buffer.from("x"), signPolicy(Buffer.from("x"), keys.privatePem), "no key")).toBe(false);
    // A private key where the public one belongs would spread the secret.
    expect(verifyPolicySignature(Buffer.from("x"), signPolicy(Buffer.from("x"), keys.privatePem), keys.privatePem)).toBe(false);
  });
});
