import { useCallback, useEffect, useState } from "react";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { factsOf } from "../../app/facts.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useActions } from "../../app/storeContext.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { Section } from "./Section.tsx";

type Networks = CallOutput<"networks.list">;
type Named = Networks[number]["named"];
const names = { home: "home", tether: "tether", none: null } as const satisfies Record<string, Named>;
const nameList = Object.keys(names) as readonly (keyof typeof names)[];

function useNetworks(runId: string | undefined, running: boolean) {
  const { ask } = useActions();
  const [networks, setNetworks] = useState<Networks | null>(null);
  const reload = useCallback(() => void ask("networks.list", null).then(setNetworks), [ask]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list may be another one after every run
  useEffect(() => {
    if (!running) reload();
  }, [reload, runId, running]);
  return { networks, reload };
}

/** What the network of the last run is called. The check of networks rests on it, so it is looked at again. */
function CurrentNetwork({ snapshot, onNamed }: { readonly snapshot: Snapshot; readonly onNamed: (said: TextKey) => void }) {
  const { t } = useText();
  const { ask } = useActions();
  const history = factsOf(snapshot)["network-history"]?.observation;
  const wifi = factsOf(snapshot)["wifi-link"]?.observation;
  if (history?.kind !== "known" || snapshot.decision === null) return <p className="settings-text">{t("screen.settings.networks.unseen")}</p>;
  const ssid = wifi?.kind === "known" && wifi.value.connected ? wifi.value.ssid : null;
  const name = async (key: keyof typeof names) => {
    const answer = await ask("networks.name", { named: names[key] });
    onNamed(
      answer === null ? "screen.notice.action" : answer.ok ? `screen.settings.networks.named.${key}` : `screen.settings.networks.${answer.code}`,
    );
  };
  return (
    <Choices
      legend={ssid === null ? t("screen.settings.networks.current") : t("screen.settings.networks.current.ssid", { ssid })}
      hint={t("screen.settings.networks.hint")}
      options={nameList.map((value) => ({ value, label: t(`screen.settings.networks.name.${value}`) }))}
      value={history.value.named ?? "none"}
      onChoose={(key) => void name(key)}
    />
  );
}

function Remembered({ networks, onForget }: { readonly networks: Networks; readonly onForget: (id: string) => void }) {
  const { t, times } = useText();
  if (networks.length === 0) return <p className="settings-text">{t("screen.settings.networks.none")}</p>;
  return (
    <ul className="settings-list">
      {networks.map(({ id, link, ssid, named, lastSeenAt }) => {
        const title = ssid === null ? t(`screen.settings.networks.link.${link}`) : outsideText(ssid);
        return (
          <li key={id} className="settings-row">
            <div className="settings-row-words">
              <bdi className="settings-row-title">{title}</bdi>
              <p className="settings-hint">
                {t(named === null ? "screen.settings.networks.unnamed" : `screen.settings.networks.name.${named}`)} ·{" "}
                {t("screen.settings.networks.seen", { time: times.short(lastSeenAt) })} · {id}
              </p>
            </div>
            <Button of={`${title} ${id}`} onPress={() => onForget(id)}>
              {t("screen.settings.networks.forget")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** The network in use and its name, and all that are remembered. */
export function Networks({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const { ask } = useActions();
  const { networks, reload } = useNetworks(snapshot.run?.id, snapshot.phase.kind === "running");
  const [said, setSaid] = useState<TextKey | null>(null);
  const say = (key: TextKey) => {
    setSaid(key);
    reload();
  };
  const forget = async (id: string) => {
    const answer = await ask("networks.forget", { id });
    say(answer === null ? "screen.notice.action" : answer.ok ? "screen.settings.networks.forgotten" : `screen.settings.networks.${answer.code}`);
  };
  return (
    <Section title={t("screen.settings.networks")} hint={t("screen.settings.networks.about")}>
      <CurrentNetwork snapshot={snapshot} onNamed={say} />
      <p role="status" className="settings-said">
        {said === null ? "" : t(said)}
      </p>
      <h4 className="settings-subheading">{t("screen.settings.networks.remembered")}</h4>
      {networks === null ? (
        <p className="settings-text">{t("screen.settings.networks.unread")}</p>
      ) : (
        <Remembered networks={networks} onForget={(id) => void forget(id)} />
      )}
    </Section>
  );
}
