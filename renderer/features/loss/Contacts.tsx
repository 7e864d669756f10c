import type { PolicyTexts } from "../../../shared/snapshot.ts";
import { outsideText } from "../../app/outsideText.ts";
import { type TextKey, useText } from "../../app/useText.ts";

type Contact = PolicyTexts["contacts"][number];
/** In the order in which they are called after a loss. */
const purposes: { readonly [F in Contact["for"]]: TextKey } = {
  loss: "screen.loss.for.loss",
  security: "screen.loss.for.security",
  helpdesk: "screen.loss.for.helpdesk",
};
const purposeList = Object.keys(purposes) as readonly Contact["for"][];

function ContactRow({ contact }: { readonly contact: Contact }) {
  const { t, both } = useText();
  const { phone, email, hours } = contact;
  // Text, not links: the page goes nowhere, and a number is dialled on a phone.
  const ways: readonly (readonly [TextKey, string])[] = [
    ...(phone === undefined ? [] : [["screen.loss.phone", outsideText(phone)] as const]),
    ...(email === undefined ? [] : [["screen.loss.email", outsideText(email)] as const]),
    ...(hours === undefined ? [] : [["screen.loss.hours", both(hours)] as const]),
  ];
  return (
    <li className="loss-contact">
      <p className="loss-contact-name">
        <strong>{t(purposes[contact.for])}</strong> <span>{both(contact.name)}</span>
      </p>
      <dl className="loss-ways">
        {phone === undefined && email === undefined ? (
          <div className="loss-way">
            <dt>{t("screen.loss.phone")}</dt>
            <dd className="loss-blank">{t("screen.loss.write")}</dd>
          </div>
        ) : null}
        {ways.map(([label, value]) => (
          <div key={label} className="loss-way">
            <dt>{t(label)}</dt>
            <dd className={label === "screen.loss.phone" ? "loss-phone" : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

export function Contacts({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { t } = useText();
  const inOrder = purposeList.flatMap((purpose) => contacts.filter((contact) => contact.for === purpose));
  return (
    <section className="card loss-part" aria-labelledby="loss-contacts">
      <h3 id="loss-contacts">{t("screen.loss.contacts")}</h3>
      {inOrder.length === 0 ? (
        <p className="loss-blank">{t("screen.loss.contacts.none")}</p>
      ) : (
        <ul className="loss-contacts">
          {inOrder.map((contact) => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
    </section>
  );
}
