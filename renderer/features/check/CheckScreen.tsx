import type { Snapshot } from "../../../shared/snapshot.ts";
import { Activities } from "./Activities.tsx";
import { Findings } from "./Findings.tsx";
import { PolicyNotice } from "./PolicyNotice.tsx";
import { RouteStrip } from "./RouteStrip.tsx";
import { useShown } from "./useShown.ts";

/** 点検: the route, what may be done now, and what was found. */
export function CheckScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { light, rows } = useShown(snapshot);
  return (
    <>
      <PolicyNotice snapshot={snapshot} />
      <RouteStrip snapshot={snapshot} rows={rows} />
      <Activities snapshot={snapshot} light={light} />
      <Findings snapshot={snapshot} rows={rows} />
    </>
  );
}
