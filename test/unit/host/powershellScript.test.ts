import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { Language, type Node, Parser } from "web-tree-sitter";
import { commands } from "../../../electron/host/commands.ts";
import { powershellBlocks, powershellScript } from "../../../electron/host/windows/powershellScript.ts";
import { vpnProducts } from "../../../electron/probes/common/vpnProducts.ts";

const require = createRequire(import.meta.url);
const parser = { current: null as Parser | null };

beforeAll(async () => {
  await Parser.init();
  parser.current = new Parser();
  parser.current.setLanguage(await Language.load(require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm")));
});

/** Lines of the script that the grammar does not understand. */
function problems(script: string): readonly string[] {
  const root = parser.current?.parse(script)?.rootNode;
  if (!root) throw new Error("no parser");
  const found: string[] = [];
  const visit = (node: Node) => {
    if (node.isError || node.isMissing) found.push(`${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
    for (const child of node.children) if (child) visit(child);
  };
  visit(root);
  return found;
}

describe("the one PowerShell script", () => {
  it("is understood by a grammar of PowerShell as a whole", () => {
    expect(problems(powershellScript)).toEqual([]);
  });

  it.each(Object.entries(powershellBlocks))("block %s is understood by itself", (_name, block) => {
    expect(problems(block)).toEqual([]);
  });

  it.each(["$a=@{b=1;c=@(1,2}", "foreach($x in @(1,2){$x}", "@{a=[int]}|", "'open"])("the grammar would notice %s", (broken) => {
    expect(problems(broken)).not.toEqual([]);
  });

  it("fits on a command line of Windows", () => {
    expect(powershellScript.length).toBeLessThan(28_000);
    const { files, args } = commands.powershell;
    expect([...files, ...args].join(" ").length).toBeLessThan(30_000);
  });

  it("has neither double quotes nor lines that a command line would end at", () => {
    expect(powershellScript).not.toContain('"');
    expect(powershellScript).not.toMatch(/[^\n -~]/);
  });
});

// Verbs of PowerShell that only look, https://learn.microsoft.com/powershell/scripting/developer/cmdlet/approved-verbs-for-windows-powershell-commands
const lookingVerbs = new Set(["Get", "Where", "ForEach", "Select", "Test", "ConvertTo", "Sort", "Measure", "Resolve", "Join", "Split", "Compare"]);
describe("what the script does", () => {
  it("is to look: no cmdlet of a verb that changes something, nothing from the network", () => {
    const cmdlets = [...powershellScript.matchAll(/(?<![\w.\\'<-])([A-Z][A-Za-z]+)-[A-Z][A-Za-z]+\b/g)].map(
      ([whole, verb = ""]) => [whole, verb] as const,
    );
    expect(cmdlets.length).toBeGreaterThan(3);
    const own = cmdlets.filter(([whole, verb]) => !lookingVerbs.has(verb) && !powershellScript.includes(`function ${whole}`));
    // COM objects are made to be asked; which ones is looked at where they are used.
    expect(own.map(([whole]) => whole).filter((whole) => whole !== "New-Object")).toEqual([]);
    expect(powershellScript).not.toMatch(
      /Invoke-(Expression|WebRequest|RestMethod|Command)|\biex\b|DownloadString|Net\.WebClient|Start-Process|Add-Type/i,
    );
  });

  it("asks for the services of the VPN table and no others", () => {
    const listed = /Get-Service -Name (.+?) -ErrorAction/.exec(powershellBlocks.vpn)?.[1] ?? "";
    expect(listed.split(",").map((name) => name.slice(1, -1))).toEqual(vpnProducts.flatMap(({ services }) => services));
  });
});
