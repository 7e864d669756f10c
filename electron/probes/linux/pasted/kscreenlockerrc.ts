import { known, unknown } from "../../../../shared/observation.ts";
import { decodeUtf8 } from "../../../host/decode.ts";
import type { Reader } from "../../reader.ts";
import { kdeLockAfter } from "../kscreenlockerParser.ts";

/**
 * The user's kscreenlockerrc. A key that is not in it may stand in another file or have KDE's own value: only what the file says itself is read, and what the
 * system's file makes unchangeable goes before it. https://develop.kde.org/docs/administration/kiosk/introduction/
 */
export const kscreenlockerrc: Reader = ({ stdout }) => {
  const text = decodeUtf8(stdout).replaceAll("\r\n", "\n");
  const own = (key: string) => new RegExp(`^${key}(\\[\\$[a-z]+\\])?\\s*=`, "m").test(text);
  const lockAfter = kdeLockAfter([text]);
  if (!/^\[Daemon\]/m.test(text) || !lockAfter.ok)
    return [{ fact: "screen-lock", observation: unknown("unparsed", lockAfter.ok ? "kscreenlockerrc: no group [Daemon]" : lockAfter.detail) }];
  const asked = ["Autolock", "Timeout", "LockGrace", "RequirePassword"].filter((key) => !own(key));
  // A "never" that is written down holds by itself; a time is only whole with every key that can take it away.
  if (lockAfter.value !== null && asked.includes("Autolock") && asked.includes("Timeout"))
    return [{ fact: "screen-lock", observation: unknown("unparsed", "kscreenlockerrc: neither Autolock nor Timeout is shown") }];
  return [
    {
      fact: "screen-lock",
      part: true,
      observation: known({
        mechanisms: [{ source: "KDE", power: "any", lockAfterSeconds: lockAfter.value }],
        ...(asked.length > 0 ? { defaults: asked } : {}),
      }),
    },
  ];
};
