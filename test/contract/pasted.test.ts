import { describe, expect, it } from "vitest";
import { withoutPasting } from "../../electron/cli/pasted.ts";
import { readableOf, readables } from "../../electron/probes/pasted.ts";
import type { Platform } from "../../shared/platform.ts";
import { encode } from "../support/encode.ts";
import { type PastedSample, pastedSamples } from "../support/pastedSamples.ts";

const none = new Uint8Array();

/** The same text as it may come out of a mail, a file that PowerShell wrote, or a Japanese window. */
function spellings(text: string, os: Platform): readonly (readonly [string, Uint8Array])[] {
  const utf8 = new TextEncoder();
  const windows = text.replaceAll(/\r?\n/g, "\r\n");
  const cp932 = (): readonly (readonly [string, Uint8Array])[] => {
    try {
      return [["code page 932", encode(text, "cp932")]];
    } catch {
      return [];
    }
  };
  return [
    ["as it is", utf8.encode(text)],
    ["with CRLF", utf8.encode(windows)],
    ["with a byte order mark", utf8.encode(`\ufeff${text}`)],
    ...(os === "windows" ? ([["UTF-16", Uint8Array.from(Buffer.from(`\ufeff${windows}`, "utf16le"))], ...cp932()] as const) : []),
  ];
}

function read({ name }: PastedSample, bytes: Uint8Array) {
  const readable = readableOf(name);
  if (readable === undefined || !("read" in readable)) throw new Error(`nothing reads ${name}`);
  const os = readable.name.split("/")[0] as Platform;
  return readable.read({ code: 0, stdout: withoutPasting(bytes, os), stderr: none });
}

describe.each(pastedSamples().map((sample) => [sample.id, sample] as const))("%s", (_id, sample) => {
  const os = sample.name.split("/")[0] as Platform;
  it.each(spellings(sample.text, os))("is read as it was written down beforehand, %s", (_how, bytes) => {
    expect(read(sample, bytes)).toMatchObject(sample.readings);
    expect(read(sample, bytes).map(({ fact }) => fact)).toEqual(sample.readings.map(({ fact }) => fact));
  });
});

describe("names of what is pasted", () => {
  it.each([
    ["windows/manage-bde -status", "windows/manage-bde-status"],
    ["windows/get-bitlockervolume", "windows/Get-BitLockerVolume"],
    ["windows/ipconfig /all", "windows/ipconfig-all"],
    ["windows/w32tm /query /status", "windows/w32tm-query-status"],
    ["linux/ss -ltn", "linux/ss-ltn"],
    ["macos/route -n get default", "macos/route-n-get-default"],
  ])("%s is %s", (typed, name) => expect(readableOf(typed)?.name).toBe(name));

  it("are each there once, and lead to a command that is read", () => {
    const names = readables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const readable of readables) {
      if ("instead" in readable && readable.instead !== "recording") {
        const os = readable.name.split("/")[0];
        expect(
          readables.some((one) => "command" in one && one.name === `${os}/${readable.instead}`),
          readable.name,
        ).toBe(true);
      }
    }
  });
});
