import { useRef } from "react";
import type { Opening } from "../../../shared/openings.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";

const labels: { readonly [K in Opening["kind"]]: TextKey } = {
  settings: "screen.open.settings",
  portal: "screen.open.portal",
  vpn: "screen.open.vpn",
  updates: "screen.open.updates",
};

/** What can be opened for this check. While a check is under way the last answer stays, so that no button jumps. */
export function useOpening(checkId: string, { openings, phase }: Snapshot): Opening["kind"] | null {
  const last = useRef<Opening["kind"] | null>(null);
  const now = openings.find((one) => one.checkId === checkId)?.kind ?? null;
  if (now !== null || phase.kind !== "running") last.current = now;
  return last.current;
}

interface OpenButtonProps {
  readonly checkId: string;
  readonly kind: Opening["kind"];
  readonly primary: boolean;
  readonly off: boolean;
}

/** Opens the right place: the settings page, the sign-in page, the VPN client, the updater. */
export function OpenButton({ checkId, kind, primary, off }: OpenButtonProps) {
  const { t, checkTitle } = useText();
  const { openPlace } = useActions();
  return (
    <Button of={checkTitle(checkId)} primary={primary} off={off} onPress={() => void openPlace(checkId)}>
      {t(labels[kind])}
    </Button>
  );
}
