import type { NotWritten } from "../../shared/ipc/calls/records.ts";
import type { Sentence } from "./useText.ts";

/** Why the file is not where the person chose, and what to do; the same for every file. */
const sentences: { readonly [C in NotWritten]: Sentence } = {
  "no-space": { key: "screen.save.no-space" },
  "no-permission": { key: "screen.save.no-permission" },
  "read-only": { key: "screen.save.read-only" },
  "not-written": { key: "screen.save.not-written" },
};

export function isNotWritten(code: string): code is NotWritten {
  return Object.hasOwn(sentences, code);
}

export function notWrittenSentence(code: NotWritten): Sentence {
  return sentences[code];
}
