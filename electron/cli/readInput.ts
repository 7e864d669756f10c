import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { CommandContext } from "./context.ts";
import { fileFailure } from "./fileFailure.ts";

const mebibyte = 1024 * 1024;

async function readStandardInput(limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a file that the user named, or standard input for "-", up to `limitMiB`. Null: it could not be had, and the person has been told. A pipe is read
 * only as a descriptor that is open already (/dev/stdin): opening a named one would wait for a writer, deaf to Ctrl-C.
 */
export async function readInput(
  { terminal, text }: Pick<CommandContext, "terminal" | "text">,
  file: string,
  limitMiB: number,
): Promise<Uint8Array | null> {
  try {
    if (file === "-") {
      const given = await readStandardInput(limitMiB * mebibyte);
      if (given === null) terminal.complain(text.own("cli.file.too-large", { file: text.own("cli.parse.stdin"), limit: limitMiB }));
      return given;
    }
    const isDescriptor = /^\/(dev|proc)\//.test(file);
    const handle = await open(file, isDescriptor ? "r" : constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const seen = isDescriptor ? null : await handle.stat();
      // A folder is said to be one by reading it, in the words of the system's own error.
      if (seen && !seen.isFile() && !seen.isDirectory()) {
        terminal.complain(text.own("cli.file.not-regular", { file }));
        return null;
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      for (;;) {
        const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(64 * 1024) });
        if (bytesRead === 0) return Buffer.concat(chunks);
        size += bytesRead;
        if (size > limitMiB * mebibyte) break;
        chunks.push(buffer.subarray(0, bytesRead));
      }
    } finally {
      await handle.close();
    }
    terminal.complain(text.own("cli.file.too-large", { file, limit: limitMiB }));
  } catch (error) {
    terminal.complain(text.own("cli.file.unreadable", { file, why: fileFailure(error, text) }));
  }
  return null;
}
