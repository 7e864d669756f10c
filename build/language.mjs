/** As in electron/cli/language.ts, for what runs without being built: POSIX order of the locale variables; a locale that says nothing about the person is Japanese. */
export function languageOf(env) {
  const name = (env.LC_ALL || env.LC_MESSAGES || env.LANG || "C").toLowerCase().split(/[.@]/)[0];
  return name === "c" || name === "posix" || /^ja($|[_-])/.test(name) ? "ja" : "en";
}
