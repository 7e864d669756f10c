import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Why nothing is started by the organisation's policy, as soon as it was looked whose it is. */
export function PolicyNotice({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const { ownership } = snapshot.policy;
  return ownership === undefined || snapshot.decision === null ? null : (
    <Notice tone="plain">
      <p>{t(`policy.ownership.${ownership}`)}</p>
    </Notice>
  );
}
