import { useState } from "react";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";

/** The letter as text: to the clipboard, and to be seen and selected where a clipboard cannot be had. */
export function CopyLetter({ code, letter }: { readonly code: string; readonly letter: string }) {
  const { t } = useText();
  const [said, setSaid] = useState<"screen.approvals.copied" | "screen.approvals.not-copied" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(letter);
      setSaid("screen.approvals.copied");
    } catch {
      setSaid("screen.approvals.not-copied");
    }
  };
  return (
    <div className="approval-letter">
      <div className="finding-buttons">
        <Button of={code} onPress={() => void copy()}>
          {t("screen.approvals.copy")}
        </Button>
      </div>
      <p role="status" className="field-hint">
        {said === null ? "" : t(said)}
      </p>
      <Disclosure label={t("screen.approvals.letter")}>
        <p className="approval-text">{letter}</p>
      </Disclosure>
    </div>
  );
}
