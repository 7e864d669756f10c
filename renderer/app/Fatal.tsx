import { useEffect } from "react";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useApp } from "./storeContext.ts";
import { useText } from "./useText.ts";

/** Nothing can be shown: what happened, what was kept, what to do. No light, no older result. */
export function Fatal({ stage }: { readonly stage: "failed" | "unauthorised" }) {
  const { t } = useText();
  const blocked = useApp((state) => state.door.block !== "off");
  // While the block screen is up, whom to call and the way to shut down must be within reach: the house has a page for that which needs no script.
  useEffect(() => {
    if (blocked) location.assign("/problem");
  }, [blocked]);
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
