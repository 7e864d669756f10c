/** Longest line that is kept, in characters: a snapshot is far below it, an endless line must not fill the memory. */
const maxLine = 16_000_000;

/** Reads a streamed body as one JSON value a line. Ends with the body; throws when a line is not JSON, or too long. */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line.trim() !== "") yield JSON.parse(line) as unknown;
      }
      if (rest.length > maxLine) throw new Error("line too long");
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
