import { isoDate, type PlistValue, plistLimits } from "./plistValue.ts";

/** `<key>`, `</dict>`, `<true/>`; the text before it belongs to the element that is open. */
const tag = /<(\/?)([a-z]+)(?:\s+version="[\d.]*")?\s*(\/?)>/y;
const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

interface Container {
  readonly name: "dict" | "array" | "plist";
  readonly items: PlistValue[];
  readonly map: Map<string, PlistValue>;
  key: string | null;
}

function decodeText(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

function scalar(name: string, text: string): PlistValue | null {
  switch (name) {
    case "string":
      return decodeText(text);
    case "integer":
      return /^\s*(?:[-+]?\d{1,20}|0x[0-9a-fA-F]{1,16})\s*$/.test(text) ? Number(text) : null;
    case "real":
      return /^\s*[-+]?[\d.]+(?:e[-+]?\d{1,3})?\s*$/i.test(text) && !Number.isNaN(Number(text)) ? Number(text) : null;
    case "date": {
      const date = isoDate(Date.parse(text.trim()));
      return /^\s*\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\s*$/.test(text) && date !== null ? { date } : null;
    }
    case "data":
      return /^[A-Za-z0-9+/=\s]*$/.test(text) ? Uint8Array.from(atob(text.replaceAll(/\s/g, "")), (character) => character.charCodeAt(0)) : null;
    default:
      return null;
  }
}

/** Puts a value into the open container; false when it has no place there (a dictionary without a key). */
function put(into: Container, value: PlistValue): boolean {
  if (into.name !== "dict") {
    into.items.push(value);
    return into.name === "array" || into.items.length === 1;
  }
  if (into.key === null) return false;
  into.map.set(into.key, value);
  into.key = null;
  return true;
}

const isContainer = (name: string): name is Container["name"] => name === "dict" || name === "array" || name === "plist";
const newContainer = (name: Container["name"]): Container => ({ name, items: [], map: new Map(), key: null });
const contentOf = ({ name, items, map }: Container): PlistValue => (name === "dict" ? map : items);

/** The part of the text from the first tag on. A document type with definitions of its own is refused: they could grow without end. */
function body(text: string): string | null {
  const [, rest] = /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE [^>[\]]*>\s*)?(<plist[\s\S]*)$/.exec(text) ?? [];
  return rest ?? null;
}

/** The value of an XML property list, or null when it is not one. No entity but the five of XML is known, nothing outside is looked up. */
export function readXmlPlist(text: string): PlistValue | null {
  const source = body(text);
  if (source === null) return null;
  const open: Container[] = [];
  let position = 0;
  for (let count = 0; count < plistLimits.values; count += 1) {
    const next = source.indexOf("<", position);
    if (next < 0 || source.slice(position, next).trim() !== "") return null;
    if (source.startsWith("<!--", next)) {
      const end = source.indexOf("-->", next + 4);
      if (end < 0) return null;
      position = end + 3;
      continue;
    }
    tag.lastIndex = next;
    const [whole, slash, name = "", empty] = tag.exec(source) ?? [];
    if (whole === undefined) return null;
    position = next + whole.length;
    const top = open.at(-1);
    if (slash === "/") {
      const closed = open.pop();
      if (closed === undefined || closed.name !== name || closed.key !== null) return null;
      if (closed.name === "plist") return source.slice(position).trim() === "" ? (closed.items[0] ?? null) : null;
      const parent = open.at(-1);
      if (parent === undefined || !put(parent, contentOf(closed))) return null;
      continue;
    }
    if (name === "plist" ? top !== undefined : top === undefined) return null;
    if (isContainer(name) && empty === "") {
      if (open.length >= plistLimits.depth) return null;
      open.push(newContainer(name));
      continue;
    }
    if (top === undefined) return null;
    if (isContainer(name)) {
      if (!put(top, contentOf(newContainer(name)))) return null;
    } else if (name === "true" || name === "false") {
      const end = empty === "/" ? "" : `</${name}>`;
      if (!source.startsWith(end, position) || !put(top, name === "true")) return null;
      position += end.length;
    } else {
      const end = empty === "/" ? position : source.indexOf(`</${name}>`, position);
      if (end < 0) return null;
      const content = source.slice(position, end);
      if (content.includes("<")) return null;
      position = empty === "/" ? position : end + name.length + 3;
      if (name === "key") {
        if (top.name !== "dict" || top.key !== null) return null;
        top.key = decodeText(content);
        continue;
      }
      const value = scalar(name, content);
      if (value === null || !put(top, value)) return null;
    }
  }
  return null;
}
