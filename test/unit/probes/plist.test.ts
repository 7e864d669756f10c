import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlist, plistAt, plistDate, plistList, plistNumber, plistSwitch, plistText } from "../../../electron/probes/common/plist.ts";
import type { PlistValue } from "../../../electron/probes/common/plistValue.ts";
import { processorMs } from "../../support/inTime.ts";

/** Written by another program (CPython's plistlib) from the same values. */
const file = (form: "xml" | "binary") =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/macos/plist/values.${form}.plist`, import.meta.url))));
const bytes = (text: string) => new TextEncoder().encode(text);
const wrap = (content: string) => bytes(`<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">${content}</plist>\n`);
const valueOfXml = (content: string): PlistValue | undefined => {
  const found = parsePlist(wrap(content));
  return found.ok ? found.value : undefined;
};

describe.each(["xml", "binary"] as const)("a property list in its %s form", (form) => {
  const found = parsePlist(file(form));
  const value = found.ok ? found.value : undefined;
  it("gives texts, numbers and switches", () => {
    expect(found.ok).toBe(true);
    const texts = ["text", "japanese", "emoji", "empty"].map((key) => plistText(plistAt(value, key)));
    expect(texts).toEqual(["plain", "画面ロック", "🔒 a<b & c", ""]);
    const numbers = ["small", "byte", "short", "word", "long", "negative", "real"].map((key) => plistNumber(plistAt(value, key)));
    expect(numbers).toEqual([7, 200, 40_000, 3_000_000_000, 2 ** 40, -1, 2.5]);
    expect([plistSwitch(plistAt(value, "yes")), plistSwitch(plistAt(value, "no"))]).toEqual([true, false]);
    expect(plistText(plistAt(value, "long text"))).toBe("x".repeat(300));
  });

  it("gives dates, bytes, lists and dictionaries", () => {
    expect(plistDate(plistAt(value, "date"))).toBe("2026-11-22T22:10:05.000Z");
    expect(plistAt(value, "data")).toEqual(Uint8Array.of(0, 1, 0xfe));
    expect(plistList(plistAt(value, "many"))).toHaveLength(40);
    expect(plistAt(value, "list", 1, 0)).toBe("b");
    expect(plistAt(value, "dict", "inner", "deep", 2)).toBe(3);
    expect(plistAt(value, "dict", "inner", "missing", 2)).toBeUndefined();
    expect(plistAt(value, "list", 2)).toEqual(new Map());
  });

  it("is not read when it is cut, wherever", () => {
    const whole = file(form);
    const end = form === "xml" ? whole.lastIndexOf(">".charCodeAt(0)) : whole.length - 1;
    for (let length = 0; length <= end; length += 1) expect(parsePlist(whole.subarray(0, length)).ok).toBe(false);
  });

  it("never throws when bytes of it are changed", () => {
    const whole = file(form);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }), (changes) => {
        const damaged = whole.slice();
        for (const [place, byte] of changes) damaged[place] = byte;
        expect(typeof parsePlist(damaged).ok).toBe("boolean");
      }),
    );
  });
});

describe("an XML property list", () => {
  it("takes numbers and entities as they are written", () => {
    expect(valueOfXml("<integer>-12</integer>")).toBe(-12);
    expect(valueOfXml("<integer>0x1f</integer>")).toBe(31);
    expect(valueOfXml("<real>1e3</real>")).toBe(1000);
    expect(valueOfXml("<string>&lt;a&gt; &amp;amp; &#26085;&#x672c; &unknown;</string>")).toBe("<a> &amp; 日本 &unknown;");
    expect(valueOfXml("<true></true>")).toBe(true);
    expect(valueOfXml("<array><string/><dict/></array>")).toEqual(["", new Map()]);
    expect(valueOfXml("<!-- a note --><string>x</string>")).toBe("x");
  });

  it.each([
    ["a key without a value", "<dict><key>a</key></dict>"],
    ["a value without a key", "<dict><true/></dict>"],
    ["two keys", "<dict><key>a</key><key>b</key><true/></dict>"],
    ["a key in a list", "<array><key>a</key></array>"],
    ["two values", "<true/><true/>"],
    ["no value", ""],
    ["an unknown element", "<set><true/></set>"],
    ["elements that overlap", "<array><dict></array></dict>"],
    ["text between elements", "<array>x<true/></array>"],
    ["a number that is none", "<integer>12a</integer>"],
    ["a date that is none", "<date>yesterday</date>"],
    ["a day that the calendar lacks", "<date>2026-13-41T00:00:00Z</date>"],
    ["an element inside text", "<string>a<b/></string>"],
    ["data that is none", "<data>****</data>"],
    ["deeper than any settings", "<array>".repeat(60) + "</array>".repeat(60)],
  ])("is not read with %s", (_what, content) => {
    expect(valueOfXml(content)).toBeUndefined();
  });

  it("is not read with entities of its own, which could grow without end", () => {
    const text = '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaa">]><plist version="1.0"><string>&a;</string></plist>';
    expect(parsePlist(bytes(text)).ok).toBe(false);
  });

  it.each(["", "garbage", "{ a = b; }", "<html></html>", "<plist", '{"a":1}', "bplist00"])("is not read from %j", (text) => {
    expect(parsePlist(bytes(text)).ok).toBe(false);
  });

  it("takes a key of any name for a key", () => {
    const value = valueOfXml("<dict><key>__proto__</key><string>x</string><key>constructor</key><true/></dict>");
    expect(plistText(plistAt(value, "__proto__"))).toBe("x");
    expect(plistAt(value, "toString")).toBeUndefined();
  });
});

describe("a binary property list", () => {
  /** Header, objects, table of their places and trailer, all sizes one byte. */
  const binary = (...objects: readonly (readonly number[])[]): Uint8Array => {
    const places: number[] = [];
    const body = [...bytes("bplist00")];
    for (const object of objects) {
      places.push(body.length);
      body.push(...object);
    }
    const table = body.length;
    const eight = (value: number) => [0, 0, 0, 0, 0, 0, value >> 8, value & 0xff];
    return Uint8Array.from([...body, ...places, 0, 0, 0, 0, 0, 0, 1, 1, ...eight(objects.length), ...eight(0), ...eight(table)]);
  };

  it("is read", () => {
    expect(parsePlist(binary([0xa2, 1, 2], [0x09], [0x51, 0x61]))).toEqual({ ok: true, value: [true, "a"] });
  });

  it.each([
    ["contains itself", binary([0xa1, 0])],
    ["refers to an object that is not there", binary([0xa1, 9])],
    ["has a key that is no text", binary([0xd1, 1, 1], [0x09])],
    ["says that a text is longer than the file", binary([0x5f, 0x11, 0xff, 0xff, 0x61])],
    ["has an object of an unknown kind", binary([0x70])],
    ["has a date of no calendar", binary([0x33, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0])],
  ])("is not read when it %s", (_what, damaged) => {
    expect(parsePlist(damaged).ok).toBe(false);
  });

  it("reads an object once that many refer to, and ends early when references multiply", () => {
    // Each list holds the next one fifteen times: 15^12 values, were they copied.
    const nested = Array.from({ length: 12 }, (_, place) => [0xaf, 0x10, 15, ...Array.from({ length: 15 }, () => place + 1)]);
    const file = binary(...nested, [0x09]);
    expect(processorMs(() => expect(parsePlist(file).ok).toBe(true))).toBeLessThan(1000);
  });
});

it("a file as large as the host reads is refused in good time, whatever it is full of", () => {
  for (const piece of ["<!--", "<dict>", "<key>a</key>", "&#x41;", "<string>", "<true/>", "<?xml "]) {
    const text = `<plist version="1.0"><array>${piece.repeat(Math.floor(4_000_000 / piece.length))}`;
    expect(processorMs(() => expect(parsePlist(bytes(text)).ok).toBe(false))).toBeLessThan(3000);
  }
});

it("no bytes make the reader throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, headed) => {
      const data = headed ? Uint8Array.from([...bytes("bplist00"), ...noise]) : noise;
      expect(typeof parsePlist(data).ok).toBe("boolean");
    }),
  );
});
