import type { Page } from "playwright-core";
import type { CallId, CallInput, CallOutput, PreflightApi } from "../../shared/ipc/contract.ts";
import type { Snapshot } from "../../shared/snapshot.ts";

/** One call through the window's own bridge; a refusal comes back as `{ refused: code }`. */
export function callFrom<C extends CallId>(page: Page, id: C, input: CallInput<C>): Promise<CallOutput<C>> {
  return page.evaluate(([name, value]) => (globalThis as unknown as { preflight: PreflightApi }).preflight.call(name as never, value as never), [
    id,
    input,
  ] as const) as Promise<CallOutput<C>>;
}

/** Anything at all, as a page that has gone bad would send it. */
export function garbageFrom(page: Page, id: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, value]) =>
      (globalThis as unknown as { preflight: PreflightApi }).preflight.call(name as never, value as never).then(
        () => "answered",
        (error: unknown) => String(error),
      ),
    [id, input] as const,
  );
}

/** The state once no run is under way. */
export async function settled(page: Page): Promise<Snapshot> {
  for (;;) {
    const snapshot = await callFrom(page, "snapshot.get", null);
    if (snapshot.phase.kind !== "running" && snapshot.phase.kind !== "idle") return snapshot;
    await page.waitForTimeout(100);
  }
}
