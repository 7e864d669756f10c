import { expect, it } from "vitest";
import { deviceBlocks, earlyBlocks } from "../../electron/host/windows/deviceBlocks.ts";
import { powershellScript } from "../../electron/host/windows/powershellScript.ts";

it("the script leaves room for the network's blocks on a command line of Windows", () => {
  console.log(powershellScript.length, Object.values({ ...earlyBlocks, ...deviceBlocks }).join("").length);
  expect(powershellScript.length).toBeLessThan(28_000);
});
it("holds no double quote, because Node puts it between two", () => {
  expect(powershellScript).not.toContain('"');
});
