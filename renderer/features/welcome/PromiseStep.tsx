import { type TextKey, useText } from "../../app/useText.ts";

const checked: readonly TextKey[] = ["screen.welcome.checked.network", "screen.welcome.checked.pc", "screen.welcome.checked.people"];
const kept: readonly TextKey[] = ["screen.welcome.kept.files", "screen.welcome.kept.send", "screen.welcome.kept.report"];

/** What is looked at, and what never leaves this PC. */
export function PromiseStep() {
  const { t } = useText();
  const list = (keys: readonly TextKey[]) => (
    <ul>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
  return (
    <>
      <h3>{t("screen.welcome.checked")}</h3>
      {list(checked)}
      <h3>{t("screen.welcome.kept")}</h3>
      {list(kept)}
    </>
  );
}
