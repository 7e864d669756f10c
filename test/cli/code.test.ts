import { expect, it } from "vitest";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

it("reads a code without state or policy: light, items with a first step, revision and day", async () => {
  const home = temporaryFolder();
  const read = await preflight(["code", "C622-2062-HJTT", "--lang", "en"], { home });
  expect([read.code, read.stderr]).toEqual([0, ""]);
  expect(read.stdout).toContain("Stop");
  expect(read.stdout).toMatch(/1\. Wi-Fi encryption: not met[\s\S]*2\. VPN: not met[\s\S]*3\. Firewall: could not be checked/);
  expect(read.stdout).toMatch(/For example/);
  expect(read.stdout).toContain("Revision 12 ");
  expect((await preflight(["code", "ｃ６２２", "ー2o62", "hjtt"], { home })).stdout).toContain("停止");
});

it("gives tools the same as JSON", async () => {
  const home = temporaryFolder();
  const read = await preflight(["code", "c6222062hjtt", "--json"], { home });
  expect(JSON.parse(read.stdout)).toEqual({
    schema: "preflight-code/1",
    ok: true,
    code: "C622-2062-HJTT",
    light: "stop",
    worst: [
      { kind: "check", checkId: "wifi-security", unseen: false },
      { kind: "check", checkId: "vpn", unseen: false },
      { kind: "check", checkId: "firewall", unseen: true },
    ],
    policyRevision: 12,
    day: "2026-11-23",
  });
  const wrong = await preflight(["code", "C622-2062-HJTS", "--json"], { home });
  expect([wrong.code, JSON.parse(wrong.stdout)]).toEqual([20, { schema: "preflight-code/1", ok: false, mistake: "check" }]);
});

it("says in one sentence how a code is wrong", async () => {
  const home = temporaryFolder();
  expectOneSentence(await preflight(["code", "C622-2062-HJT"], { home }), 20, "11 文字");
  expectOneSentence(await preflight(["code", "C622-2062-HJTU"], { home }), 20, "12 文字目の「U」");
  expectOneSentence(await preflight(["code", "C622-2026-HJTT"], { home }), 20, "入れ替わって");
  expectOneSentence(await preflight(["code", "0000-0000-0000"], { home }), 20, "この版の Preflight が作るものではありません");
  expect((await preflight(["code"], { home })).code).toBe(64);
});
