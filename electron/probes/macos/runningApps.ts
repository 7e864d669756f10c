import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import type { Probe } from "../probe.ts";

/**
 * ps runs without a language here, so it writes bytes beyond ASCII as vis(3) does: "M-c" for 0xe3, "M^A" for 0x81, "\\240" for 0xa0. A name may
 * also only look so: then what comes out is no text, or it stands beside the name as it was.
 */
function withoutVis(row: string): string {
  const bytes = row.replace(/M-([!-~])|M\^([?-_])|\\240/g, (_all, plain: string | undefined, control: string | undefined) => {
    const low = plain !== undefined ? plain.charCodeAt(0) : control !== undefined ? control.charCodeAt(0) ^ 0x40 : 0x20;
    return String.fromCharCode(low | 0x80);
  });
  return [...bytes].some((one) => one.charCodeAt(0) > 0xff) ? row : decodeUtf8(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
}

function namesOf(row: string): readonly string[] {
  const parts = row.split("/");
  const bundles = parts.slice(0, -1).filter((part) => part.endsWith(".app"));
  return [parts.at(-1) ?? row, ...bundles.map((part) => part.slice(0, -".app".length))];
}

/** `ps -axo comm`: the whole path of each program, without its arguments. A program is called by its file and by the app bundle around it. */
export function parsePs(bytes: Uint8Array): Parsed<readonly (readonly string[])[]> {
  const [header = "", ...lines] = decodeUtf8(bytes).split("\n");
  if (header.trim() !== "COMM") return notParsed("ps: no heading");
  // What is missing at the end might be what is looked for.
  if (lines.at(-1) !== "") return notParsed("ps: ends in the middle of a line");
  const rows = lines.map((line) => line.trim()).filter((line) => line !== "");
  if (rows.length === 0) return notParsed("ps: no program");
  return parsed(rows.map((row) => [...new Set([...namesOf(row), ...namesOf(withoutVis(row))])]));
}

/** Names are compared without regard to case, to how letters are put together, and to the endings that systems give to programs. */
const plainName = (name: string) =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\.(?:app|exe)$/, "");

export function matchApps(programs: readonly (readonly string[])[], watched: readonly string[]): readonly string[] {
  const running = new Set(programs.flat().map(plainName));
  return watched.filter((name) => running.has(plainName(name)));
}

/** Which programs of the policy's list run now. No other name is kept. */
export const runningApps: Probe<"running-apps"> = {
  id: "macos.running-apps",
  fact: "running-apps",
  uses: ["ps-comm"],
  validForMs: 600_000,
  async collect(host, { watchedApps }, signal) {
    if (watchedApps.length === 0) return { observation: notApplicable("policy"), evidence: [evidence("policy", "names no programs to look for")] };
    const result = await host.run("ps-comm", signal);
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal);
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
    const programs = parsePs(result.stdout);
    if (!programs.ok) return couldNotSee(unknown("unparsed", programs.detail));
    const matched = matchApps(programs.value, watchedApps).slice(0, 64).map(outside);
    return {
      observation: known({ examined: programs.value.length, matched }),
      evidence: [evidence(commandLine("ps-comm"), `${programs.value.length} programs, of the list: ${matched.join(", ") || "none"}`)],
    };
  },
};
