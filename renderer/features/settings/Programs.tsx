import { useEffect, useState } from "react";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import { useActions } from "../../app/storeContext.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Section } from "./Section.tsx";

type Catalogue = CallOutput<"catalogue.get">;
const moments: { readonly [W in Catalogue["programs"][number]["when"]]: TextKey } = {
  once: "screen.settings.programs.once",
  "while-open": "screen.settings.programs.while-open",
  asked: "screen.settings.programs.asked",
};
const momentList = Object.keys(moments) as readonly (keyof typeof moments)[];

function Lines({ programs }: { readonly programs: Catalogue["programs"] }) {
  return (
    <ul className="settings-programs">
      {programs.map(({ id, line }) => (
        <li key={id}>
          <span className="settings-program-id">{id}</span>
          <code className="outside">{line}</code>
        </li>
      ))}
    </ul>
  );
}

/** Every program that the app may start on this system, from the tables that start them. */
export function Programs() {
  const { t } = useText();
  const { ask } = useActions();
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  useEffect(() => void ask("catalogue.get", null).then(setCatalogue), [ask]);
  const programs = catalogue?.programs ?? [];
  return (
    <Section title={t("screen.settings.programs")} hint={t("screen.settings.programs.about")}>
      {programs.length === 0 ? <p className="settings-text">{t("screen.settings.programs.none")}</p> : null}
      {momentList.map((when) => {
        const own = programs.filter((program) => program.when === when);
        return own.length === 0 ? null : (
          <Disclosure key={when} label={t(moments[when], { count: own.length })}>
            <Lines programs={own} />
          </Disclosure>
        );
      })}
    </Section>
  );
}
