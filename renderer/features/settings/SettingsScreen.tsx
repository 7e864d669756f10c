import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { LoginStart } from "./LoginStart.tsx";
import { LookSettings } from "./LookSettings.tsx";
import { Networks } from "./Networks.tsx";
import { NeverCollected } from "./NeverCollected.tsx";
import { Programs } from "./Programs.tsx";
import "./Settings.css";

/** What a person may choose, what the app remembers, what it runs, and what it never collects. */
export function SettingsScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  return (
    <div className="settings">
      <ScreenTitle>{t("screen.nav.settings")}</ScreenTitle>
      {snapshot.settingsLost ? <Notice tone="plain">{t("screen.settings.lost")}</Notice> : null}
      <LookSettings settings={snapshot.settings} />
      <LoginStart settings={snapshot.settings} />
      <Networks snapshot={snapshot} />
      <Programs />
      <NeverCollected />
    </div>
  );
}
