import { useText } from "../../app/useText.ts";

/** What the employee reads out over the phone. Letter by letter for screen readers, as it must be said. */
export function HelpdeskCode({ code }: { readonly code: string | null }) {
  const { t } = useText();
  return (
    <div className="helpdesk">
      <p>{t("screen.helpdesk")}</p>
      {code === null ? (
        <p>{t("screen.helpdesk.none")}</p>
      ) : (
        <>
          <p className="helpdesk-code">{code}</p>
          <p>{t("screen.helpdesk.hint")}</p>
        </>
      )}
    </div>
  );
}
