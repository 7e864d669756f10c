import { useCallback, useEffect, useRef, useState } from "react";
import type { CallInput, CallOutput } from "../../../shared/ipc/contract.ts";
import { download } from "../../app/download.ts";
import { isNotWritten, notWrittenSentence } from "../../app/notWritten.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useActions } from "../../app/storeContext.ts";
import type { Sentence } from "../../app/useText.ts";

export type ReportChoice = CallInput<"report.preview">;
export type MadeReport = Extract<CallOutput<"report.preview">, { readonly ok: true }>;

/** Several switches in a row make one report, not one each. */
const restMs = 300;

export interface ReportWork {
  readonly choice: ReportChoice;
  /** What was made last; while `making` it is no longer what was chosen. */
  readonly made: MadeReport | null;
  readonly making: boolean;
  readonly problem: Sentence | null;
  readonly saving: boolean;
  /** How the last saving ended. */
  readonly result: Sentence | null;
  choose(part: Partial<ReportChoice>): void;
  makeAgain(): void;
  save(): Promise<void>;
}

function outcomeOf(answer: CallOutput<"report.save"> | null): Sentence {
  if (answer === null) return { key: "screen.report.failed" };
  if (!answer.ok) return isNotWritten(answer.code) ? notWrittenSentence(answer.code) : { key: `screen.report.${answer.code}` };
  if (answer.how === "download") download(answer.fileName, answer.content);
  return { key: answer.how === "saved" ? "screen.report.saved" : "screen.report.downloaded", params: { file: outsideText(answer.fileName) } };
}

/** Makes the report anew whenever a choice or the run behind it (`of`) changes, and saves exactly the one that is shown. `of` null: there is no run. */
export function useReport(of: string | null, start: ReportChoice): ReportWork {
  const { ask } = useActions();
  const [choice, setChoice] = useState(start);
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<MadeReport | null>(null);
  const [making, setMaking] = useState(true);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const [saving, setSaving] = useState(false);
  const [result, setResult] = useState<Sentence | null>(null);
  const first = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` and `turn` say when the same choice makes another report
  useEffect(() => {
    if (of === null) return;
    let current = true;
    setMaking(true);
    const make = async () => {
      const answer = await ask("report.preview", { ...choice, readable: [...choice.readable] });
      if (!current) return;
      setMaking(false);
      setMade(answer?.ok ? answer : null);
      setProblem(answer === null ? { key: "screen.report.failed" } : answer.ok ? null : { key: `screen.report.${answer.code}` });
    };
    const timer = setTimeout(() => void make(), first.current ? 0 : restMs);
    first.current = false;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [choice, of, turn, ask]);

  const makeAgain = useCallback(() => setTurn((before) => before + 1), []);
  return {
    ...{ choice, made, making, problem, saving, result, makeAgain },
    choose(part) {
      setResult(null);
      setChoice((before) => ({ ...before, ...part }));
    },
    async save() {
      if (made === null || making || saving) return;
      setSaving(true);
      setResult(null);
      const answer = await ask("report.save", { id: made.id });
      setSaving(false);
      setResult(outcomeOf(answer));
      // Too old to be saved: shown anew first, because only what was seen leaves.
      if (answer?.ok === false && answer.code === "no-preview") makeAgain();
    },
  };
}
