import { z } from "zod";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

/** Has everything that was installed taken effect? An update that waits for a restart protects nobody. The days allowed are the policy's grace. */
export const restartPending = defineCheck({
  id: "restart-pending",
  group: "technology",
  kind: "measured",
  risks: ["malware", "intrusion"],
  needs: ["restart-pending"],
  settings: z.strictObject({}),
  texts: {
    ja: {
      title: "再起動",
      why: "更新を入れても、再起動するまでは古いソフトウェアが動き続け、弱点が残ります。",
      messages: {
        none: "再起動を待っている更新はありません。",
        pending: "更新を有効にするため、再起動が必要です。",
        pendingFor: "更新を有効にするため、再起動が必要です（{{because}}）。",
      },
      remedies: {
        restart: onEveryOs("開いているファイルを保存します。\nPC を再起動します。\nもう一度点検します。"),
      },
    },
    en: {
      title: "Restart",
      why: "Until the PC restarts, the old software keeps running and its weaknesses stay open.",
      messages: {
        none: "No update is waiting for a restart.",
        pending: "A restart is needed so that updates take effect.",
        pendingFor: "A restart is needed so that updates take effect ({{because}}).",
      },
      remedies: { restart: onEveryOs("Save your files.\nRestart the PC.\nCheck again.") },
    },
  },
  evaluate({ values }, say) {
    const { pending, because } = values["restart-pending"];
    if (!pending) return say.pass("none");
    const names = because.join(", ").slice(0, 200);
    return names === "" ? say.fail("pending", "restart") : say.fail("pendingFor", "restart", { params: { because: names } });
  },
});
