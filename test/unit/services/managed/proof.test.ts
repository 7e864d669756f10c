import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checks } from "../../../../electron/checks/registry.ts";
import type { CommandResult, Host } from "../../../../electron/host/host.ts";
import { readApprovalSecret } from "../../../../electron/services/approvals/approvalSecret.ts";
import type { Guarded } from "../../../../electron/services/managed/accessRules.ts";
import { managedFolderOf, programData } from "../../../../electron/services/managed/managedFolder.ts";
import { pinnedKeyPlaces, readPinnedKey } from "../../../../electron/services/managed/pinnedKey.ts";
import { ownerInWindows, type Proof, proofOfThisPc } from "../../../../electron/services/managed/proof.ts";
import { generateKeys, signPolicy } from "../../../../electron/services/policySignature.ts";
import { loadPolicy } from "../../../../electron/services/policySource.ts";
import { bundledPolicyText } from "../../../support/bundledPolicyText.ts";
import { hostAt, start, temporaryFolder } from "../world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());
const owner = process.getuid?.() ?? 0;
const keys = generateKeys();
const line = (pem: string) => pem.split("\n")[1] ?? "";
const bytes = (text: string) => new TextEncoder().encode(text);

const absentSentence = "ERROR: The system was unable to find the specified registry key or value.";
/** A Windows whose reg.exe and PowerShell answer this. */
function windows(answers: Readonly<Record<string, string>>, block?: unknown): Host {
  const run = async (command: CommandResult["command"]): Promise<CommandResult> => {
    const shared = { command, outcome: "exited", stderr: bytes(""), durationMs: 1 } as const;
    if (command === "powershell") {
      const json = Buffer.from(JSON.stringify({ ok: true, value: block })).toString("base64");
      const told =
        block === undefined ? "<<preflight-mode:ConstrainedLanguage>>" : `<<preflight-mode:FullLanguage>>\n<<preflight:policy-folder:${json}>>`;
      return { ...shared, code: 0, stdout: bytes(told) };
    }
    const answer = answers[command];
    return answer === undefined
      ? { ...shared, code: 1, stdout: bytes(""), stderr: bytes(absentSentence) }
      : { ...shared, code: 0, stdout: bytes(answer) };
  };
  return { ...hostAt({ at: start }), platform: "windows", run, environment: () => "C:\\Windows" };
}
const registry = (key: string, name: string, kind: string, value: string) => `\r\n${key}\r\n    ${name}    ${kind}    ${value}\r\n\r\n`;
const policies = (value: string) =>
  windows({ "reg-preflight-policy": registry("HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Preflight", "PolicyPublicKey", "REG_SZ", value) });

describe("the pinned key", () => {
  const { publicPem } = keys;
  it("comes from the machine's policies in the registry of Windows, as the middle line of policy.pub", async () => {
    expect(await readPinnedKey(policies(line(publicPem)), [0])).toEqual({ kind: "pinned", publicPem, place: pinnedKeyPlaces.windows });
  });

  it("is none where nobody set it, and not known where the registry cannot be read", async () => {
    expect(await readPinnedKey(windows({}), [0])).toEqual({ kind: "none" });
    const blocked = {
      ...windows({}),
      run: async (command: CommandResult["command"]) => ({ ...(await windows({}).run(command, AbortSignal.timeout(1))), outcome: "denied" as const }),
    };
    expect((await readPinnedKey(blocked, [0])).kind).toBe("not-read");
  });

  it.each(["", "hello", "AAAA".repeat(15), line(keys.privatePem)])("is never passed over when it is %j, which is no key", async (value) => {
    expect((await readPinnedKey(policies(value), [0])).kind).toBe("unusable");
  });

  const files = (name: string) => ({ ...pinnedKeyPlaces, linux: path.join(place.folder, name), macos: path.join(place.folder, name) });
  it("is a file of root's on Linux, as it comes from keygen", async () => {
    await writeFile(path.join(place.folder, "key"), publicPem, { mode: 0o644 });
    const linux = hostAt({ at: start });
    expect(await readPinnedKey(linux, [owner], files("key"))).toMatchObject({ kind: "pinned", publicPem });
    expect((await readPinnedKey(linux, [owner + 1], files("key"))).kind).toBe("unusable");
    await chmod(path.join(place.folder, "key"), 0o666);
    expect((await readPinnedKey(linux, [owner], files("key"))).kind).toBe("unusable");
    await symlink("key", path.join(place.folder, "link"));
    expect((await readPinnedKey(linux, [owner], files("link"))).kind).toBe("unusable");
    expect((await readPinnedKey(linux, [owner], files("nothing"))).kind).toBe("none");
  });

  it("is a value of the managed preferences on a Mac", async () => {
    const plist = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${body}</dict></plist>\n`;
    const mac = { ...hostAt({ at: start }), platform: "macos" } as const;
    const read = async (content: string) => {
      await writeFile(path.join(place.folder, "app.plist"), content, { mode: 0o644 });
      return readPinnedKey(mac, [owner], files("app.plist"));
    };
    expect(await read(plist(`<key>PolicyPublicKey</key><string>${line(publicPem)}</string>`))).toMatchObject({ kind: "pinned", publicPem });
    expect((await read(plist("<key>Other</key><true/>"))).kind).toBe("none");
    expect((await read(plist("<key>PolicyPublicKey</key><true/>"))).kind).toBe("unusable");
    expect((await read("not a plist")).kind).toBe("unusable");
  });
});

describe("where the managed folder of Windows is", () => {
  const usual = "C:\\ProgramData\\Preflight";
  const at = (value: string) =>
    windows({
      "reg-profile-list": registry(
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList",
        "ProgramData",
        "REG_EXPAND_SZ",
        value,
      ),
    });

  it("is in the registry, whatever the environment says", async () => {
    expect(await managedFolderOf(at("%SystemDrive%\\ProgramData"), usual)).toBe(usual);
    const host = { ...at("D:\\Shared Data"), environment: (name: string) => (name === "SystemRoot" ? "C:\\Windows" : "C:\\Users\\me\\mine") };
    expect(await managedFolderOf(host, usual)).toBe("D:\\Shared Data\\Preflight");
    expect(await managedFolderOf({ ...windows({}), environment: host.environment }, usual)).toBe(usual);
  });

  it.each(["", "ProgramData", "\\\\server\\share", "C:\\a\\..\\b", "%TEMP%\\x", "C:\\"])("is not %j", (value) =>
    expect(programData(value, "C:\\Windows")).toBeNull(),
  );
});

const rule = (sid: string, rights: number) => ({ sid, rights, deny: false, below: false });
const listed = (file: string, who = "S-1-5-32-544"): Guarded => ({ path: file, attributes: 0x20, owner: who, rules: [rule("S-1-5-18", 0x1f01ff)] });
const folder = "C:\\ProgramData\\Preflight";
const seen = { folder: listed(folder), inside: [listed(`${folder}\\policy.yaml`)], above: [listed("C:\\ProgramData"), listed("C:\\")] };

describe("what PowerShell saw of the folder", () => {
  it("is asked of the folder that is read, in any spelling of its case, and of each file", () => {
    expect(ownerInWindows(seen, folder, null).kind).toBe("ours");
    expect(ownerInWindows(seen, "c:\\programdata\\PREFLIGHT", "Policy.yaml").kind).toBe("ours");
    expect(ownerInWindows(seen, folder, "policy.pub").kind).toBe("not-examined");
    expect(ownerInWindows(seen, "D:\\Other\\Preflight", null).kind).toBe("not-examined");
    expect(ownerInWindows({ ...seen, above: [listed("C:\\ProgramData", "S-1-5-21-1-2-3-1001")] }, folder, null).kind).toBe("not-examined");
  });

  it("counts from the run on, and where PowerShell may not run nothing is known", async () => {
    const signal = AbortSignal.timeout(5000);
    const told = windows({}, seen);
    const proof = proofOfThisPc(told, folder);
    expect((await proof.now()).ownerOf(null).kind).toBe("not-examined");
    expect(await proof.examine(told, signal)).toBe(true);
    expect((await proof.now()).ownerOf(null).kind).toBe("ours");
    expect(await proof.examine(told, signal)).toBe(false);
    const constrained = proofOfThisPc(windows({}), folder);
    await constrained.examine(windows({}), signal);
    expect((await constrained.now()).ownerOf(null)).toMatchObject({ kind: "not-examined", detail: expect.stringContaining("ConstrainedLanguage") });
  });
});

describe("root on Linux", () => {
  const host = (map: string | null): Host => ({
    ...hostAt({ at: start }),
    readFile: async () => (map === null ? { outcome: "missing" } : { outcome: "read", bytes: bytes(map), modifiedAt: start.toISOString() }),
  });
  const known = async (map: string | null) => (await proofOfThisPc(host(map), "/nowhere").now()).ownerOf(null).kind;
  it("is the PC's own where nothing is mapped, and proves nothing in a user namespace", async () => {
    expect(await known("         0          0 4294967295\n")).toBe("ours");
    expect(await known(null)).toBe("ours");
    expect(await known("         0       1000          1\n")).toBe("not-examined");
    expect(await known("")).toBe("not-examined");
  });
});

describe("a policy in the managed folder", () => {
  const text = bundledPolicyText.replace(/^id: .*$/m, "id: acme");
  const put = async (signedBy = keys, beside = signedBy) => {
    await mkdir(place.folder, { recursive: true });
    await chmod(place.folder, 0o755);
    await writeFile(path.join(place.folder, "policy.yaml"), text, { mode: 0o644 });
    await writeFile(path.join(place.folder, "policy.yaml.sig"), signPolicy(Buffer.from(text), signedBy.privatePem), { mode: 0o644 });
    await writeFile(path.join(place.folder, "policy.pub"), beside.publicPem, { mode: 0o644 });
  };
  const ours: Proof["ownerOf"] = () => ({ kind: "ours" });
  const unseen: Proof["ownerOf"] = () => ({ kind: "not-examined", detail: "nobody looked" });
  const pinned = { kind: "pinned", publicPem: keys.publicPem, place: "the registry" } as const;
  const load = (proof: Proof) => loadPolicy({ managedFolder: place.folder, checks, highestSeen: {}, trustedOwners: [owner], proof });

  it("is proved by its owner, or by a pinned key where the owner could not be looked at", async () => {
    await put();
    expect((await load({ pinned: { kind: "none" }, ownerOf: ours })).summary).toMatchObject({ id: "acme", origin: "managed" });
    expect((await load({ pinned: { kind: "none" }, ownerOf: ours })).summary.ownership).toBeUndefined();
    expect((await load({ pinned: { kind: "none" }, ownerOf: unseen })).summary.ownership).toBe("not-proved");
    expect((await load({ pinned, ownerOf: unseen })).summary).toMatchObject({ id: "acme", origin: "managed" });
    expect((await load({ pinned, ownerOf: unseen })).summary.ownership).toBeUndefined();
  });

  it("is held to the pinned key, whatever key lies beside it", async () => {
    await put(generateKeys());
    expect((await load({ pinned, ownerOf: ours })).refusal?.code).toBe("signature-wrong");
    await put(keys, generateKeys());
    expect((await load({ pinned, ownerOf: ours })).refusal).toBeNull();
  });

  it("is refused when somebody else owns the folder or a file, and when the pinned key is none", async () => {
    await put();
    const others = (name: string | null) => (one: string | null) =>
      one === name ? ({ kind: "others", detail: "S-1-5-32-545" } as const) : ours(one);
    expect((await load({ pinned: { kind: "none" }, ownerOf: others(null) })).refusal?.code).toBe("folder-untrusted");
    expect((await load({ pinned: { kind: "none" }, ownerOf: others("policy.pub") })).refusal?.code).toBe("untrusted-file");
    expect((await load({ pinned: { kind: "unusable", place: "the registry", detail: "no key" }, ownerOf: ours })).refusal?.code).toBe(
      "pinned-key-unusable",
    );
  });

  it("that is not there although a key is pinned was taken away", async () => {
    expect((await load({ pinned, ownerOf: ours })).refusal?.code).toBe("missing");
    expect((await load({ pinned: { kind: "none" }, ownerOf: ours })).refusal).toBeNull();
  });

  it("has a secret for short codes beside it only when whose that is, is proved", async () => {
    await put();
    const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7 + 1)).toString("hex");
    await writeFile(path.join(place.folder, "approval.secret"), secret, { mode: 0o644 });
    const read = (ownerOf: Proof["ownerOf"]) => readApprovalSecret(place.folder, { owners: [owner], pinned, ownerOf });
    expect(await read(ours)).not.toBeNull();
    expect(await read(unseen)).toBeNull();
  });
});
