import type { Platform } from "../../../shared/platform.ts";
import { useText } from "../../app/useText.ts";
import type { Row } from "./rows.ts";

interface RemedyProps {
  readonly row: Row;
  readonly platform: Platform;
  /** One below the heading that it stands under. */
  readonly heading?: "h4" | "h5";
}

/** Steps for this OS, one a line; for what could not be seen also how to make it visible. */
export function Remedy({ row, platform, heading: Heading = "h5" }: RemedyProps) {
  const { t, find } = useText();
  const { verdict } = row.finding;
  if (verdict.status === "pass" || verdict.status === "not-applicable") return null;
  const unseen = verdict.status === "unknown";
  const steps = verdict.remedy === undefined ? null : find(`check.${row.info.id}.remedy.${verdict.remedy}.${platform}`);
  const lines = (steps ?? "").split("\n").filter((line) => line.trim() !== "");
  return (
    <>
      <Heading>{t(unseen ? "screen.finding.steps.unknown" : "screen.finding.steps")}</Heading>
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
