import { known, unknown } from "../../../../shared/observation.ts";
import { decodeConsole } from "../../../host/decode.ts";
import type { Reader } from "../../reader.ts";

/**
 * `w32tm /query /status`: labels are translated, the numbers before the brackets are not. First the leap indicator (3: not synchronised), then the stratum
 * (0: none; 1 with the PC's own clock as source). https://learn.microsoft.com/windows-server/networking/windows-time-service/windows-time-service-tools-and-settings
 */
export const w32tmStatus: Reader = ({ stdout, stderr }) => {
  const text = decodeConsole(stdout);
  if (/0x80070426\b/.test(text + decodeConsole(stderr))) return [{ fact: "clock", observation: unknown("service-stopped", "w32tm: 0x80070426") }];
  const values = text
    .split(/\r?\n/)
    .map((line) => /^[^:：]{1,60}[:：]\s*(.+?)\s*$/.exec(line)?.[1])
    .filter((value) => value !== undefined);
  const [leap, stratum] = values.slice(0, 2).map((value) => /^(\d{1,2})\s*[(（]/.exec(value)?.[1]);
  const isLocal = values.some((value) => /^(?:Local CMOS Clock|Free-running System Clock|VM IC Time Synchronization Provider)\s*$/i.test(value));
  if (leap === undefined || stratum === undefined || values.length < 8)
    return [{ fact: "clock", observation: unknown("unparsed", "w32tm: not the whole status") }];
  const synchronised = Number(leap) < 3 && Number(stratum) > 0 && Number(stratum) < 16 && !isLocal;
  return [{ fact: "clock", part: true, observation: known({ synchronised }) }];
};

/** The group of administrators, whatever a language calls it. https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers */
const administrators = /\bS-1-5-32-544(?!\d)/;
/** The level that Windows gives every process: the last row of a whole list. */
const level = /\bS-1-16-\d{4,5}(?!\d)/;

/**
 * `whoami /groups`: also a group that is "used for deny only" makes an administrator, who only has to confirm. A window of 80 columns breaks the rows, so they
 * are put together again first. Not being there is only said by a list with its end.
 */
export const whoamiGroups: Reader = ({ stdout }) => {
  const text = decodeConsole(stdout);
  const joined = `${text}\n${text.replaceAll(/\r?\n/g, "")}`;
  if (administrators.test(joined)) return [{ fact: "accounts", part: true, observation: known({ administrator: true }) }];
  if (!/={5,}/.test(text) || !level.test(joined))
    return [{ fact: "accounts", observation: unknown("unparsed", "whoami: not the whole list of groups with their SIDs") }];
  return [{ fact: "accounts", part: true, observation: known({ administrator: false }) }];
};
