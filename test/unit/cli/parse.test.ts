import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../../../electron/cli/parse.ts";

describe("the command line", () => {
  it("finds the command behind global options and their values", () => {
    const parsed = parseCommandLine(["--lang", "en", "exceptions", "--json", "list", "--no-color"]);
    expect(parsed.path).toEqual(["exceptions", "list"]);
    expect(parsed.values.get("lang")).toEqual(["en"]);
    expect([...parsed.switches].sort()).toEqual(["json", "no-color"]);
    expect(parsed.problem).toBeNull();
  });

  it("takes several values for --only, repeated or with commas", () => {
    expect(parseCommandLine(["check", "--only", "vpn,screen-lock", "--only=firewall"]).values.get("only")).toEqual([
      "vpn",
      "screen-lock",
      "firewall",
    ]);
  });

  it("knows short options", () => {
    expect(parseCommandLine(["check", "-v"]).switches.has("verbose")).toBe(true);
    expect(parseCommandLine(["-h"]).switches.has("help")).toBe(true);
  });

  it("reads what follows -- as arguments, even when it begins with a dash", () => {
    expect(parseCommandLine(["report", "verify", "--", "--odd-name.html"]).positionals).toEqual(["--odd-name.html"]);
  });

  it("reads - as the name of standard output", () => {
    expect(parseCommandLine(["report", "--out", "-"]).values.get("out")).toEqual(["-"]);
  });

  it.each([
    [["chekc"], { kind: "unknown-command", word: "chekc", near: "check" }],
    [["exceptions", "lst"], { kind: "unknown-command", word: "lst", near: "list" }],
    [["exceptions"], { kind: "no-command" }],
    [[], { kind: "no-command" }],
    [["check", "--jsn"], { kind: "unknown-option", word: "--jsn", near: "json" }],
    [["check", "--state-dir", "x"], { kind: "unknown-option", word: "--state-dir", near: undefined }],
    [["check", "--policy"], { kind: "value-missing", word: "--policy", wanted: "FILE" }],
    [["check", "--policy", "--json"], { kind: "value-missing", word: "--policy", wanted: "FILE" }],
    [["check", "--policy", "a", "--policy", "b"], { kind: "twice", word: "--policy" }],
    [["check", "--json=yes"], { kind: "value-unwanted", word: "--json" }],
    [["check", "extra"], { kind: "argument-surplus", word: "extra" }],
    [["check", "--lang", "fr"], { kind: "bad-value", word: "--lang", given: "fr", wanted: "ja, en", near: undefined }],
    [["completion", "bsh"], { kind: "bad-value", word: "SHELL", given: "bsh", wanted: "bash, zsh, fish", near: "bash" }],
    [["declare", "surroundings"], { kind: "argument-missing", word: "yes|no" }],
    [["policy", "sign", "p.yaml"], { kind: "option-required", word: "--key", wanted: "FILE" }],
    [
      ["report", "--show", "ssid,pasword", "--out", "r.html"],
      { kind: "bad-value", word: "--show", given: "pasword", wanted: "ssid, user, host, serial, addresses", near: undefined },
    ],
  ])("says what is wrong with %j", (args, problem) => {
    expect(parseCommandLine(args).problem).toEqual(problem);
  });

  it("does not take a word from the prototype for a command or an option", () => {
    expect(parseCommandLine(["constructor"]).problem?.kind).toBe("unknown-command");
    expect(parseCommandLine(["check", "--__proto__"]).problem?.kind).toBe("unknown-option");
    expect(parseCommandLine(["check", "--toString"]).problem?.kind).toBe("unknown-option");
  });
});
