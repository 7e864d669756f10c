import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const css = readFileSync(new URL("../../../renderer/styles/tokens.css", import.meta.url), "utf8");
/** Names and values of the colours in the block after this selector. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const [, block = ""] = css.split(`${selector} {`);
  return new Map([...(block.split("}")[0] ?? "").matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]));
}

it("has the same dark colours for a dark system and for the chosen dark", () => {
  const system = tokens(':root:not([data-theme="light"])');
  expect(system.size).toBeGreaterThan(20);
  expect([...tokens(':root[data-theme="dark"]')]).toEqual([...system]);
  for (const name of system.keys()) expect(tokens(":root").has(name), name).toBe(true);
});
