import type { Finding } from "../../../shared/decision.ts";
import type { PageContext } from "./pageContext.ts";

/** The steps that put it right, one a line; none for what needs nothing. A report names its remedies by id, so unknown ids give no step. */
export function remediesOf({ checkId, verdict }: Finding, { checks, report, message }: PageContext): readonly string[] {
  if (verdict.status !== "fail" && verdict.status !== "unknown") return [];
  const remedies = checks.find(({ id }) => id === checkId)?.texts.ja.remedies ?? {};
  if (verdict.remedy !== undefined && Object.hasOwn(remedies, verdict.remedy)) {
    return message({ key: `check.${checkId}.remedy.${verdict.remedy}.${report.app.platform}` }).split("\n");
  }
  return verdict.status === "unknown" ? [message({ key: `unknown-help.${verdict.reason}` })] : [];
}
