import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { defaultFolders } from "../../../electron/services/folders.ts";
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

  it("runs hardened on the Mac, with no more than the engine needs", () => {
    expect(description.mac["hardenedRuntime"]).toBe(true);
    const entitlements = readFileSync(String(description.mac["entitlements"]), "utf8");
    expect(entitlements.match(/<key>[^<]+<\/key>/g)).toEqual(["<key>com.apple.security.cs.allow-jit</key>"]);
  });

  it("is told of reports, and holds no secret", () => {
    expect(description.fileAssociations).toMatchObject([{ ext: "preflight-report", role: "Viewer" }]);
    expect(JSON.stringify(description)).not.toMatch(/password|secret|token/i);
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
