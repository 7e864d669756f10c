import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

// "openssl-libs.x86_64  1:3.0.7-27.el9  baseos"
const row = /^(\S+\.(?:noarch|x86_64|i[3-6]86|aarch64|armv7hl|ppc64le|s390x|riscv64))\s+(\S*\d\S*)\s+(\S+)$/;
const begin = /^\S+\.(?:noarch|x86_64|i[3-6]86|aarch64|armv7hl|ppc64le|s390x|riscv64)(\s+\S*\d\S*)?$/;
const heading = /^(?:Upgrades|Available [Uu]pgrades|Obsoleting [Pp]ackages)$/;
// What dnf says beside the rows: of RHEL's subscription, of an installed kernel that does not run yet, of the age of the lists, and that there is nothing.
const aside =
  /^(?:Last metadata expiration check: |Security: |No security updates needed|Updating Subscription Management repositories|Unable to read consumer identity|Not root, Subscription Management|This system is (?:not )?registered|Updating and loading repositories:|Repositories loaded\.|Red Hat Subscription Manager)/;
const trouble = /error|failed|cannot|unavailable|no cache|ignoring|not available/i;

/**
 * `dnf check-update` and `dnf5 check-upgrade`: a row a package, after 80 columns on two lines; names of replaced packages are indented under the one that
 * replaces them. A source without lists on the disk is left out with a complaint, and then the answer is not about all. Neither prints an end: cut between
 * two rows it looks whole. Returns the names.
 */
export function parseDnfUpdates(stdout: Uint8Array, stderr: Uint8Array): Parsed<readonly string[]> {
  const complaint = decodeUtf8(stderr)
    .split("\n")
    .find((line) => trouble.test(line) && !aside.test(line));
  if (complaint !== undefined) return notParsed(`dnf: ${complaint.slice(0, 200)}`);
  const text = decodeUtf8(stdout).replaceAll("\r\n", "\n");
  const lines = text.split("\n");
  if (text !== "" && lines.at(-1) !== "" && !row.test(lines.at(-1) ?? "")) return notParsed("dnf: the output ends in the middle of a line");
  const names = new Set<string>();
  let open = "";
  let obsoleting = false;
  for (const raw of lines) {
    const line = raw.trimEnd();
    const joined = open === "" ? line : `${open} ${line.trim()}`;
    const [, name] = row.exec(joined) ?? [];
    if (name !== undefined) {
      names.add(outside(name));
      open = "";
    } else if (open === "" && obsoleting && /^\s+\S/.test(line)) continue;
    else if (begin.test(joined)) open = joined;
    else if (line === "" || aside.test(line) || heading.test(line)) {
      if (open !== "") break;
      obsoleting ||= line.startsWith("Obsoleting");
    } else return notParsed(`dnf: a line that is not known: ${line.slice(0, 100)}`);
  }
  return open === "" ? parsed([...names]) : notParsed("dnf: a row that is not whole");
}
