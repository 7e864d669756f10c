import { pageFailure } from "../../shared/pageFailure.ts";

/**
 * Says on the console that the page itself failed, for the log of the app. The kind of error and where in the program, never its message: that
 * may hold what was typed or seen.
 */
export function reportFailure(where: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s*at /.test(line)) : [];
  console.error(
    `${pageFailure}${where}: ${name} ${frames
      .slice(0, 3)
      .map((line) => line.trim())
      .join(" < ")}`,
  );
}
