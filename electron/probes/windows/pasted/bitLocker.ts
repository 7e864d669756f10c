import type { FactValue } from "../../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../../shared/observation.ts";
import { decodeConsole } from "../../../host/decode.ts";
import type { Reader, Reading } from "../../reader.ts";
import { type Printed, printedObjects } from "./powershellText.ts";

type Volume = FactValue<"disk-encryption">["volumes"][number];
/** state null: the output does not tell it, which costs no other volume. */
type SeenVolume = Pick<Volume, "mount" | "role"> & { readonly state: Volume["state"] | null };

/** What both tools say without administrator rights, in the languages that are known here; the code stands in PowerShell's error everywhere. */
const refused =
  /administrative rights|access (?:is )?denied|管理者|アクセスが拒否|Administratorrechte|Zugriff verweigert|administrateur|Accès refusé|0x80041003/i;

/** Both tools show the volumes one by one and no end: what they show of one holds, that there are no others they do not say. */
function readingOf(seen: readonly SeenVolume[], text: string): readonly Reading[] {
  const volumes = seen.flatMap(({ mount, role, state }) =>
    state === null ? [] : [{ role, mount, state, method: state === "not-encrypted" ? null : "BitLocker" }],
  );
  const unread = seen.filter(({ state }) => state === null).map(({ mount }) => mount);
  if (seen.length === 0 && refused.test(text))
    return [{ fact: "disk-encryption", observation: unknown("needs-admin", "asked without administrator rights") }];
  if (volumes.length === 0) return [{ fact: "disk-encryption", observation: unknown("unparsed", "no volume whose state is shown") }];
  return [{ fact: "disk-encryption", part: true, observation: known({ volumes: volumes.slice(0, 64), ...(unread.length > 0 ? { unread } : {}) }) }];
}

/** How far the volume is, and whether its key is guarded: a volume that is encrypted without protection has its key beside it in the clear. */
function stateOf(percent: number | null, protectedNow: boolean | null, isGoingBack: boolean, hasKeys = true): Volume["state"] | null {
  if (percent === null) return null;
  if (percent === 0) return "not-encrypted";
  if (percent < 100) return isGoingBack ? "decrypting" : "encrypting";
  if (protectedNow === null) return null;
  // Without any key protector nobody has finished what the maker began: the key lies in the clear.
  return protectedNow ? "encrypted" : hasKeys ? "suspended" : "clear-key";
}

function powershellVolume(printed: Printed): SeenVolume | null {
  const mount = printed.get("mountpoint") ?? "";
  if (!/^[A-Z]:$/i.test(mount)) return null;
  const [status, digits] = [printed.get("volumestatus") ?? "", printed.get("encryptionpercentage") ?? ""];
  const protection = printed.get("protectionstatus") ?? "";
  const percent = /^FullyEncrypted/i.test(status)
    ? 100
    : /^FullyDecrypted$/i.test(status)
      ? 0
      : /^\d{1,3}$/.test(digits)
        ? Math.min(99, Number(digits))
        : null;
  const isKnown = /^(Fully|Encryption|Decryption)/i.test(status);
  const protectedNow = /^On$/i.test(protection) ? true : /^Off$/i.test(protection) ? false : null;
  return {
    mount: mount.toUpperCase(),
    role: /^OperatingSystem$/i.test(printed.get("volumetype") ?? "") ? "system" : "data",
    state: isKnown
      ? stateOf(
          percent === 0 && !/^FullyDecrypted$/i.test(status) ? 1 : percent,
          protectedNow,
          /^Decryption/i.test(status),
          printed.get("keyprotector") !== "{}",
        )
      : null,
  };
}

/** `Get-BitLockerVolume`: words of an enumeration, the same in every language. https://learn.microsoft.com/powershell/module/bitlocker/get-bitlockervolume */
export const bitLockerVolume: Reader = ({ stdout, stderr }) =>
  readingOf(
    printedObjects(decodeConsole(stdout)).flatMap((printed) => powershellVolume(printed) ?? []),
    `${decodeConsole(stdout)}${decodeConsole(stderr)}`,
  );

const isOn = /Protection On\b|オン|有効|Schutz ist aktiviert|protection (?:est )?activée/i;
const isOff = /Protection Off\b|オフ|無効|Schutz ist deaktiviert|protection (?:est )?désactivée/i;
const goesBack = /Decryption|解除|復号|Entschlüsselung|Déchiffrement/i;

/**
 * `manage-bde -status`: a volume begins with its letter ("Volume C: [Windows]"), the kind stands below ("[OS Volume]"), then indented lines, each
 * "label: value". Labels and most values are translated; the one with the percentage is known by its sign, the second line below it says whether the
 * volume is protected. A word of a language that is not known here leaves the volume out.
 * https://learn.microsoft.com/windows-server/administration/windows-commands/manage-bde-status
 */
export const manageBde: Reader = ({ stdout, stderr }) => {
  const text = decodeConsole(stdout);
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (/^\S.*\b[A-Z]:"? ?(?:\[.*\])?\s*$/i.test(line) && !/^[A-Z]:\\/i.test(line) ? [index] : []));
  return readingOf(
    starts.map((from, index): SeenVolume => {
      const [head = "", kind = "", ...rest] = lines.slice(from, starts[index + 1]);
      const values = rest.filter((line) => /^\s+\S/.test(line));
      const at = values.findIndex((line) => /[:：].*\d\s?%/.test(line));
      const [, digits] = /(\d{1,3})(?:[.,]\d+)?\s?%/.exec(values[at] ?? "") ?? [];
      const part = /\d[.,]0*[1-9]\d*\s?%/.test(values[at] ?? "");
      const percent = digits === undefined ? null : Number(digits) === 0 && part ? 1 : Number(digits);
      const protection = values[at + 2] ?? "";
      const protectedNow = isOff.test(protection) ? false : isOn.test(protection) ? true : null;
      const mount = /\b([A-Z]:)(?="? ?(?:\[|\s*$))/i.exec(head)?.[1] ?? "";
      return {
        mount: mount.toUpperCase(),
        role: /\[(?:OS|.*Betriebssystem|.*système d.exploitation)/i.test(kind) ? "system" : "data",
        state: stateOf(
          percent,
          protectedNow,
          goesBack.test(values[at - 1] ?? ""),
          !/None Found|見つかりません|Keine gefunden/i.test(rest.join("\n")),
        ),
      };
    }),
    `${text}${decodeConsole(stderr)}`,
  );
};
