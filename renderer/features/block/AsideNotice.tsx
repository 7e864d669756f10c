import { useActions, useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** While the block screen makes room: that it comes back, and the way to bring it back now. */
export function AsideNotice() {
  const { t } = useText();
  const aside = useApp((state) => state.door.aside);
  const { bringBack } = useActions();
  if (!aside) return null;
  return (
    <div className="app-messages" role="status">
      <Notice tone="stop">
        <p>{t("screen.block.aside.now")}</p>
        <Button onPress={() => void bringBack()}>{t("screen.block.return")}</Button>
      </Notice>
    </div>
  );
}
