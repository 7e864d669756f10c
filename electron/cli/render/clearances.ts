import type { Clearance } from "../../../shared/decision.ts";
import { displayWidth, padEnd } from "../displayWidth.ts";
import { hanging } from "../layout.ts";
import { symbols } from "../style.ts";
import { terminalText } from "../terminalText.ts";
import { policyWords, type Show, timeOf, titleOf } from "./show.ts";

/** What an activity is called and what it is: "Mail" and "internal · cloud app". */
export function activityWords(show: Show, id: string): { readonly title: string; readonly kind: string; readonly forbidden: boolean } {
  const activity = show.snapshot.policyTexts.activities.find((one) => one.id === id);
  if (!activity) return { title: terminalText(id), kind: "", forbidden: false };
  const { informationClasses, methods } = show.snapshot.policyTexts;
  return {
    title: policyWords(show, activity.title),
    kind: `${policyWords(show, informationClasses[activity.class].title)}・${policyWords(show, methods[activity.method].title)}`.replace(
      "・",
      show.language === "ja" ? "・" : ", ",
    ),
    forbidden: informationClasses[activity.class].telework === "forbidden",
  };
}

function names(show: Show, ids: readonly string[]): string {
  return ids.map((id) => titleOf(show, id)).join(show.language === "ja" ? "、" : ", ");
}

/** Checks that decide over this clearance, in words. */
export function reasonOf(show: Show, { light, blockedBy, cautionedBy }: Clearance): string {
  return light === "stop" ? names(show, blockedBy) : names(show, cautionedBy);
}

/** May it start, in one word. */
export function clearanceWord(show: Show, { activityId, light }: Clearance): string {
  return show.text.own(light === "stop" && activityWords(show, activityId).forbidden ? "cli.clearance.forbidden" : `cli.clearance.${light}`);
}

/** One activity in two or three lines: may it start, why not. */
export function clearanceLines(show: Show, clearance: Clearance): readonly string[] {
  const { style, text, columns } = show;
  const { title, kind } = activityWords(show, clearance.activityId);
  const word = clearanceWord(show, clearance);
  const reason = reasonOf(show, clearance);
  const head = `  ${style.light(clearance.light, symbols[clearance.light])} ${title}`;
  const used = displayWidth(`  x ${title}`) + 2;
  const tail = `${kind}  ${word}`;
  const first =
    used + displayWidth(tail) <= columns
      ? [`${head}  ${style.dim(kind)}  ${style.light(clearance.light, word)}`]
      : [head, `    ${style.dim(kind)}  ${style.light(clearance.light, word)}`];
  return [
    ...first,
    ...(reason === ""
      ? []
      : hanging(`    ${padEnd(text.own(clearance.light === "stop" ? "cli.label.blocked" : "cli.label.cautioned"), 0)}  `, reason, columns)),
  ];
}

/** All activities as they stand, with the end of each that may start. */
export function clearanceTable(show: Show, clearances: readonly Clearance[]): readonly string[] {
  return clearances.flatMap((clearance) => clearanceLines(show, clearance));
}

export function untilLine(show: Show, clearance: Clearance): string {
  return show.text.own("cli.until.validity", { time: timeOf(show, clearance.validUntil) });
}
