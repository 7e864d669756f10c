import { assertNever } from "../../shared/assertNever.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { isWelcoming } from "../features/welcome/isWelcoming.ts";
import { factsOf } from "./facts.ts";
import { HeaderNav } from "./HeaderNav.tsx";
import { Language } from "./Language.tsx";
import { outsideText } from "./outsideText.ts";
import { useApp } from "./storeContext.ts";
import { useText } from "./useText.ts";
import "./Header.css";

function hostName(snapshot: Snapshot): string | null {
  const observation = factsOf(snapshot)["device-identity"]?.observation;
  switch (observation?.kind) {
    case "known":
      return observation.value.hostname;
    case undefined:
    case "unknown":
    case "not-applicable":
      return null;
    default:
      return assertNever(observation);
  }
}

function Where({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, both } = useText();
  const host = hostName(snapshot);
  const policy = t("screen.policy", { title: both(snapshot.policy.title), revision: snapshot.policy.revision });
  return (
    <p className="header-where">
      {host === null ? null : (
        <>
          <bdi>{outsideText(host)}</bdi> ·{" "}
        </>
      )}
      {policy}
    </p>
  );
}

export function Header() {
  const { t } = useText();
  const snapshot = useApp((state) => state.snapshot);
  const stage = useApp((state) => state.stage);
  const welcoming = useApp(isWelcoming);
  const ready = stage === "ready" && snapshot !== null;
  return (
    <header className="header">
      <p className="header-name">{t("product.name")}</p>
      {ready ? <Where snapshot={snapshot} /> : null}
      <div className="header-end">
        {ready && !welcoming ? <HeaderNav /> : null}
        <Language />
      </div>
    </header>
  );
}
