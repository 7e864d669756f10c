import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";

/** Whom to call: the company's helpdesk, as the policy names it. */
export function Contact({ policy }: { readonly policy: Snapshot["policyTexts"] }) {
  const { t, both } = useText();
  const contact = policy.contacts.find((one) => one.for === "helpdesk");
  const { phone, email, hours } = contact ?? {};
  return (
    <>
      <h5>{t("screen.contact")}</h5>
      {contact === undefined ? <p>{t("screen.contact.none")}</p> : null}
      {contact === undefined ? null : (
        <p className="finding-contact">
          <strong>{both(contact.name)}</strong>
          {phone === undefined ? null : <span>{t("screen.contact.phone", { phone })}</span>}
          {email === undefined ? null : <span>{t("screen.contact.email", { email })}</span>}
          {hours === undefined ? null : <span>{t("screen.contact.hours", { hours: both(hours) })}</span>}
        </p>
      )}
    </>
  );
}
