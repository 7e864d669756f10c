import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { Platform } from "../../shared/platform.ts";
import type { Command } from "../host/commands/command.ts";
import { monitors } from "../host/commands/monitors.ts";
import { addressOpeners, politeEnd, tools } from "../host/commands/tools.ts";
import { commands } from "../host/commands.ts";

type Program = CallOutput<"catalogue.get">["programs"][number];
type Started = Pick<Command, "files" | "args">;

/** The line as a person would type it; several places of a program are alternatives, of which the first that exists is started. */
function lineOf({ files, args }: Started): string {
  const quoted = args.map((arg) => (/^[\w./:=,%{}@+\\-]+$/.test(arg) ? arg : `"${arg}"`));
  return [files.join(" | "), ...quoted].join(" ").replaceAll("{interface}", "<interface>");
}

function listed(table: Readonly<Record<string, Started & { readonly platform: Platform }>>, platform: Platform, when: Program["when"]): Program[] {
  return Object.entries(table).flatMap(([id, entry]) => (entry.platform === platform ? [{ id, line: lineOf(entry), when }] : []));
}

/** Every program of the product on this OS, made from the tables that start them. */
export function programsOn(platform: Platform): Program[] {
  const { files, args } = addressOpeners[platform];
  return [
    ...listed(commands, platform, "once"),
    ...listed(monitors, platform, "while-open"),
    ...listed(tools, platform, "asked"),
    { id: "open-address", line: lineOf({ files, args: [...args, "<address>"] }), when: "asked" },
    ...(platform === "windows"
      ? [{ id: "end-program", line: lineOf({ ...politeEnd, args: [...politeEnd.args, "<process>"] }), when: "asked" as const }]
      : []),
  ];
}
