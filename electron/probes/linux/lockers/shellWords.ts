/** Words of a line as a shell splits them: quotes and backslashes are taken off. null: it holds what only a shell can work out, or a quote without an end. */
export function shellWords(line: string): readonly string[] | null {
  const words: string[] = [];
  let word = "";
  let inWord = false;
  let quote = "";
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? "";
    if (quote !== "'" && (char === "$" || char === "`")) return null;
    if (quote !== "'" && char === "\\") {
      at += 1;
      word += line[at] ?? "";
      inWord = true;
    } else if (quote !== "") {
      if (char === quote) quote = "";
      else word += char;
    } else if (char === "'" || char === '"') {
      quote = char;
      inWord = true;
    } else if (/\s/.test(char)) {
      if (inWord) words.push(word);
      word = "";
      inWord = false;
    } else {
      word += char;
      inWord = true;
    }
  }
  if (quote !== "") return null;
  return inWord ? [...words, word] : words;
}
