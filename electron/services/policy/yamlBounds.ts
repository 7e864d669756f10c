import { CST, Lexer, Parser } from "yaml";

/** A policy of 600 lines has some 5,000 pieces of syntax, 8 levels and 30 keys in one place. */
const most = { pieces: 60_000, levels: 64, keys: 500, items: 5_000, aliases: 100 } as const;

/** The lexer's own, which stand for no text. */
const marks: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** What is too much of the text, or not read at all, and where: `offset` counts characters. */
export interface YamlExcess {
  readonly detail: string;
  readonly offset: number;
}

function excessOf(parser: Parser, pieces: number): string | null {
  if (pieces > most.pieces) return `more than ${most.pieces} pieces of syntax`;
  if (parser.stack.length > most.levels) return `nested deeper than ${most.levels} levels`;
  const top = parser.stack.at(-1);
  switch (top?.type) {
    case "block-map":
      return top.items.length > most.keys ? `more than ${most.keys} keys in one mapping` : null;
    case "flow-collection":
      return top.items.length > (top.start.source === "{" ? most.keys : most.items) ? "too many items in one pair of brackets" : null;
    case "block-seq":
      return top.items.length > most.items ? `more than ${most.items} items in one list` : null;
    default:
      return null;
  }
}

/**
 * Walks over the syntax without making anything of it, in one pass and without recursion, and stops at the first excess. What composes YAML afterwards
 * descends as deep as the text does, compares every key with every other one of its mapping, and copies what an alias names. Tags are not read: they
 * would make other values of what stands there. Null: within bounds; whether it is YAML is another question. Never throws.
 */
export function yamlExcess(text: string): YamlExcess | null {
  const parser = new Parser();
  let [offset, pieces, aliases] = [0, 0, 0];
  let content = false;
  try {
    for (const lexeme of new Lexer().lex(text)) {
      pieces += 1;
      // What follows the lexer's mark of a scalar is content, whatever it looks like.
      const type = content ? "scalar" : CST.tokenType(lexeme);
      content = lexeme === CST.SCALAR;
      if (type === "tag") return { detail: `tags are not read (${lexeme.slice(0, 40)})`, offset };
      if (type === "alias") aliases += 1;
      if (aliases > most.aliases) return { detail: `more than ${most.aliases} aliases`, offset };
      for (const _document of parser.next(lexeme)) {
        // Only how deep and how many is asked.
      }
      const detail = excessOf(parser, pieces);
      if (detail !== null) return { detail, offset };
      if (!marks.has(lexeme)) offset += lexeme.length;
    }
    return null;
  } catch {
    return { detail: "the text cannot be read as YAML", offset };
  }
}
