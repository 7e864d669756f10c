import { z } from "zod";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

const normal = (tag: string) => tag.trim().toUpperCase();

/** Which PC is this, and does the ledger have it? Without a ledger in the policy it only says what was read. */
export const deviceIdentity = defineCheck({
  id: "device-identity",
  group: "technology",
  kind: "measured",
  risks: ["loss", "human-error"],
  needs: ["device-identity"],
  settings: z.strictObject({
    ledger: z
      .array(z.string().trim().min(3).max(64))
      .max(5000)
      .default([])
      .describe("asset tags and serial numbers of the PCs that may be used; empty: no ledger"),
  }),
  texts: {
    ja: {
      title: "PC の識別",
      why: "どの PC をだれが使っているか分からないと、紛失したときに気づけず、対応が遅れます。",
      messages: {
        listed: "この PC（{{id}}）は台帳に載っています。",
        notListed: "この PC（{{id}}）は台帳に載っていません。",
        read: "この PC を識別できました（{{id}}）。台帳との照合はしていません。",
        nothingRead: "この PC の管理番号も製造番号も確認できませんでした。",
      },
      remedies: {
        "ask-helpdesk": onEveryOs(
          "PC の裏面などにある管理番号のラベルを確かめます。\nヘルプデスクに報告書と管理番号を送り、台帳の確認を依頼してください。",
        ),
      },
    },
    en: {
      title: "Identity of the PC",
      why: "If nobody knows which PC is with whom, a loss goes unnoticed and help comes late.",
      messages: {
        listed: "This PC ({{id}}) is in the ledger.",
        notListed: "This PC ({{id}}) is not in the ledger.",
        read: "This PC was identified ({{id}}). It was not compared with a ledger.",
        nothingRead: "Neither an asset tag nor a serial number of this PC could be seen.",
      },
      remedies: {
        "ask-helpdesk": onEveryOs(
          "Look for the label with the asset number on the PC.\nSend the report and that number to the helpdesk and ask them to check the ledger.",
        ),
      },
    },
  },
  evaluate({ values, settings }, say) {
    const { assetTag, serial, model, manufacturer, hostname } = values["device-identity"];
    const numbers = [assetTag, serial].flatMap((tag) => (tag?.trim() ? [tag] : []));
    const [id] = numbers;
    if (settings.ledger.length === 0) {
      const shown = id ?? [manufacturer, model].filter((part) => part?.trim()).join(" ");
      return say.pass("read", { id: shown || hostname });
    }
    if (id === undefined) return say.unknown("nothingRead", "needs-admin", { remedy: "ask-helpdesk" });
    const ledger = new Set(settings.ledger.map(normal));
    const listed = numbers.find((number) => ledger.has(normal(number)));
    return listed === undefined ? say.fail("notListed", "ask-helpdesk", { params: { id } }) : say.pass("listed", { id: listed });
  },
});
