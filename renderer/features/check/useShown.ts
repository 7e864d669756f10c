import { useMemo } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useApp } from "../../app/storeContext.ts";
import { type Rows, rowsOf } from "./rows.ts";
import { type ShownLight, shownLight } from "./shownLight.ts";

/** The light and the findings as they may be shown now. */
export function useShown(snapshot: Snapshot): { readonly light: ShownLight; readonly rows: Rows } {
  const connection = useApp((state) => state.connection);
  const expired = useApp((state) => state.expired);
  const held = useApp((state) => state.held);
  return useMemo(
    () => ({ light: shownLight({ snapshot, connection, expired }), rows: rowsOf(snapshot, held) }),
    [snapshot, connection, expired, held],
  );
}
