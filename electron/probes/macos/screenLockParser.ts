import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/**
 * `sysadminctl -screenLock status`, which answers on stderr: seconds from the beginning of the screen saver or the end of the display until a
 * password is needed; null: none ever is. Older versions print -1 for "off".
 */
export function parseScreenLock(bytes: Uint8Array): Parsed<number | null> {
  const found = [...decodeUtf8(bytes).matchAll(/\bscreenLock (?:is (off)|delay is (?:(immediate)|(-?\d{1,7}(?:\.\d{1,6})?) seconds?))\s*$/gm)];
  const [match] = found;
  if (match === undefined || found.length > 1) return notParsed("sysadminctl: no state of the screen lock");
  const [, off, immediate, seconds = ""] = match;
  if (off !== undefined) return parsed(null);
  if (immediate !== undefined) return parsed(0);
  return parsed(Number(seconds) < 0 ? null : Number(seconds));
}
