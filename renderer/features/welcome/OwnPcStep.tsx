import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions, useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";

const checkId = "assigned-device";
const answers = ["yes", "no"] as const;

/** Whose PC is this: the one question that holds for long. Where the policy does not ask, it is not asked. */
export function OwnPcStep({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const { declare } = useActions();
  const notice = useApp((state) => state.notice);
  if (!snapshot.checks.some(({ id }) => id === checkId)) return <p>{t("screen.welcome.pc.not-asked")}</p>;
  const said = snapshot.declarations.find((one) => one.checkId === checkId);
  // A yes that no longer counts is open again.
  const counts = snapshot.answers.find((one) => one.checkId === checkId)?.counts === true;
  const chosen = said?.affirmed === false ? "no" : counts ? "yes" : null;
  return (
    <>
      <p id="welcome-pc">{t("screen.welcome.pc.ask")}</p>
      <fieldset className="welcome-answers" aria-labelledby="welcome-pc">
        {answers.map((answer) => (
          <Button key={answer} pressed={chosen === answer} onPress={() => void declare(checkId, answer === "yes")}>
            {t(`screen.welcome.pc.${answer}`)}
          </Button>
        ))}
      </fieldset>
      <p role="status" className="welcome-said">
        {notice !== null ? t(notice) : chosen === null ? t("screen.welcome.pc.later") : t(`screen.welcome.pc.said.${chosen}`)}
      </p>
    </>
  );
}
