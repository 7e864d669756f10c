import { cliJa } from "../../shared/i18n/cli.ja.ts";
import { errorCode } from "../services/errorDetail.ts";
import type { Sentences } from "./context.ts";

function isKnown(key: string): key is keyof typeof cliJa {
  return Object.hasOwn(cliJa, key);
}

/** Why a file could not be used, in a few words of the person's language. */
export function fileFailure(error: unknown, text: Sentences): string {
  const code = errorCode(error) ?? "unknown";
  const key = `cli.why.${code}`;
  return isKnown(key) ? text.own(key) : text.own("cli.why.other", { code });
}
