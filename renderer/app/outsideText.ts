import { steering } from "../../shared/steering.ts";

/** Text from outside (an SSID, a file name, the answer of a command) as it may be shown: what cannot be seen becomes "�". */
export function outsideText(text: string): string {
  return text.replace(steering, "\ufffd");
}
