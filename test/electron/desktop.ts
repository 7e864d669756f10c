import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApplication } from "playwright-core";
import type { Person } from "./launchApp.ts";

export interface AskedDialog {
  readonly message: string;
  readonly detail?: string;
  readonly buttons: readonly string[];
}

/** From now on every message box is answered with this button, and remembered. */
export function answerDialogs(app: ElectronApplication, button: number): Promise<void> {
  return app.evaluate(({ dialog }, response) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { askedDialogs: asked });
    dialog.showMessageBox = async (...given: unknown[]) => {
      asked.push(given.at(-1));
      return { response, checkboxChecked: false };
    };
  }, button);
}

export function dialogs(app: ElectronApplication): Promise<readonly AskedDialog[]> {
  return app.evaluate(() => (globalThis as unknown as { askedDialogs: AskedDialog[] }).askedDialogs);
}

/** The data of the journal's entries of one kind, in order. */
export function journalOf(person: Person, kind: string): readonly Record<string, unknown>[] {
  const file = join(person.folder, "state/telework-preflight/journal.jsonl");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { kind: string; data: Record<string, unknown> })
    .filter((entry) => entry.kind === kind)
    .map(({ data }) => data);
}
