import { describe, expect, it } from "vitest";
import type { Command } from "../../../electron/host/commands/command.ts";
import { commands } from "../../../electron/host/commands.ts";
import { linuxProbes } from "../../../electron/probes/linux/table.ts";

const entries: readonly (readonly [string, Command])[] = Object.entries(commands);
const interpreters = /\/(ba|da|z|k|c|fi)?sh$|\/(env|python[\d.]*|perl|node|ruby|awk|sed|xargs|find|sudo|pkexec|doas|su|busybox|eval)$/;
// Verbs with which one of the listed programs changes something, or which make it run something else.
const writingWords =
  /^-?-?(set|reset|write|add|delete|del|del(ete)?-?\w*|remove|purge|install|upgrade|dist-upgrade|full-upgrade|update|enable|disable|start|stop|restart|reload|mask|unmask|connect|disconnect|up|down|modify|edit|reboot|flush|change|replace|clean|autoremove|scan|exec|command|c|e)$/;

describe("the catalogue of commands", () => {
  it.each(entries)("%s is an absolute path to a program that is no shell and no interpreter", (_id, { files, platform }) => {
    for (const file of files) {
      expect(file).toMatch(platform === "windows" ? /^%SystemRoot%\\[A-Za-z0-9._\\]+\.exe$/ : /^\/[A-Za-z0-9._/ -]+$/);
      expect(file).not.toContain("..");
      expect(file).not.toMatch(interpreters);
    }
  });

  // PowerShell's script is held to more in powershellScript.test.ts.
  it.each(entries.filter(([id]) => id !== "powershell"))("%s has fixed arguments that only read", (_id, { args, platform }) => {
    expect(args.length).toBeGreaterThan(0);
    // `iw … scan dump` shows what was found before, and scans nothing (iw(8)).
    const harmless = (word: string, index: number) => (word === "-e" && args[index + 1] === "yes") || (word === "scan" && args[index + 1] === "dump");
    const verbs = args.filter((word, index) => !harmless(word, index));
    expect(verbs.filter((word) => writingWords.test(word))).toEqual([]);
    // No place to put something in, nothing for a shell to expand.
    // The registry names products by GUIDs in braces.
    const fixed = args.map((word) => (word === "{interface}" ? "" : word.replace(/\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/i, ""))).join(" ");
    expect(fixed).not.toMatch(platform === "windows" ? /[$`;|&<>{}*?~%\n]/ : /[$`;|&<>{}*?~%\\\n]/);
  });

  it.each(entries)("%s has a time limit of at most eight seconds", (_id, { timeoutMs }) => {
    expect(timeoutMs).toBeGreaterThan(0);
    expect(timeoutMs).toBeLessThanOrEqual(8000);
  });

  // `--rescan no` is the option that forbids the scan.
  it("never asks NetworkManager to scan", () => {
    expect(commands["nmcli-wifi-list"].args.join(" ")).toContain("--rescan no");
  });

  it("holds no Linux command that no probe uses", () => {
    const used = new Set<string>(Object.values(linuxProbes).flatMap(({ uses }) => uses));
    expect(entries.filter(([id, { platform }]) => platform === "linux" && !used.has(id)).map(([id]) => id)).toEqual([]);
  });
});
