import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import { wrap } from "../wrap.ts";
import { lightBadge } from "./light.ts";
import { type Show, timeOf, titleOf } from "./show.ts";

/** That an exception was recorded, and what became of the light. */
export function grantedLines(show: Show, { id, checkId, endsAt }: ExceptionRecord): readonly string[] {
  const { text, columns, snapshot } = show;
  const light = snapshot.decision?.light;
  return [
    ...wrap(text.own("cli.exceptions.recorded", { id, title: titleOf(show, checkId), time: timeOf(show, endsAt) }), columns),
    ...(light ? [text.own("cli.exceptions.light", { light: "" }) + lightBadge(show, light)] : []),
  ];
}
