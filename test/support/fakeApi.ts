import { browserDoor } from "../../shared/browserDoor.ts";
import type { CallId, CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { checkTexts } from "./checkTexts.ts";

type Answers = { [C in CallId]: (input: CallInput<C>) => CallOutput<C> | Promise<CallOutput<C>> };
export interface Asked {
  readonly id: CallId;
  readonly input: unknown;
}

/** What stands behind the screens in the UI tests: answers typed by the contract, and a record of what was asked. */
export interface FakeApi {
  readonly asked: Asked[];
  /** Replace one to make a refusal, a failure or a delay. */
  readonly answers: Answers;
  call(id: CallId, input: unknown): Promise<unknown>;
}

export function createFakeApi(snapshot: Snapshot): FakeApi {
  const asked: Asked[] = [];
  const answers: Answers = {
    "snapshot.get": () => snapshot,
    "texts.get": ({ language }) => ({ ...checkTexts[language] }),
    "run.start": () => ({ ok: true }),
    "run.cancel": () => ({ ok: true }),
    "exceptions.request": () => ({ ok: false, code: "exceptions.allowed" }),
    "exceptions.revoke": () => ({ ok: true }),
    "declarations.set": () => ({ ok: true }),
    "networks.name": () => ({ ok: true }),
    "requests.open": () => ({ ok: false, code: "exceptions.allowed" }),
    "requests.withdraw": () => ({ ok: true }),
    "requests.answer": () => ({ ok: false, code: "not-an-approval" }),
    "lessons.answer": () => ({ ok: true, passed: true, wrong: [] }),
    "networks.list": () => [],
    "networks.forget": () => ({ ok: true }),
    "report.preview": () => ({ ok: false, code: "no-run" }),
    "report.save": () => ({ ok: false, code: "cancelled" }),
    "journal.days": () => ({ days: [], state: { ok: true, entries: 0, brokenAt: null } }),
    "journal.entries": () => ({ lines: [], more: 0 }),
    "journal.export": () => ({ ok: false, code: "empty" }),
    "findings.dispute": () => ({ ok: true }),
    "settings.set": () => ({ ok: true }),
    "catalogue.get": () => ({ platform: "windows", programs: [] }),
    "door.get": () => ({ ...browserDoor, kind: "desktop", loginStart: "on", pdf: true, shutDown: true, tray: true }),
    "remedies.open": () => ({ ok: true }),
    "activities.start": () => ({ ok: true }),
    "app.quit": () => ({ ok: true }),
    "app.shut-down": () => ({ ok: true }),
    "block.step-aside": () => ({ ok: true }),
    "block.return": () => ({ ok: true }),
  };
  return {
    asked,
    answers,
    async call(id, input) {
      asked.push({ id, input });
      // The page's bridge is untyped; the contract's types hold on both of its sides.
      return (answers[id] as (input: unknown) => unknown)(input);
    },
  };
}
