import { lastValue, type Sections } from "./sectionFile.ts";

const isOff = (value: string | undefined) => value === undefined || value === "0";

/**
 * The shortest password that PAM accepts: of pam_pwquality (its own argument, then pwquality.conf(5), then 8) where it is in use, of pam_unix otherwise
 * (minlen, 6 when not set: pam_unix(8)). null: no PAM file could be read, or rules with credits, by which the length depends on the characters.
 */
export function passwordMinLength(pam: readonly string[], quality: readonly Sections[]): number | null {
  const lines = pam
    .flatMap((text) => text.split("\n"))
    .map((line) => line.trim())
    .filter((line) => /^-?password\s/.test(line));
  const argument = (line: string, name: string) => new RegExp(`\\s${name}=(-?\\d{1,3})(\\s|$)`).exec(line)?.[1];
  const pwquality = lines.find((line) => /\bpam_pwquality\.so\b/.test(line));
  const unix = lines.find((line) => /\bpam_unix\.so\b/.test(line));
  if (pwquality !== undefined) {
    const value = (name: string) => argument(pwquality, name) ?? lastValue(quality, "", name);
    const credits = ["dcredit", "ucredit", "lcredit", "ocredit"].map(value);
    if (credits.some((credit) => !isOff(credit) && !credit?.startsWith("-")) || value("enforcing") === "0") return null;
    const length = value("minlen") ?? "8";
    // Whatever is written, libpwquality never accepts fewer than 6.
    return /^\d{1,3}$/.test(length) ? Math.max(6, Number(length)) : null;
  }
  if (unix === undefined || lines.some((line) => /\bpam_(cracklib|passwdqc)\.so\b/.test(line))) return null;
  return Number(argument(unix, "minlen") ?? "6");
}
