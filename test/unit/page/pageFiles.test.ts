import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPageFile } from "../../../electron/page/pageFiles.ts";
import { pageHeaders } from "../../../electron/page/pageHeaders.ts";

const folder = mkdtempSync(join(tmpdir(), "preflight-page-"));
const root = join(folder, "renderer");

beforeAll(() => {
  mkdirSync(join(root, "assets"), { recursive: true });
  writeFileSync(join(root, "index.html"), "<p>page</p>");
  writeFileSync(join(root, "assets", "main.js"), "1;");
  writeFileSync(join(root, "notes.txt"), "not part of the page");
  writeFileSync(join(folder, "secret.html"), "secret");
  mkdirSync(join(folder, "renderer-other"));
  writeFileSync(join(folder, "renderer-other", "secret.html"), "secret");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the page's files", () => {
  it("are served with the type of their ending", async () => {
    expect(await readPageFile(root, "/")).toMatchObject({ status: 200, contentType: "text/html; charset=utf-8" });
    expect(await readPageFile(root, "/assets/main.js")).toMatchObject({ status: 200, contentType: "text/javascript; charset=utf-8" });
  });

  it.each([
    "/../secret.html",
    "/%2e%2e/secret.html",
    "/%2E%2E%2Fsecret.html",
    "/..%2fsecret.html",
    "/assets/../../secret.html",
    "/..\\secret.html",
    "/..%5csecret.html",
    "/%252e%252e/secret.html",
    "/../renderer-other/secret.html",
    "/C:/secret.html",
    "/index.html%00.png",
    "/index.html::$DATA",
    "secret.html",
    "",
    "/%",
    "/%ff",
  ])("stop at the root: %j is refused", async (path) => {
    expect(await readPageFile(root, path)).toEqual({ status: 400 });
  });

  it.each(["/missing.html", "/assets", "/assets/", "/notes.txt", "//", "//etc/passwd.html"])("are not invented: %j is not there", async (path) => {
    expect(await readPageFile(root, path)).toEqual({ status: 404 });
  });

  it("answers a dangling link as missing", async () => {
    symlinkSync(join(folder, "nowhere"), join(root, "gone.html"));
    expect(await readPageFile(root, "/gone.html")).toEqual({ status: 404 });
  });
});

describe("the page's policy", () => {
  it.each([
    ["none", "connect-src 'none'"],
    ["self", "connect-src 'self'"],
  ] as const)("allows our own files alone, with connections %s", (connections, connect) => {
    expect(pageHeaders(connections)["Content-Security-Policy"]).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; ${connect}; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(pageHeaders(connections)).toMatchObject({ "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store" });
  });
});
