import { createHash } from "node:crypto";
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { SaidMistake } from "../../../shared/policy/mistake.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import type { Check } from "../../checks/check.ts";
import { resolvePolicy } from "../../checks/resolvePolicy.ts";
import { maxPolicyBytes } from "./limits.ts";
import { policyDoubts } from "./policyDoubts.ts";
import { yamlExcess } from "./yamlBounds.ts";

/** Enough for a list that is used in several places, far too little for a file that grows when it is read. */
const maxAliases = 100;

/** `path` as in "rules.vpn.level", empty for the whole file; `line` counts from 1. */
export interface PolicyFileProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
  readonly line?: number | undefined;
  readonly mistake?: SaidMistake | undefined;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy; readonly digest: string; readonly doubts: readonly PolicyFileProblem[] }
  | { readonly ok: false; readonly code: "oversize" | "not-utf8" | "not-yaml" | "invalid"; readonly problems: readonly PolicyFileProblem[] };

type Refused = Extract<ParsedPolicy, { ok: false }>;

/** "sha256-" and the digest of the bytes in hex: names exactly this file in screens, reports and the journal. */
export function policyDigest(bytes: Uint8Array): string {
  return `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
}

function refuse(code: Refused["code"], detail: string, line?: number): Refused {
  return { ok: false, code, problems: [{ path: "", code, detail, line }] };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function yamlMistake(code: string): SaidMistake | undefined {
  if (code === "TAB_AS_INDENT") return { kind: "tab", params: {} };
  return code === "DUPLICATE_KEY" ? { kind: "duplicate-key", params: {} } : undefined;
}

/** The line of the deepest part of `path` that the file has: the key itself where there is one. */
function lineOf(document: Document, path: string, lines: LineCounter): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const part of path === "" ? [] : path.split(".")) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === part) : undefined;
    const next = pair ?? (isNode(node) && "items" in node && Array.isArray(node.items) ? node.items[Number(part)] : undefined);
    if (next === undefined) break;
    const place = isPair(next) ? next.key : next;
    if (isNode(place) && place.range) offset = place.range[0];
    node = isPair(next) ? next.value : next;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/**
 * Reads a policy: at most 1 MiB of UTF-8, one YAML 1.2 document of plain data. Duplicate keys, tags, directives and files that grow through
 * aliases are refused, and whatever is deeper or longer than any policy (`yamlBounds.ts`): 1 MiB takes a second at most. Never throws.
 */
export function parsePolicy(bytes: Uint8Array, checks: readonly Check[]): ParsedPolicy {
  if (bytes.byteLength > maxPolicyBytes) return refuse("oversize", `${bytes.byteLength} bytes, the limit is ${maxPolicyBytes}`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("not-utf8", "the file is not UTF-8 text");
  }
  const excess = yamlExcess(text);
  if (excess !== null) return refuse("not-yaml", excess.detail, lineAt(text, excess.offset));
  const lines = new LineCounter();
  try {
    // Not logLevel "silent": with it a second document in the file would be dropped without a word.
    const document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      uniqueKeys: true,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "error",
    });
    // A tag that YAML does not know is only a warning to the parser.
    const complaints = [...document.errors, ...document.warnings];
    if (complaints.length > 0) {
      // What follows a tab is read wrongly, line after line: then only the tabs are named.
      const tabs = complaints.filter(({ code }) => code === "TAB_AS_INDENT");
      const problems = (tabs.length > 0 ? tabs : complaints).slice(0, 50).map(({ code, message, pos }) => ({
        path: "",
        code: "not-yaml",
        detail: message,
        line: lines.linePos(pos[0]).line,
        mistake: yamlMistake(code),
      }));
      return { ok: false, code: "not-yaml", problems };
    }
    if (document.directives?.yaml.explicit) return refuse("not-yaml", "%YAML directives are not read", 1);
    const data: unknown = document.toJS({ maxAliasCount: maxAliases });
    const resolved = resolvePolicy(data, checks);
    const placed = (problem: PolicyFileProblem) => ({ ...problem, line: lineOf(document, problem.path, lines) });
    const doubts = policyDoubts(data).map(placed);
    if (resolved.ok) return { ok: true, policy: resolved.policy, digest: policyDigest(bytes), doubts };
    return { ok: false, code: "invalid", problems: [...resolved.problems.map(placed), ...doubts].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  } catch (error) {
    // Too many aliases, or nesting deeper than the parser's stack.
    return refuse("not-yaml", error instanceof Error ? error.message : "the text cannot be read as YAML");
  }
}
