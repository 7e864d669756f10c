import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generateKeys, signPolicy } from "../../electron/services/policySignature.ts";
import { snapshotSchema } from "../../shared/snapshot.ts";
import { oneQuestion, policyText, writePolicy } from "./support/policies.ts";
import { expectNoStack, expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

describe("a policy file that cannot be used", () => {
  it.each([
    ["is not there", () => path.join(temporaryFolder(), "none.yaml")],
    ["is a folder", () => temporaryFolder()],
    ["is larger than 1 MiB", () => write("big.yaml", `# ${"x".repeat(1024 * 1024)}\n${policyText(oneQuestion)}`)],
    ["is not YAML", () => write("bad.yaml", "rules: [")],
    ["is not UTF-8", () => write("cp932.yaml", Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]))],
    ["is empty", () => write("empty.yaml", "")],
    ["has a wrong field", () => write("wrong.yaml", policyText(oneQuestion, { blockScreen: "full" }))],
    ["looks at nothing", () => write("nothing.yaml", policyText({ "device-identity": { level: "off" } }))],
    ["has steering characters in its problem", () => write("evil.yaml", `"\u001b[2J\\n": 1\n`)],
  ])("that %s ends the check with one sentence and code 70, and no other policy judges", async (_what, make) => {
    const home = temporaryFolder();
    const file = make();
    for (const command of [["check"], ["gate"], ["check", "--json"], ["exceptions", "list"], ["policy", "show"]]) {
      expectOneSentence(
        await preflight([...command, "--policy", file], { home }),
        70,
        "点検できませんでした",
        "ほかのポリシーには切り替えていません",
      );
    }
    expectOneSentence(await preflight(["check", "--policy", file, "--lang", "en"], { home }), 70, "cannot be used, so nothing was checked");
  });

  it("is named by its check command, too", async () => {
    const home = temporaryFolder();
    expectOneSentence(await preflight(["policy", "check", path.join(home, "none.yaml")], { home }), 70, "読めませんでした（見つかりません）");
    const big = await preflight(["policy", "check", write("big.yaml", "x".repeat(1024 * 1024 + 1))], { home });
    expect([big.code, big.stderr]).toEqual([20, ""]);
  });
});

interface Managed {
  readonly policy: string;
  readonly signature: string;
  readonly key: string;
}

function signed(text: string, keys = generateKeys()): Managed {
  return { policy: text, signature: signPolicy(Buffer.from(text), keys.privatePem), key: keys.publicPem };
}

/**
 * Shell lines that put these files into /etc/telework-preflight as a new root-owned folder, by an overlay over /etc that only this process sees.
 * The machine's own /etc is not touched.
 */
function managedNamespace({ policy, signature, key }: Partial<Managed>, more = ""): string {
  const source = temporaryFolder();
  const files = { "policy.yaml": policy, "policy.yaml.sig": signature, "policy.pub": key };
  for (const [name, content] of Object.entries(files)) if (content !== undefined) writeFileSync(path.join(source, name), content, { mode: 0o644 });
  const layer = path.join(temporaryFolder(), "layer");
  mkdirSync(layer);
  return `
mount -t tmpfs tmpfs '${layer}'
mkdir '${layer}/upper' '${layer}/work'
mount -t overlay overlay -o lowerdir=/etc,upperdir='${layer}/upper',workdir='${layer}/work' /etc
rm -rf /etc/telework-preflight
mkdir -m 755 /etc/telework-preflight
cp '${source}'/* /etc/telework-preflight/
chown -R 0:0 /etc/telework-preflight
${more}`;
}

const goodText = policyText(oneQuestion, { id: "company", revision: 5 });

describe("a policy from the organisation", () => {
  it("is used when it is signed, and rules over a file that the person names", async () => {
    const home = temporaryFolder();
    const namespace = managedNamespace(signed(goodText));
    const check = await preflight(["check", "--json"], { home, namespace });
    expect(snapshotSchema.parse(JSON.parse(check.stdout)).policy).toMatchObject({ id: "company", revision: 5, origin: "managed" });
    expect([check.code, check.stderr]).toEqual([20, ""]);
    const opened = writePolicy(temporaryFolder(), {});
    const named = await preflight(["check", "--policy", opened], { home, namespace });
    expect(named.stdout).toContain("会社が配布");
    expect(named.stderr).toContain("--policy のファイルは使いませんでした");
    expect(named.code).toBe(20);
  });

  const other = signed(goodText);
  it.each<readonly [string, string, string]>([
    ["is signed with another key", managedNamespace({ ...signed(goodText), key: other.key }), "signature-wrong"],
    ["was changed after it was signed", managedNamespace({ ...other, policy: goodText.replace("required", "recommended") }), "signature-wrong"],
    ["has no signature", managedNamespace({ policy: goodText, key: other.key }), "unsigned"],
    ["has no key beside it", managedNamespace({ policy: goodText, signature: other.signature }), "key-missing"],
    ["can be written by everybody", managedNamespace(signed(goodText), "chmod 666 /etc/telework-preflight/policy.yaml"), "untrusted-file"],
    ["lies in a folder that everybody can write", managedNamespace(signed(goodText), "chmod 777 /etc/telework-preflight"), "folder-untrusted"],
    ["belongs to another user", managedNamespace(signed(goodText), "chown 1000 /etc/telework-preflight/policy.yaml"), "untrusted-file"],
    [
      "is a symbolic link",
      managedNamespace(
        signed(goodText),
        "mv /etc/telework-preflight/policy.yaml /etc/other.yaml; ln -s /etc/other.yaml /etc/telework-preflight/policy.yaml",
      ),
      "untrusted-file",
    ],
    ["is invalid", managedNamespace(signed("rules: [")), "invalid"],
    ["is larger than 1 MiB", managedNamespace(signed(`# ${"x".repeat(1024 * 1024)}\n${goodText}`)), "oversize"],
  ])("that %s means stop, with the reason, also beside a policy that would pass", async (_what, namespace, code) => {
    const home = temporaryFolder();
    const passing = writePolicy(temporaryFolder(), {});
    const run = await preflight(["check", "--policy", passing], { home, namespace });
    expectNoStack(run);
    expect(run.code).toBe(20);
    expect(run.stdout).toContain("✕ 停止");
    expect(run.stdout).toContain("会社のポリシーを確認できないため、業務を始められません");
    expect(run.stdout).toContain(code);
    const show = await preflight(["policy", "show", "--lang", "en"], { home, namespace });
    expect(show.code).toBe(20);
    expect(show.stdout).toContain("Your organisation's policy cannot be trusted");
    const gate = await preflight(["gate", "--json"], { home, namespace });
    expect(gate.code).toBe(20);
    expect(gate.stdout).not.toMatch(/"light": "(go|caution)"/);
  });

  it("cannot be replaced by an earlier revision", async () => {
    const home = temporaryFolder();
    const keys = generateKeys();
    const newer = managedNamespace(signed(goodText, keys));
    const older = managedNamespace(signed(policyText({ "rules-accepted": { level: "off" } }, { id: "company", revision: 4 }), keys));
    expect((await preflight(["check"], { home, namespace: newer })).code).toBe(20);
    const run = await preflight(["check"], { home, namespace: older });
    expect(run.code).toBe(20);
    expect(run.stdout).toContain("downgraded");
    const show = await preflight(["policy", "show"], { home, namespace: older });
    expect(show.code).toBe(20);
  });

  it("leaves this machine's own /etc as it was", () => {
    expect(() => readFileSync("/etc/other.yaml")).toThrow("ENOENT");
  });
});
