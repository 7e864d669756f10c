import type { PendingRequest } from "../../../shared/approvals.ts";
import type { PolicyTexts } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { CopyLetter } from "./CopyLetter.tsx";
import { QrCode } from "./QrCode.tsx";
import "./Approvals.css";

interface HandoverProps {
  readonly pending: PendingRequest;
  readonly policyTexts: PolicyTexts;
}

/** What goes to the helpdesk: the number to read out, the QR code, the text; and whom to call. */
export function Handover({ pending, policyTexts }: HandoverProps) {
  const { t, both } = useText();
  const { code, letter } = pending;
  const byCode = policyTexts.exceptions.approvalBy.includes("code");
  const desks = policyTexts.contacts.filter((contact) => contact.for === "helpdesk");
  return (
    <div className="handover">
      <div className="handover-words">
        <p className="handover-label">{t("screen.approvals.number")}</p>
        <p className="handover-code">{code}</p>
        <p>{t(byCode ? "screen.approvals.tell" : "screen.approvals.tell.letter")}</p>
        {desks.map(({ id, name, phone, hours }) => (
          <p key={id} className="outside">
            {[both(name), ...(phone === undefined ? [] : [phone]), ...(hours === undefined ? [] : [both(hours)])].join(" · ")}
          </p>
        ))}
        <CopyLetter code={code} letter={letter} />
      </div>
      <QrCode text={letter} label={t("screen.approvals.qr", { code })} />
    </div>
  );
}
