import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";

export function ReportScreen(_props: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  return <ScreenTitle>{t("screen.nav.report")}</ScreenTitle>;
}
