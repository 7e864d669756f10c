import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parseOstreeStatus } from "./ostreeParser.ts";

/**
 * Silverblue, Kinoite, CoreOS and what is built like them: the system is one image, which holds everything as of the day on which it was made. An update that
 * is known and not fetched waits, whatever the day; without one the image's day is as far as the answer reaches.
 */
export async function withOstree(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  const result = await host.run("rpm-ostree-status", signal);
  const proof = [evidence(commandLine("rpm-ostree-status"), decodeUtf8(result.stdout).slice(0, 3900))];
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal, proof);
  if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)), proof);
  const status = parseOstreeStatus(result.stdout);
  if (!status.ok) return couldNotSee(unknown("unparsed", status.detail), proof);
  const { madeAt, update } = status.value;
  if (madeAt === null) return couldNotSee(unknown("unparsed", "rpm-ostree: the image does not say when it was made"), proof);
  return {
    observation: known({
      manager: "rpm-ostree",
      total: update === null ? 0 : 1,
      // An image without advisories may hold corrections.
      security: update === null ? 0 : (update.security ?? 1) > 0 ? 1 : 0,
      names: update === null ? [] : [update.name],
      listsAt: madeAt,
      lastInstalledAt: madeAt,
    }),
    evidence: proof,
  };
}
