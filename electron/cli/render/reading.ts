import type { Reading } from "../../probes/reader.ts";
import type { CommandContext } from "../context.ts";
import { labelled } from "../layout.ts";
import { symbols } from "../style.ts";
import { quotedRows } from "./evidence.ts";

function spacedJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, " ");
}

/** One reading as a person reads it: a tick only for a value that is there whole. */
export function readingLines({ text, terminal }: CommandContext, { fact, observation, part }: Reading): readonly string[] {
  const { style, columns } = terminal;
  switch (observation.kind) {
    case "known": {
      const value = labelled(quotedRows(text.own("cli.label.value"), [spacedJson(observation.value)]), 2, columns);
      return part
        ? [`${symbols.skipped} ${style.bold(fact)}  ${text.own("cli.parse.part")}`, ...value]
        : [`${style.light("go", symbols.go)} ${style.bold(fact)}  ${style.light("go", text.own("cli.fact.known"))}`, ...value];
    }
    case "unknown":
      return [
        `${style.light("unseen", symbols.unseen)} ${style.bold(fact)}  ${style.light("unseen", text.message({ key: `unknown.${observation.reason}` }))}`,
        ...labelled(
          [
            ...(observation.detail === "" ? [] : quotedRows(text.own("cli.label.detail"), [observation.detail])),
            [text.own("cli.label.help"), text.message({ key: `unknown-help.${observation.reason}` })],
          ],
          2,
          columns,
        ),
      ];
    case "not-applicable":
      return [`${symbols.skipped} ${style.bold(fact)}  ${style.dim(text.message({ key: `not-applicable.${observation.why}` }))}`];
  }
}
