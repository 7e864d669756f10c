import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useText } from "./useText.ts";

/** Nothing can be shown: what happened, what was kept, what to do. No light, no older result. */
export function Fatal({ stage }: { readonly stage: "failed" | "unauthorised" }) {
  const { t } = useText();
  return (
    <main className="app-alone">
      <Icon name="unknown" className="icon-quiet" />
      <div role="alert">
        <h1>{t("screen.fatal.title")}</h1>
        <p>{t(stage === "failed" ? "screen.fatal.load" : "screen.fatal.token")}</p>
      </div>
      <Button primary onPress={() => location.reload()}>
        {t("screen.fatal.retry")}
      </Button>
    </main>
  );
}
