import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cliDocument } from "../../../build/cliDocs.ts";
import { completionScript } from "../../../electron/cli/completion.ts";
import type { CommandDefinition } from "../../../electron/cli/definition.ts";
import { displayWidth } from "../../../electron/cli/displayWidth.ts";
import { handlers } from "../../../electron/cli/handlers.ts";
import { helpPage } from "../../../electron/cli/help.ts";
import { parseCommandLine } from "../../../electron/cli/parse.ts";
import { program } from "../../../electron/cli/program.ts";

interface Place {
  readonly path: readonly string[];
  readonly command: CommandDefinition;
}
function places(command: CommandDefinition, path: readonly string[]): readonly Place[] {
  return [{ path, command }, ...(command.commands ?? []).flatMap((sub) => places(sub, [...path, sub.name]))];
}
const all = places(program, []);
// A command with commands below it runs by itself only when it has options of its own.
const runnable = all.filter(({ command }) => !command.commands || command.options);

/** Words of a line as a shell would split it: quotes hold words together, the line ends at a redirection or an operator. */
function shellWords(line: string): readonly string[] {
  return [...(line.split(/ (?:>|&&) /)[0] ?? "").matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

describe("the definition of the command line", () => {
  it("has code for every command, and no code for others", () => {
    expect(Object.keys(handlers).sort()).toEqual(runnable.map(({ path }) => path.join(" ")).sort());
  });

  it("explains every code that a command can end with", () => {
    for (const { path, command } of runnable) expect(command.exits?.go, path.join(" ")).toBeDefined();
  });

  it("gives only examples that can be typed", () => {
    for (const { command } of all) {
      expect(command.examples.length).toBeGreaterThan(0);
      for (const { line } of command.examples) {
        const [name, ...args] = shellWords(line);
        const { problem, switches } = parseCommandLine(args);
        expect(name).toBe("preflight");
        expect(switches.has("help") ? null : problem, line).toBeNull();
      }
    }
  });

  it.each(["ja", "en"] as const)("makes help pages that fit 80 columns, but for lines to copy (%s)", (language) => {
    for (const { path, command } of all) {
      const page = helpPage(command, path, language, 80);
      const copied = new Set(command.examples.map(({ line }) => `    ${line}`));
      expect(page.filter((line) => displayWidth(line) > 80 && !copied.has(line))).toEqual([]);
      for (const { name } of [...(command.options ?? []), ...(command.commands ?? [])]) expect(page.join("\n")).toContain(name);
    }
  });

  it("is what docs/cli.md says (npm run docs)", () => {
    expect(readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8")).toBe(cliDocument());
  });

  it.each(["bash", "zsh", "fish"] as const)("names every command and option in the completion of %s", (shell) => {
    const script = completionScript(shell, { checks: ["vpn"], facts: ["route"] });
    for (const { command } of all) {
      for (const { name } of command.commands ?? []) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
      for (const { name } of command.options ?? []) expect(script).toContain(name);
    }
    expect(script).toContain("vpn");
    expect(script).toContain("route");
  });
});
