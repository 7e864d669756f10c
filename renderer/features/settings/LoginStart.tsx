import { assertNever } from "../../../shared/assertNever.ts";
import type { Settings } from "../../../shared/settings.ts";
import { useActions, useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Switch } from "../../ui/Switch.tsx";
import { Section } from "./Section.tsx";

/** Whether the app starts by itself at log-in: the person's choice, unless the policy or the system decides. */
export function LoginStart({ settings }: { readonly settings: Settings }) {
  const { t } = useText();
  const { loginStart } = useApp((state) => state.door);
  const { choose } = useActions();
  const body = () => {
    switch (loginStart) {
      case "on":
      case "off":
        return (
          <Switch label={t("screen.settings.login.switch")} on={settings.startAtLogin} onChange={(startAtLogin) => void choose({ startAtLogin })} />
        );
      case "policy-on":
      case "policy-off":
      case "impossible":
        return <p className="settings-text">{t(`screen.settings.login.${loginStart}`)}</p>;
      default:
        return assertNever(loginStart);
    }
  };
  return <Section title={t("screen.settings.login")}>{body()}</Section>;
}
