import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { generateKeys, signPolicy } from "../../electron/services/policySignature.ts";
import { snapshotSchema } from "../../shared/snapshot.ts";
import { oneQuestion, policyText } from "../cli/support/policies.ts";
import { type Ended, managedFolder, startWindows } from "./support/windows.ts";

const windows = startWindows();
const opened = windows.write("C:\\ポリシー\\表.yaml", policyText(oneQuestion, { id: "opened" }));
const check = ["check", "--json", "--policy", opened];

function snapshotOf(run: Ended) {
  expect(run.stderr).not.toContain("    at ");
  return snapshotSchema.parse(JSON.parse(run.stdout));
}

describe("the command line on Windows", () => {
  it("speaks Japanese, or English when asked, without colours and with line feeds alone", async () => {
    const japanese = await windows.preflight(["--help"]);
    expect([japanese.code, japanese.stderr]).toEqual([0, ""]);
    expect(japanese.stdout).toContain("この PC とネットワークを点検します");
    const english = await windows.preflight(["--help", "--lang", "en"], { env: { FORCE_COLOR: "3" } });
    expect(english.stdout).toContain("Checks this PC and its network");
    for (const { stdout } of [japanese, english]) {
      expect(stdout).not.toContain("\r");
      expect(stdout).not.toContain(String.fromCodePoint(0x1b));
    }
  });

  it("ends with the codes of the documentation", async () => {
    expect((await windows.preflight(["--version"])).code).toBe(0);
    expect((await windows.preflight(["chekc"])).code).toBe(64);
    const unreadable = await windows.preflight(["report", "verify", "C:\\nothing.html"]);
    expect(unreadable.code).toBe(70);
    expect(unreadable.stderr).toMatch(/^preflight: .*見つかりません.*\n$/);
    // Devices are no files, in any folder.
    const device = await windows.preflight(["check", "--policy", "C:\\NUL"]);
    expect([device.code, device.stdout]).toEqual([70, ""]);
    const unusable = await windows.preflight(["check", "--policy", windows.write("C:\\bad.yaml", "rules: [")]);
    expect(unusable.stderr).toContain("ほかのポリシーには切り替えていません");
    expect([unusable.code, unusable.stdout]).toEqual([70, ""]);
  });

  it("reads a policy with Windows' line ends from a folder with a Japanese name", async () => {
    const policy = windows.write("C:\\ソフト 一覧\\方針.yaml", policyText(oneQuestion, { id: "crlf" }).replaceAll("\n", "\r\n"));
    const run = await windows.preflight(["check", "--json", "--policy", policy]);
    expect(snapshotOf(run).policy).toMatchObject({ id: "crlf", origin: "opened" });
    expect(run.code).toBe(20);
  });
});

describe("the organisation's policy on Windows", () => {
  const { privatePem, publicPem } = generateKeys();
  const text = policyText(oneQuestion, { id: "company", revision: 5 });
  const place = (name: string, content: string) => windows.write(`${managedFolder}\\${name}`, content);
  const placeAll = (policy = text, signature = signPolicy(Buffer.from(policy), privatePem)) => {
    place("policy.yaml", policy);
    place("policy.yaml.sig", signature);
    place("policy.pub", publicPem);
  };
  beforeEach(() => rmSync(windows.unix(managedFolder), { recursive: true, force: true }));

  it("is not there when the folder is missing or empty", async () => {
    expect(snapshotOf(await windows.preflight(check)).policy).toMatchObject({ id: "opened" });
    mkdirSync(windows.unix(managedFolder));
    const run = snapshotOf(await windows.preflight(check));
    expect(run.policy).toMatchObject({ id: "opened" });
    expect(run.decision?.integrity).toEqual([]);
  });

  it("is used from %ProgramData% when it is whole, whatever else is asked for", async () => {
    placeAll();
    const run = snapshotOf(await windows.preflight(check));
    expect(run.policy).toMatchObject({ id: "company", revision: 5, origin: "managed" });
    expect(run.decision?.integrity.map(({ kind }) => kind)).not.toContain("policy-refused");
  });

  it("is looked for where the registry says, whatever the environment says", async () => {
    const mine = policyText(oneQuestion, { id: "mine", revision: 9 });
    const files = { "policy.yaml": mine, "policy.yaml.sig": signPolicy(Buffer.from(mine), privatePem), "policy.pub": publicPem };
    for (const [name, content] of Object.entries(files)) windows.write(`C:\\mine\\Preflight\\${name}`, content);
    placeAll();
    const run = snapshotOf(await windows.preflight(check, { env: { ProgramData: "C:\\mine" } }));
    expect(run.policy).toMatchObject({ id: "company", origin: "managed" });
  });

  it("is proved by a key in the machine's policies where PowerShell cannot look, and held to that key", async () => {
    const key = "HKLM\\SOFTWARE\\Policies\\Preflight";
    const pin = (pem: string) => windows.setRegistry(key, "PolicyPublicKey", "REG_SZ", pem.split("\n")[1] ?? "");
    placeAll();
    expect(snapshotOf(await windows.preflight(check)).policy).toMatchObject({ origin: "managed", ownership: "not-proved" });
    try {
      await pin(publicPem);
      rmSync(windows.unix(`${managedFolder}\\policy.pub`));
      const { policy } = snapshotOf(await windows.preflight(check));
      expect([policy.origin, policy.ownership]).toEqual(["managed", undefined]);
      await pin(generateKeys().publicPem);
      expect(snapshotOf(await windows.preflight(check)).decision?.integrity).toContainEqual(
        expect.objectContaining({ kind: "policy-refused", detail: expect.stringContaining("signature-wrong") }),
      );
    } finally {
      await windows.removeRegistry(key);
    }
  });

  it.each<readonly [string, () => void, string]>([
    [
      "was changed after it was signed",
      () => placeAll(text.replace("company", "other"), signPolicy(Buffer.from(text), privatePem)),
      "signature-wrong",
    ],
    // One that leads back to itself.
    ["lies behind a link", () => symlinkSync("Preflight", windows.unix(managedFolder)), "folder-untrusted"],
    ["lies where a file stands in the place of the folder", () => void windows.write(managedFolder, "mine"), "folder-untrusted"],
  ])("stops everything when it %s, and no other policy judges", async (_what, prepare, detail) => {
    prepare();
    const run = await windows.preflight(check);
    const { decision } = snapshotOf(run);
    expect(run.code).toBe(20);
    expect(decision?.light).toBe("stop");
    expect(decision?.integrity).toContainEqual(expect.objectContaining({ kind: "policy-refused", detail: expect.stringContaining(detail) }));
  });
});
