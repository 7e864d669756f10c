import { describe, expect, it } from "vitest";
import type { CommandId } from "../../../electron/host/commands.ts";
import type { CommandResult, Host } from "../../../electron/host/host.ts";
import { readRegistry, registryCommands } from "../../../electron/probes/windows/registry.ts";
import { replayHost } from "../../support/replayHost.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Code page 932. 指定されたレジストリ キーまたは値が見つかりませんでした and アクセスが拒否されました, as Windows says them. */
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const sentences = {
  ja: {
    missing: bytesOf(
      "83478389815b3a208e7792e882b382ea82bd838c835783588367838a20834c815b82dc82bd82cd926c82aa8ca982c282a982e882dc82b982f182c582b582bd0d0a",
    ),
    denied: bytesOf("83478389815b3a208341834e835a835882aa8b9194db82b382ea82dc82b582bd0d0a"),
  },
  en: {
    missing: utf8("ERROR: The system was unable to find the specified registry key or value.\r\n"),
    denied: utf8("ERROR: Access is denied.\r\n"),
  },
  // A language that nobody thought of.
  xx: { missing: utf8("NEE: eoa anr ekki.\r\n"), denied: utf8("NEE: eoa ma ekki.\r\n") },
};

const result = (command: CommandId, code: number, stderr: Uint8Array, stdout = new Uint8Array()): CommandResult => ({
  command,
  outcome: "exited",
  code,
  stdout,
  stderr,
  durationMs: 1,
});

/** A PC whose PowerShell prints nothing, and whose reg.exe says these things. */
function pc(answers: Partial<Record<CommandId, CommandResult>>): { readonly host: Host; readonly ran: CommandId[] } {
  const ran: CommandId[] = [];
  const host: Host = {
    ...replayHost([], "windows"),
    async run(command) {
      ran.push(command);
      const answer = answers[command] ?? (command === "powershell" ? result(command, 0, new Uint8Array()) : undefined);
      if (answer === undefined) throw new Error(`no answer for ${command}`);
      return answer;
    },
  };
  return { host, ran };
}
const ask = (host: Host) => readRegistry(host, "current-version", new AbortController().signal);

describe.each(Object.entries(sentences))("reg.exe that speaks %s", (_language, { missing, denied }) => {
  const nothing = result("reg-absent-key", 1, missing);

  it("says that a key is not there by the sentence that it has for a key that nobody makes", async () => {
    const { host, ran } = pc({ "reg-current-version": result("reg-current-version", 1, missing), "reg-absent-key": nothing });
    expect(await ask(host)).toMatchObject({ ok: true, key: null });
    expect(registryCommands("current-version")).toEqual(expect.arrayContaining(ran));
  });

  it("is not taken for 'not there' when it says anything else", async () => {
    const { host } = pc({ "reg-current-version": result("reg-current-version", 1, denied), "reg-absent-key": nothing });
    expect(await ask(host)).toMatchObject({ ok: false, refusal: { kind: "unknown", reason: "denied" } });
  });
});

describe("a key is not called 'not there'", () => {
  const { missing } = sentences.en;
  const asked = result("reg-current-version", 1, missing);
  it.each<readonly [string, CommandResult, CommandResult]>([
    [
      "when the key that nobody makes is there",
      asked,
      result("reg-absent-key", 0, new Uint8Array(), utf8("HKEY_LOCAL_MACHINE\\SOFTWARE\\Preflight")),
    ],
    ["when the second question was not answered", asked, { ...result("reg-absent-key", 1, missing), outcome: "timeout", code: null }],
    ["when reg.exe says nothing at all", result("reg-current-version", 1, new Uint8Array()), result("reg-absent-key", 1, new Uint8Array())],
    ["when it ends with another code", result("reg-current-version", 5, missing), result("reg-absent-key", 5, missing)],
  ])("%s", async (_title, key, nothing) => {
    const { host } = pc({ "reg-current-version": key, "reg-absent-key": nothing });
    expect(await ask(host)).toMatchObject({ ok: false, refusal: { kind: "unknown", reason: "denied" } });
  });
});

describe("the complaint that the helpdesk sees", () => {
  it("is in the words of the PC", async () => {
    const { host } = pc({
      "reg-current-version": result("reg-current-version", 1, sentences.ja.denied),
      "reg-absent-key": result("reg-absent-key", 1, sentences.ja.missing),
    });
    expect(await ask(host)).toMatchObject({ refusal: { detail: "reg-current-version: exit 1, エラー: アクセスが拒否されました" } });
  });
});
