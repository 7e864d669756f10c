import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, notParsed, type Parsed, parsed } from "../common/gather.ts";
import type { Probe } from "../probe.ts";

export interface Enrollment {
  readonly mdm: boolean;
  /** Host of the device management, which newer versions print. */
  readonly server: string | null;
}

/** `profiles status -type enrollment`: "MDM enrollment: Yes (User Approved)", "Yes" or "No", English in every language. */
export function parseEnrollment(bytes: Uint8Array): Parsed<Enrollment> {
  const text = decodeUtf8(bytes);
  if (!text.endsWith("\n")) return notParsed("profiles: ends in the middle of a line");
  const [match, ...others] = [...text.matchAll(/^MDM enrollment: (Yes|No)(?: \(User Approved\))?\s*$/gm)];
  if (match === undefined || others.length > 0 || !/^Enrolled via DEP: (?:Yes|No)\s*$/m.test(text))
    return notParsed("profiles: no state of enrolment");
  const server = /^MDM server: https:\/\/([A-Za-z0-9.-]{1,253})(?:[:/]|\s*$)/m.exec(text)?.[1] ?? null;
  return parsed({ mdm: match[1] === "Yes", server });
}

const directoryFolder = "/Library/Preferences/OpenDirectory/Configurations/Active Directory";

/** How this Mac belongs to the company: enrolled in a device management, and joined to a Windows domain where a configuration of one is there. */
export const management: Probe<"management"> = {
  id: "macos.management",
  fact: "management",
  uses: ["profiles-status-enrollment"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const [result, folder] = await Promise.all([host.run("profiles-status-enrollment", signal), host.readFolder(directoryFolder)]);
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal);
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
    const enrollment = parseEnrollment(result.stdout);
    if (!enrollment.ok) return couldNotSee(unknown("unparsed", enrollment.detail));
    if (folder.outcome === "denied" || folder.outcome === "failed")
      return couldNotSee(unknown(folder.outcome, `${directoryFolder}: ${folder.outcome}`));
    const isJoined = folder.outcome === "read" && folder.names.some((name) => name.endsWith(".plist"));
    const { mdm, server } = enrollment.value;
    return {
      observation: known({ join: isJoined ? "domain" : "none", mdm, server }),
      evidence: [
        evidence(commandLine("profiles-status-enrollment"), decodeUtf8(result.stdout).trim().slice(0, 500)),
        evidence(directoryFolder, isJoined ? "joined to a domain" : "no domain"),
      ],
    };
  },
};
