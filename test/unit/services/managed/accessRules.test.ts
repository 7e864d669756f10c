import { describe, expect, it } from "vitest";
import { type Guarded, ownerOf } from "../../../../electron/services/managed/accessRules.ts";

// Identifiers: https://learn.microsoft.com/windows/win32/secauthz/well-known-sids, rights: .../win32/fileio/file-security-and-access-rights
const [system, administrators, users, everyone, creator] = ["S-1-5-18", "S-1-5-32-544", "S-1-5-32-545", "S-1-1-0", "S-1-3-0"];
const person = "S-1-5-21-1004336348-1177238915-682003330-1001";
const [full, modify, readExecute] = [0x1f01ff, 0x1301bf, 0x1200a9];
type Rule = Extract<Guarded, { readonly rules: unknown }>["rules"][number];
const allow = (sid: string, rights: number, more: Partial<Rule> = {}): Rule => ({ sid, rights: rights | 0, deny: false, below: false, ...more });
const deny = (sid: string, rights: number): Rule => allow(sid, rights, { deny: true });
const entry = (rules: readonly Rule[], more: Partial<Exclude<Guarded, { readonly error: string }>> = {}): Guarded => ({
  ...{ path: "C:\\ProgramData\\Preflight", attributes: 0x10, owner: administrators },
  ...more,
  rules: [...rules],
});
const ours = [allow(administrators, full), allow(system, full), allow(users, readExecute)];

describe("the organisation's folder", () => {
  it("is the organisation's as docs/deploy.md sets it, by whichever of Windows' own owners", () => {
    for (const owner of [system, administrators, "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"]) {
      expect(ownerOf(entry(ours, { owner }), "policy")).toEqual({ kind: "ours" });
    }
    expect(ownerOf(entry([...ours, allow("S-1-5-21-1-2-3-512", full)]), "policy").kind).toBe("ours");
  });

  it("is not when a person of the PC owns it", () => {
    expect(ownerOf(entry(ours, { owner: person }), "policy")).toEqual({ kind: "others", detail: expect.stringContaining(person) });
  });

  it.each([
    ["write data", 0x2],
    ["append or make folders", 0x4],
    ["write extended attributes", 0x10],
    ["delete what is in it", 0x40],
    ["write attributes", 0x100],
    ["delete", 0x1_0000],
    ["change permissions", 0x4_0000],
    ["take ownership", 0x8_0000],
    ["everything, as a generic right", 0x1000_0000],
    ["writing, as a generic right", 0x4000_0000],
    ["whatever is allowed", 0x200_0000],
    ["modify", modify],
  ])("is not when users may %s", (_what, rights) => {
    expect(ownerOf(entry([...ours, allow(users, rights)]), "policy").kind).toBe("others");
    expect(ownerOf(entry([...ours, allow(person, rights)]), "policy").kind).toBe("others");
  });

  it("may be read by everyone, also by generic rights, which .NET hands out as negative numbers", () => {
    expect(ownerOf(entry([...ours, allow(everyone, 0x8000_0000), allow(users, 0xa000_0000)]), "policy").kind).toBe("ours");
  });

  it("is not when it was made in ProgramData without rights of its own: there users may add files", () => {
    // The list that C:\ProgramData hands down: (A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)
    const handedDown = [allow(creator, 0x1000_0000, { below: true }), ...ours, allow(users, 0x116)];
    expect(ownerOf(entry(handedDown), "policy").kind).toBe("others");
  });

  it("loses nothing by rules that are for what will be made in it, or for nobody", () => {
    expect(ownerOf(entry([...ours, allow(person, full, { below: true }), allow(creator, full), allow("S-1-3-4", full)]), "policy").kind).toBe("ours");
  });

  it("counts what is forbidden before it is allowed, to the same one or to everyone, and no more", () => {
    expect(ownerOf(entry([deny(users, modify), ...ours, allow(users, modify)]), "policy").kind).toBe("ours");
    expect(ownerOf(entry([deny(everyone, full), allow(users, modify)]), "policy").kind).toBe("ours");
    expect(ownerOf(entry([allow(users, modify), deny(users, modify)]), "policy").kind).toBe("others");
    expect(ownerOf(entry([deny(person, modify), allow(users, modify)]), "policy").kind).toBe("others");
  });

  it("is not behind a junction, whoever made it", () => {
    expect(ownerOf(entry(ours, { attributes: 0x410 }), "policy").kind).toBe("others");
  });

  it("of which nothing could be read is not examined", () => {
    expect(ownerOf({ path: "x", error: "System.UnauthorizedAccessException" }, "policy").kind).toBe("not-examined");
  });
});

describe("what the folder lies in", () => {
  it("may be added to by users, as Windows is installed", () => {
    const data = [allow(creator, 0x1000_0000, { below: true }), ...ours, allow(users, 0x116)];
    expect(ownerOf(entry(data, { path: "C:\\ProgramData", owner: system }), "above").kind).toBe("ours");
    // Of a drive beside that of Windows: modify for everybody who is signed in.
    expect(ownerOf(entry([...ours, allow("S-1-5-11", modify)], { path: "D:\\" }), "above").kind).toBe("ours");
  });

  it.each([
    ["users may delete what is in it", entry([...ours, allow(users, 0x40)])],
    ["users may rename it", entry([...ours, allow(users, modify)])],
    ["a person owns it", entry(ours, { owner: person })],
    ["it is a junction", entry(ours, { attributes: 0x410 })],
  ])("proves nothing any more when %s", (_what, above) => expect(ownerOf(above, "above").kind).toBe("not-examined"));
});
