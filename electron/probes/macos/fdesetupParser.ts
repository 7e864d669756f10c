import type { volumeStates } from "../../../shared/facts/device.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

type State = (typeof volumeStates)[number];

/** The first line. "Off, but needs to be restarted to finish" is said while it is being switched off. */
const headlines: Readonly<Record<string, State>> = {
  "FileVault is On.": "encrypted",
  "FileVault is Off.": "not-encrypted",
  "FileVault is Off, but will be enabled after the next restart.": "pending-restart",
  "FileVault is Off, but needs to be restarted to finish.": "not-encrypted",
};
/** A recovery key of the company, which opens the volume beside the person's password. */
const addition = /^FileVault master keychain appears to be installed\.$/;
/** FileVault is wanted and begins when this person logs out or in (`fdesetup enable -defer`, fdesetup(8)). */
const deferred = /^Deferred enablement appears to be active for user .*$/;

/** `fdesetup status`, English in every language. A line that is not known makes the whole answer count for nothing: it may say "decrypting". */
export function parseFdesetup(bytes: Uint8Array): Parsed<State> {
  const text = decodeUtf8(bytes);
  if (!text.endsWith("\n")) return notParsed("fdesetup: ends in the middle of a line");
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [first = "", ...rest] = lines;
  if (!Object.hasOwn(headlines, first)) return notParsed("fdesetup: no known state");
  const base = headlines[first] as State;
  const progress = rest.filter((line) => !addition.test(line) && !deferred.test(line));
  if (progress.length === 0) return parsed(base === "not-encrypted" && rest.some((line) => deferred.test(line)) ? "pending-restart" : base);
  const moves = progress.map((line) => /^(En|De)cryption in progress\b/.exec(line)?.[1]);
  if (moves.every((move) => move === "De")) return parsed("decrypting");
  if (moves.every((move) => move === "En") && base === "encrypted") return parsed("encrypting");
  return notParsed("fdesetup: a line that is not known");
}
