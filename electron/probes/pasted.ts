import { type CommandId, commands } from "../host/commands.ts";
import { linuxPasted } from "./linux/pasted/formats.ts";
import { macosPasted } from "./macos/pasted/formats.ts";
import type { PastedFormat } from "./pastedFormat.ts";
import type { Reader } from "./reader.ts";
import { readers } from "./readers.ts";
import { windowsPasted } from "./windows/pasted/formats.ts";

/** What `preflight parse` does with the output that goes by a name. `command`: it is one of the app's own. */
export type Readable = { readonly name: string } & (
  | { readonly read: Reader; readonly typed: string }
  | { readonly read: Reader; readonly command: CommandId }
  | { readonly instead: Exclude<PastedFormat, { readonly read: Reader }>["instead"] }
);

const own = (Object.keys(commands) as CommandId[]).flatMap((command): Readable[] => {
  const read = readers[command];
  return read === undefined ? [] : [{ name: `${commands[command].platform}/${command}`, read, command }];
});
const pasted = [...windowsPasted, ...linuxPasted, ...macosPasted].flatMap((format): Readable[] =>
  format.names.map((name) => ({
    name: `${format.platform}/${name}`,
    ...("read" in format ? { read: format.read, typed: format.typed } : { instead: format.instead }),
  })),
);

/** Every name that `preflight parse` takes. */
export const readables: readonly Readable[] = [...own, ...pasted].sort((a, b) => (a.name < b.name ? -1 : 1));

/** "windows/Get-BitLockerVolume", "windows/manage-bde -status" and "windows/manage-bde-status" are written for one another. */
function plain(name: string): string {
  const [os = "", ...rest] = name.toLowerCase().split("/");
  return `${os}/${rest.join("-").replaceAll(/[^a-z0-9]+/g, "-")}`;
}

export function readableOf(name: string): Readable | undefined {
  return readables.find((one) => one.name === name) ?? readables.find((one) => plain(one.name) === plain(name));
}
