import { describe, expect, test } from "vitest";
import { crockford } from "../../../electron/services/crockford.ts";
import { defaultFolders } from "../../../electron/services/folders.ts";
import { textHider } from "../../../electron/services/report/hideText.ts";
import { pseudonymWith } from "../../../electron/services/secretKey.ts";
import { createTranslator } from "../../../electron/services/text.ts";

const pseudonym = pseudonymWith("00".repeat(32));

describe("texts", () => {
  const catalogue = { hello: "Hello {{name}}, {{what}}.", term: "the term", count: "{{count}} of {{lng}}" };
  const say = createTranslator("en", [catalogue]);
  test("parameters are put in as they are: nothing in them is interpreted or escaped", () => {
    const name = "<b>$t(term) {{what}} $& &amp;";
    expect(say({ key: "hello", params: { name, what: "x" } })).toBe(`Hello ${name}, x.`);
  });
  test("a parameter that is a key is translated first", () => {
    expect(say({ key: "hello", params: { name: "A", what: { key: "term" } } })).toBe("Hello A, the term.");
  });
  test("parameters named like options of the library are only parameters", () => {
    expect(say({ key: "count", params: { count: 2, lng: "ja" } })).toBe("2 of ja");
  });
  test("a key without a text comes back as it is", () => {
    expect(say({ key: "no.such:key" })).toBe("no.such:key");
  });
});

describe("hiding in free text", () => {
  const hider = (value: string, keep: readonly string[] = []) => textHider([{ field: "ssid", value }], true, new Set(keep), pseudonym);
  test("replaces a value wherever and however it is written", () => {
    const hide = hider("Café:Net");
    for (const text of [
      "x Café:Net y",
      "CAFÉ:NET",
      "Caf\\u00e9:Net",
      "Café\\:Net",
      "436166c3a93a4e6574",
      "Caf\\xc3\\xa9:Net",
      "Caf%C3%A9%3ANet",
      "Cafe\u0301:Net",
    ]) {
      expect(hide(text)).toMatch(/ssid-[0-9a-z]{8}/);
      expect(hide(text).toLowerCase()).not.toContain("net");
    }
  });
  test("hides the whole line of a value that is too short to be cut out", () => {
    expect(hider("ab")("first\nuses ab here\nlast")).toMatch(/^first\nhidden-[0-9a-z]{8}\nlast$/);
  });
  test("hides addresses of every kind, known or not, but not times, versions of three parts, loopback and targets", () => {
    const hide = hider("unused-name", ["192.0.2.1"]);
    for (const address of [
      "192.168.1.20",
      "fe80::1c2:3ff:fe04:506",
      "2001:db8:0:1:2:3:4:5",
      "02:00:5e:10:00:01",
      "02-00-5E-10-00-01",
      "02\\:00\\:5e\\:10\\:00\\:01",
    ]) {
      expect(hide(`a ${address} b`)).toMatch(/^a addresses-[0-9a-z]{8} b$/);
    }
    expect(hide("enx02005e100001")).toMatch(/^enxaddresses-/);
    for (const text of ["09:12:03", "6.12.1", "127.0.0.1", "::1", "0.0.0.0", "192.0.2.1"]) expect(hide(text)).toBe(text);
  });
  test("equal texts stay equal and different ones different", () => {
    const hide = hider("ab");
    expect(hide("x ab")).toBe(hide("x ab"));
    expect(hide("x ab")).not.toBe(hide("y ab"));
  });
});

// The five bits of each digit, most significant first (https://www.crockford.com/base32.html): 11111 11100 00000 00100 01000 01100 10000 11111.
test("Crockford's base 32 takes five bits a digit from the front", () => {
  expect(crockford(Uint8Array.of(0xff, 0x00, 0x44, 0x32, 0x1f), 8)).toBe("ZW048CGZ");
});

describe("folders", () => {
  test("on each OS", () => {
    expect(defaultFolders("linux", {}, "/home/a")).toEqual({ state: "/home/a/.local/state/telework-preflight", managed: "/etc/telework-preflight" });
    expect(defaultFolders("macos", {}, "/Users/a")).toEqual({
      state: "/Users/a/Library/Application Support/Preflight",
      managed: "/Library/Application Support/Preflight",
    });
    expect(defaultFolders("windows", { LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local", ...{ ProgramData: "D:\\Mine" } }, "C:\\Users\\a")).toEqual({
      state: "C:\\Users\\a\\AppData\\Local\\Preflight",
      managed: "C:\\ProgramData\\Preflight",
    });
  });
  test("relative values do not count: they would follow the current directory", () => {
    expect(defaultFolders("linux", { XDG_STATE_HOME: "state" }, "/home/a").state).toBe("/home/a/.local/state/telework-preflight");
    expect(defaultFolders("linux", { XDG_STATE_HOME: "/data" }, "/home/a").state).toBe("/data/telework-preflight");
  });
});
