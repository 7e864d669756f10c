import { assertNever } from "../../shared/assertNever.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { factsOf } from "./facts.ts";
import { HeaderNav } from "./HeaderNav.tsx";
import { languageList, languageNames } from "./language.ts";
import { outsideText } from "./outsideText.ts";
import { useActions, useApp } from "./storeContext.ts";
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

function Language() {
  const { t, language } = useText();
  const { setLanguage } = useActions();
  return (
    <label className="header-language">
      <span className="visually-hidden">{t("screen.language")}</span>
      <select
        value={language}
        onChange={(event) => {
          const chosen = languageList.find((candidate) => candidate === event.target.value);
          if (chosen) setLanguage(chosen);
        }}
      >
        {languageList.map((id) => (
          <option key={id} value={id} lang={id}>
            {languageNames[id]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Header() {
  const { t } = useText();
  const snapshot = useApp((state) => state.snapshot);
  const stage = useApp((state) => state.stage);
  const ready = stage === "ready" && snapshot !== null;
  return (
    <header className="header">
      <p className="header-name">{t("product.name")}</p>
      {ready ? <Where snapshot={snapshot} /> : null}
      <div className="header-end">
        {ready ? <HeaderNav /> : null}
        <Language />
      </div>
    </header>
  );
}
