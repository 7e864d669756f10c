import type { PolicyTexts, Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { HelpdeskCode } from "../status/HelpdeskCode.tsx";
import { ShutDownButton } from "./ShutDownButton.tsx";

function Contact({ contact }: { readonly contact: PolicyTexts["contacts"][number] }) {
  const { t, both } = useText();
  return (
    <li>
      <strong>{t(`screen.block.contact.${contact.for}`)}</strong> {both(contact.name)}
      {contact.phone === undefined && contact.hours === undefined ? null : (
        <p className="block-call">
          {contact.phone === undefined ? null : <bdi className="block-phone">{contact.phone}</bdi>}
          {contact.hours === undefined ? null : <span>{both(contact.hours)}</span>}
        </p>
      )}
      {contact.email === undefined ? null : <bdi className="block-mail">{contact.email}</bdi>}
    </li>
  );
}

/** What stays within reach whatever else is blocked: whom to call, the loss card, room for a fix, and shutting down. Numbers are text to read and to dial. */
export function BlockHelp({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const { show, stepAside } = useActions();
  const { contacts } = snapshot.policyTexts;
  return (
    <section className="block-help" aria-labelledby="block-help">
      <h2 id="block-help" className="section-title">
        {t("screen.block.help")}
      </h2>
      {contacts.length === 0 ? <p>{t("screen.block.contacts.none")}</p> : null}
      <ul className="block-contacts">
        {contacts.map((contact) => (
          <Contact key={contact.id} contact={contact} />
        ))}
      </ul>
      <HelpdeskCode code={snapshot.helpdeskCode} />
      <div className="finding-buttons">
        <Button onPress={() => show("loss")}>{t("screen.block.loss")}</Button>
        <Button onPress={() => void stepAside()}>{t("screen.block.aside")}</Button>
        <ShutDownButton />
      </div>
      <p className="block-hint">{t("screen.block.aside.hint")}</p>
    </section>
  );
}
