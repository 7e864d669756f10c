import type { Platform } from "../../../shared/platform.ts";
import { useText } from "../../app/useText.ts";
import type { Row } from "./rows.ts";

/** Steps for this OS, one a line; for what could not be seen also how to make it visible. */
export function Remedy({ row, platform }: { readonly row: Row; readonly platform: Platform }) {
  const { t, find } = useText();
  const { verdict } = row.finding;
  if (verdict.status === "pass" || verdict.status === "not-applicable") return null;
  const unseen = verdict.status === "unknown";
  const steps = verdict.remedy === undefined ? null : find(`check.${row.info.id}.remedy.${verdict.remedy}.${platform}`);
  const lines = (steps ?? "").split("\n").filter((line) => line.trim() !== "");
  return (
    <>
      <h5>{t(unseen ? "screen.finding.steps.unknown" : "screen.finding.steps")}</h5>
      {lines.length > 0 ? (
        <ol>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      ) : null}
      {unseen && lines.length === 0 ? <p>{t(`unknown-help.${verdict.reason}`)}</p> : null}
    </>
  );
}
