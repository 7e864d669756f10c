import type { DesktopTexts } from "../../shared/i18n/desktop.ja.ts";
import type { NotWritten } from "../../shared/ipc/calls/records.ts";

/** What is saved, by the ending of its file. */
const kinds = {
  html: { title: "report.save-title", kind: "report.kind.html" },
  json: { title: "report.save-title", kind: "report.kind.json" },
  pdf: { title: "report.save-title", kind: "report.kind.pdf" },
  jsonl: { title: "journal.save-title", kind: "journal.kind.jsonl" },
} as const satisfies Readonly<Record<string, { readonly title: keyof DesktopTexts; readonly kind: keyof DesktopTexts }>>;

/** The words of the save dialog for a file with this ending. */
export function savedAs(extension: string): (typeof kinds)[keyof typeof kinds] {
  return Object.hasOwn(kinds, extension) ? kinds[extension as keyof typeof kinds] : kinds.html;
}

/** What the person is told of the code of an error of `writeWhole`. */
export function notWrittenBecause(code: string | undefined): NotWritten {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "no-space";
    case "EACCES":
    case "EPERM":
      return "no-permission";
    case "EROFS":
      return "read-only";
    default:
      return "not-written";
  }
}
