import { useState } from "react";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";

/** The helpdesk code of this report, to read out or to paste into a message. */
export function CopyCode({ code }: { readonly code: string }) {
  const { t } = useText();
  const [result, setResult] = useState<TextKey | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setResult("screen.report.code.copied"),
      () => setResult("screen.report.code.not-copied"),
    );
  return (
    <div className="report-code">
      <p>{t("screen.helpdesk")}</p>
      <p className="report-code-line">
        <strong>{code}</strong>
        <Button onPress={() => void copy().catch(() => setResult("screen.report.code.not-copied"))}>{t("screen.report.code.copy")}</Button>
      </p>
      <p role="status">{result === null ? "" : t(result)}</p>
    </div>
  );
}
