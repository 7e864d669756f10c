import { useEffect, useState } from "react";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { JournalKind } from "../../../shared/journal.ts";
import { useActions } from "../../app/storeContext.ts";

type Days = CallOutput<"journal.days">;
type Lines = CallOutput<"journal.entries">;
export type Loaded<T> = { readonly kind: "loading" | "failed" } | { readonly kind: "ready"; readonly value: T };

/** The last `count` days; asked for again when `of` changes: something was recorded. What is there stays until the answer comes. */
export function useDays(count: number, of: string): Loaded<Days> {
  const { ask } = useActions();
  const [days, setDays] = useState<Loaded<Days>>({ kind: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says when the same question has another answer
  useEffect(() => {
    let current = true;
    void ask("journal.days", { days: count }).then((answer) => {
      if (current) setDays(answer === null ? { kind: "failed" } : { kind: "ready", value: answer });
    });
    return () => {
      current = false;
    };
  }, [ask, count, of]);
  return days;
}

/** The entries of one day. */
export function useLines(day: string | null, kind: JournalKind | null, of: string): Loaded<Lines> {
  const { ask } = useActions();
  const [lines, setLines] = useState<Loaded<Lines>>({ kind: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says when the same question has another answer
  useEffect(() => {
    if (day === null) return;
    let current = true;
    void ask("journal.entries", { day, ...(kind === null ? {} : { kinds: [kind] }) }).then((answer) => {
      if (current) setLines(answer === null ? { kind: "failed" } : { kind: "ready", value: answer });
    });
    return () => {
      current = false;
    };
  }, [ask, day, kind, of]);
  return lines;
}
