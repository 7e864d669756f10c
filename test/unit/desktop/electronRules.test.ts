import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { pageHeaders } from "../../../electron/page/pageHeaders.ts";
import { rulesBroken } from "../../support/electronRules.ts";

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
const good = "webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false";

describe("a rule", () => {
  it.each([
    ["new BrowserWindow()", "a window names its webPreferences where it is made"],
    ["new BrowserWindow({ width: 5 })", "a window names its webPreferences where it is made"],
    ["new BrowserWindow({ webPreferences })", "a window names its webPreferences where it is made"],
    ["new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } })", "a window has nodeIntegration: false"],
    ["new BrowserWindow({ webPreferences: { sandbox: true, nodeIntegration: false } })", "a window has contextIsolation: true"],
    ["new WebContentsView({ webPreferences: { contextIsolation: true, nodeIntegration: false } })", "a window has sandbox: true"],
    [`new BrowserWindow({ ${good}, webSecurity: false } })`, "no window has webSecurity off"],
    [`new BrowserWindow({ ${good}, webviewTag: true } })`, "no window has webviewTag on"],
    [`new BrowserWindow({ ${good}, allowRunningInsecureContent: true } })`, "no window has allowRunningInsecureContent"],
    [`new BrowserWindow({ ${good}, enableBlinkFeatures: "X" } })`, "no window has enableBlinkFeatures"],
    ["shell.openExternal(url)", "shell.openExternal belongs into one file alone"],
    ["void electron.shell.openPath(path)", "no electron.shell.openPath"],
    ["contextBridge.exposeInMainWorld('x', {})", "contextBridge.exposeInMainWorld belongs into one file alone"],
    ["window.webContents.executeJavaScript(code)", "no executeJavaScript"],
    ["eval(code)", "no eval"],
    ["new Function(code)", "no text as code"],
    ["setTimeout('code', 1)", "no text as code"],
    ["app.commandLine.appendSwitch('disable-web-security')", "no switch of Chromium but those of the list"],
    ["app.commandLine.appendSwitch(name)", "no switch of Chromium but those of the list"],
    ["app.on('certificate-error', accept)", "no way round a wrong certificate"],
    ["session.setCertificateVerifyProc(accept)", "no setCertificateVerifyProc"],
    ["const scheme = { bypassCSP: true }", "no scheme has bypassCSP"],
    ["import remote from '@electron/remote'", "no remote module"],
    ["element.innerHTML = text", "no text as markup"],
    ["const link = <a target='_blank' href='/'>x</a>", "no link opens a window"],
    ["const text = <p dangerouslySetInnerHTML={{ __html: text }} />", "no text as markup"],
    ["window.loadURL('http://example.com')", "no address without TLS"],
  ])("finds %s", (source, rule) => {
    expect(rulesBroken("electron/desktop/example.tsx", source).map((broken) => broken.rule)).toContain(rule);
  });

  it("lets through a window as it should be", () => {
    expect(rulesBroken("electron/desktop/example.ts", `new BrowserWindow({ ${good}, webSecurity: true, webviewTag: false } })`)).toEqual([]);
  });
});

describe("the desktop and its page", () => {
  const files = [...filesBelow("electron/desktop"), ...filesBelow("electron/page"), ...filesBelow("renderer")];
  it("are more than a few files", () => expect(files.length).toBeGreaterThan(80));

  it.each(files)("keep the rules: %s", (file) => {
    expect(rulesBroken(file, readFileSync(file, "utf8"))).toEqual([]);
  });

  it.each([
    "setPermissionRequestHandler",
    "setPermissionCheckHandler",
    "setDevicePermissionHandler",
    "onBeforeRequest",
    '"will-download"',
    '"will-navigate"',
    '"will-redirect"',
    '"will-frame-navigate"',
    '"will-attach-webview"',
    "setWindowOpenHandler",
    "enableSandbox",
  ])("say no where Electron asks: %s", (handler) => {
    expect(readFileSync("electron/desktop/security.ts", "utf8")).toContain(handler);
  });

  it("expose two functions and nothing else", () => {
    const preload = readFileSync("electron/desktop/preload.ts", "utf8");
    expect(preload.match(/exposeInMainWorld\([^)]*\)/g)).toEqual(['exposeInMainWorld("preflight", { call, on } as PreflightApi)']);
  });
});

describe("the page's policy", () => {
  it.each(["none", "self"] as const)("starts from nothing and allows nothing unsafe (%s)", (connections) => {
    const policy = pageHeaders(connections)["Content-Security-Policy"] ?? "";
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe-|\*|https?:|blob:|strict-dynamic/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/style-src 'self'(;|$)/);
    for (const part of ["base-uri 'none'", "form-action 'none'"]) expect(policy).toContain(part);
  });
});

describe("the package's fuses", () => {
  it("leave nothing of Electron open that the app does not need", () => {
    const { electronFuses } = parse(readFileSync("build/electron-builder.yml", "utf8")) as { electronFuses: Record<string, boolean> };
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });
});
