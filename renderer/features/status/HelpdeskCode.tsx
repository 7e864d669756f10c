import { useState } from "react";
import type { TextKey } from "../../app/useText.ts";
import { useText } from "../../app/useText.ts";

async function copied(code: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code);
    return true;
  } catch {
    // Not allowed here, or no secure context: the code can still be read out.
    return false;
  }
}

function Code({ code }: { readonly code: string }) {
  const { t } = useText();
  const [result, setResult] = useState<TextKey | null>(null);
  return (
    <>
      <p className="helpdesk-code">
        {/* One character at a time for screen readers, as it must be said; groups to the eye. */}
        <span className="visually-hidden">{[...code.replaceAll("-", "")].join(" ")}</span>
        <span aria-hidden="true">{code}</span>
      </p>
      <div className="helpdesk-row">
        <p>{t("screen.helpdesk.hint")}</p>
        <button
          type="button"
          className="link-button helpdesk-copy"
          onClick={() => void copied(code).then((ok) => setResult(ok ? "screen.helpdesk.copied" : "screen.helpdesk.copy-failed"))}
        >
          {t("screen.helpdesk.copy")}
          <span className="visually-hidden"> {t("screen.helpdesk")}</span>
        </button>
      </div>
      <p role="status">{result === null ? "" : t(result)}</p>
    </>
  );
}

/** What the employee reads out over the phone. */
export function HelpdeskCode({ code }: { readonly code: string | null }) {
  const { t } = useText();
  return (
    <div className="helpdesk">
      <p>{t("screen.helpdesk")}</p>
      {code === null ? <p>{t("screen.helpdesk.none")}</p> : <Code key={code} code={code} />}
    </div>
  );
}
