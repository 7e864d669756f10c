import type { Language } from "../../shared/message.ts";

interface Environment {
  readonly [name: string]: string | undefined;
  readonly LC_ALL?: string | undefined;
  readonly LC_MESSAGES?: string | undefined;
  readonly LANG?: string | undefined;
}

/** The language for messages, in the order of POSIX (XBD 8.2). Nothing set, C and POSIX say nothing about the person: Japanese, our first readers. */
export function languageOf(option: string | undefined, env: Environment): Language {
  if (option === "ja" || option === "en") return option;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "C";
  const name = locale.toLowerCase().split(/[.@]/)[0] ?? "";
  return name === "c" || name === "posix" || /^ja($|[_-])/.test(name) ? "ja" : "en";
}
