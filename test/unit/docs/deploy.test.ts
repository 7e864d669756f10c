import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { withManagedFolder } from "../../../build/packaging/msiFolder.mjs";
import { desktopCommands } from "../../../electron/host/commands/desktop.ts";
import { defaultFolders } from "../../../electron/services/folders.ts";
import { ownerOf } from "../../../electron/services/managed/accessRules.ts";
import { platforms } from "../../../shared/platform.ts";

type Part = Readonly<Record<string, unknown>>;
interface Description extends Part {
  readonly nsis: Part;
  readonly msi: Part;
  readonly pkg: Part;
  readonly mac: Part;
  readonly win: Part;
  readonly linux: Part;
  readonly files: readonly string[];
  readonly fileAssociations: readonly Part[];
}
const description = parse(readFileSync("build/electron-builder.yml", "utf8")) as Description;
const page = readFileSync("docs/deploy.md", "utf8");

describe("the package", () => {
  it("is installed for all users, without a question, and starts nothing by itself", () => {
    expect(description.nsis).toMatchObject({ perMachine: true, oneClick: true, runAfterFinish: false });
    expect(description.msi).toMatchObject({ perMachine: true, oneClick: true, runAfterFinish: false });
    expect(description.pkg).toMatchObject({ installLocation: "/Applications", allowCurrentUserHome: false });
    expect(description.win["requestedExecutionLevel"]).toBe("asInvoker");
  });

  it("leaves the journal when it is removed", () => expect(description.nsis["deleteAppDataOnUninstall"]).toBe(false));

  it("has an installer of each kind", () => {
    expect(description.win["target"]).toEqual(["nsis", "msi", "appx"]);
    expect(description.mac["target"]).toEqual(["dmg", "pkg"]);
    expect(description.linux["target"]).toEqual(["AppImage", "deb"]);
  });

  it("runs hardened on the Mac, with what the engine needs, and may ask System Events to shut down", () => {
    expect(description.mac["hardenedRuntime"]).toBe(true);
    const keys = (name: string) =>
      [...readFileSync(String(description.mac[name]), "utf8").matchAll(/<key>([^<]+)<\/key>\s*<true\/>/g)].map(([, key]) => key);
    expect(keys("entitlementsInherit")).toEqual(["com.apple.security.cs.allow-jit"]);
    // The hardened runtime lets an app send Apple events only with this and a sentence that says why:
    // https://developer.apple.com/documentation/bundleresources/entitlements/com.apple.security.automation.apple-events
    expect(desktopCommands["shut-down-macos"].files).toEqual(["/usr/bin/osascript"]);
    expect(keys("entitlements")).toEqual(["com.apple.security.cs.allow-jit", "com.apple.security.automation.apple-events"]);
    expect(description.mac["extendInfo"]).toEqual({ NSAppleEventsUsageDescription: expect.stringMatching(/shut this PC down/) });
    const [japanese] = description.mac["extraResources"] as readonly { readonly from: string; readonly to: string }[];
    expect(japanese?.to).toBe("ja.lproj");
    expect(readFileSync(`${japanese?.from}/InfoPlist.strings`, "utf8")).toMatch(/^"NSAppleEventsUsageDescription" = ".*電源を切る.*";$/m);
  });

  it("is told of reports, and holds no secret", () => {
    expect(description.fileAssociations).toMatchObject([{ ext: "preflight-report", role: "Viewer" }]);
    expect(JSON.stringify(description)).not.toMatch(/password|secret|token/i);
  });
});

describe("the organisation's folder", () => {
  const names: Readonly<Record<string, string>> = {
    SY: "S-1-5-18",
    BA: "S-1-5-32-544",
    BU: "S-1-5-32-545",
    FA: "0x1f01ff",
    F: "0x1f01ff",
    RX: "0x1200a9",
  };
  const word = (text = "") => names[text] ?? text;
  /** [who, rights]: as the app itself judges them on the PC. */
  const judged = (owner: string | undefined, grants: readonly (readonly [string, string])[]) => {
    const rules = grants.map(([sid, rights]) => ({ sid, rights: Number(rights), deny: false, below: false }));
    return {
      kind: ownerOf({ path: "Preflight", attributes: 0x10, owner: owner ?? "", rules }, "policy").kind,
      who: grants.map(([sid]) => sid).sort(),
    };
  };
  const right = { kind: "ours", who: ["S-1-5-18", "S-1-5-32-544", "S-1-5-32-545"] };

  it("is made by the setup with the rights that the app asks for, and takes nothing over from ProgramData", () => {
    const lines = readFileSync(String(description.nsis["include"]), "utf8").split("\n");
    const from = lines.indexOf("!macro customInstall");
    const macro = lines.slice(from + 1, lines.indexOf("!macroend", from)).map((line) => line.trim());
    expect(from).toBeGreaterThanOrEqual(0);
    expect(macro.slice(0, 2)).toEqual(["SetShellVarContext all", 'CreateDirectory "$APPDATA\\Preflight"']);
    const icacls = macro.flatMap((line) => /^nsExec::Exec '"\$SYSDIR\\icacls\.exe" "\$APPDATA\\Preflight(?:\\\*)?" (.+)'$/.exec(line)?.[1] ?? []);
    const owner = icacls.map((line) => /\/setowner \*(\S+) .*\/T/.exec(line)?.[1]).find((found) => found !== undefined);
    const grant = icacls.find((line) => line.includes("/inheritance:r")) ?? "";
    const grants = [...grant.matchAll(/\*(S-[\d-]+):\(OI\)\(CI\)(\w+)/g)].map(([, sid = "", rights]) => [sid, word(rights)] as const);
    expect(judged(owner, grants)).toEqual(right);
  });

  it("is in the MSI with the same rights, of a component that belongs to the product and stays", () => {
    const project = withManagedFolder(readFileSync("node_modules/app-builder-lib/templates/msi/template.xml", "utf8"));
    const [, component = "", sddl = ""] =
      /<Directory Id="CommonAppDataFolder"><Directory Id="\w+" Name="Preflight">(<Component [^>]*>)<CreateFolder><PermissionEx Sddl="([^"]+)"\/>/.exec(
        project,
      ) ?? [];
    expect(component).toContain('Permanent="yes"');
    expect(project).toMatch(/<Feature Id="ProductFeature"[^>]*>.*<ComponentRef Id="ManagedFolder"\/>.*<\/Feature>/s);
    const [, owner, flags, list = ""] = /^O:(\w\w)D:(\w*)(.*)$/.exec(sddl) ?? [];
    expect(flags).toBe("P");
    const grants = [...list.matchAll(/\(A;OICI;(\w+);;;(\w\w)\)/g)].map(([, rights, who]) => [word(who), word(rights)] as const);
    expect(grants.length).toBe(list.split(")").length - 1);
    expect(judged(word(owner), grants)).toEqual(right);
    expect(() => withManagedFolder("<Wix/>")).toThrow();
  });

  it("comes with the deb, and is made by the pkg as root's", () => {
    const { managed } = defaultFolders("linux", {}, "/root");
    const [from, to] = String((description["deb"] as { readonly fpm: readonly string[] }).fpm[0]).split("=");
    expect(to).toBe(managed);
    expect(existsSync(from ?? "")).toBe(true);
    const script = readFileSync(`build/packaging/${String(description.pkg["scripts"])}/postinstall`, "utf8");
    expect(script).toContain(`folder="${defaultFolders("macos", {}, "/var/root").managed}"`);
    expect(script).toMatch(/mkdir -p "\$folder" && chown root:wheel "\$folder" && chmod 0755 "\$folder"/);
    expect(statSync(`build/packaging/${String(description.pkg["scripts"])}/postinstall`).mode & 0o111).not.toBe(0);
  });
});

describe("docs/deploy.md", () => {
  it.each(platforms)("names the folders of %s", (platform) => {
    const { state, managed } = defaultFolders(platform, { LOCALAPPDATA: "%LOCALAPPDATA%" }, "~");
    const words = (folder: string) => folder.replace("~\\AppData\\Local", "%LOCALAPPDATA%").replace("C:\\ProgramData", "%ProgramData%");
    expect(page).toContain(`\`${words(managed)}\``);
    expect(page).toContain(`\`${words(state)}\``);
  });

  it.each(["policy.yaml", "policy.yaml.sig", "policy.pub"])("names the file %s, as the app looks for it", (name) => {
    expect(readFileSync("electron/services/managedPolicy.ts", "utf8")).toContain(`"${name}"`);
    expect(page).toContain(`\`${name}\``);
  });

  it("leads to pages that are there", () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = ""]) => join(dirname("docs/deploy.md"), target));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});
