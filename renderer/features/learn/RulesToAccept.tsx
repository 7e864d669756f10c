import { rulesToRead } from "../../../shared/conduct.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";

const checkId = "rules-accepted";

/** The rules of the policy in words, and when they were accepted, if that still counts. Other words ask again. */
export function RulesToAccept({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, both, ref, times } = useText();
  const { declare } = useActions();
  const rules = rulesToRead(snapshot.policyTexts);
  const { revision, title } = snapshot.policy;
  const said = snapshot.declarations.find((one) => one.checkId === checkId);
  const asked = snapshot.checks.some(({ id }) => id === checkId);
  const answer = snapshot.answers.find((one) => one.checkId === checkId);
  const current = answer?.counts === true;
  const running = snapshot.phase.kind === "running";
  const time = said === undefined ? "" : times.full(said.at);
  const accepted = said?.affirmed ? t(current ? "screen.learn.rules.accepted" : "screen.learn.rules.before", { time }) : null;
  const open = answer === undefined || said === undefined ? t("screen.learn.rules.open") : ref(answer.message);
  return (
    <section aria-labelledby="rules-title" className="rules">
      <h3 id="rules-title">{t("screen.learn.rules", { title: both(title), revision })}</h3>
      {rules.length === 0 ? <p className="card rules-none">{t("screen.learn.rules.none")}</p> : null}
      <ol className="rules-list">
        {rules.map((rule) => (
          <li key={rule.id} className="card">
            <h4>{both(rule.title)}</h4>
            {rule.text === null ? null : <p className="outside">{both(rule.text)}</p>}
          </li>
        ))}
      </ol>
      <p className="rules-state" role="status">
        <Icon name={current || !asked ? "go" : "caution"} className={current || !asked ? "icon-go" : "icon-caution"} />
        <span>
          {!asked ? t("screen.learn.rules.not-asked") : current ? accepted : open}
          {!current && accepted !== null ? ` ${accepted}` : ""}
        </span>
      </p>
      {asked && rules.length > 0 && !current ? (
        <Button primary off={running} onPress={() => void declare(checkId, true)}>
          {t("screen.learn.rules.accept")}
        </Button>
      ) : null}
    </section>
  );
}
