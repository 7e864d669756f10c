import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

type Medium = NonNullable<FactValue<"disk-encryption">["removable"]>[number];

/** States in which whoever finds the medium cannot read it. While it is still being encrypted, part of it can be read. */
const guarded: ReadonlySet<Medium["state"]> = new Set(["encrypted"]);

const places = (media: readonly Medium[]) => [...new Set(media.map(({ mount }) => mount))].sort().join(", ").slice(0, 1000);

/** Can what is on a stick, a card or an outer drive be read by whoever finds it? Only what is in the PC now can be seen. */
export const removableMedia = defineCheck({
  id: "removable-media",
  group: "technology",
  kind: "measured",
  risks: ["loss"],
  needs: ["disk-encryption"],
  settings: z.strictObject({}),
  texts: {
    ja: {
      title: "USB メモリーなどの暗号化",
      why: "USB メモリーや外付けのディスクはなくしやすく、暗号化していないと、拾った人が中のデータを読めます。",
      messages: {
        none: "USB メモリーや外付けのディスクは、つながれていません。",
        encrypted: "つながれている USB メモリーや外付けのディスクは、暗号化されています（{{media}}）。",
        open: "暗号化されていない USB メモリーや外付けのディスクがつながれています（{{media}}）。",
        unseen: "USB メモリーや外付けのディスクが暗号化されているかどうかを、確認できませんでした（{{media}}）。",
        notLooked: "USB メモリーや外付けのディスクがつながれているかどうかを、確認できませんでした。",
      },
      remedies: {
        encrypt: {
          windows:
            "業務のデータを入れる予定がなければ、安全に取り外します。\n入れるときは、先に会社が認めたものかどうかを確かめます。\n「BitLocker の管理」を検索して開き、そのドライブの「BitLocker を有効にする」を選びます。見つからないときは、ヘルプデスクに相談してください。",
          macos:
            "業務のデータを入れる予定がなければ、取り出します。\n入れるときは、先に会社が認めたものかどうかを確かめます。\nFinder のサイドバーで、そのディスクを Control キーを押しながらクリックし、「暗号化」を選びます。",
          linux:
            "業務のデータを入れる予定がなければ、取り外します。\n入れるときは、会社が認めた、暗号化済みのものを使います。\n分からないときは、ヘルプデスクに相談してください。",
        },
        look: onEveryOs(
          "USB メモリーや外付けのディスクをつないでいるときは、安全に取り外します。\nこの項目をもう一度点検します。\n仕事で使うときは、会社が認めた、暗号化済みのものかどうかをヘルプデスクに確かめてください。",
        ),
      },
    },
    en: {
      title: "Encryption of removable media",
      why: "Memory sticks and external drives are easily lost. Without encryption, whoever finds one can read it.",
      messages: {
        none: "No memory stick or external drive is connected.",
        encrypted: "The connected memory sticks and external drives are encrypted ({{media}}).",
        open: "A memory stick or external drive without encryption is connected ({{media}}).",
        unseen: "It could not be checked whether a memory stick or external drive is encrypted ({{media}}).",
        notLooked: "It could not be checked whether a memory stick or external drive is connected.",
      },
      remedies: {
        encrypt: {
          windows:
            "If no data of work is to go onto it, remove it safely.\nIf it is, first make sure that your company allows it.\nSearch for “Manage BitLocker” and choose “Turn on BitLocker” for that drive. If it is not there, ask the helpdesk.",
          macos:
            "If no data of work is to go onto it, eject it.\nIf it is, first make sure that your company allows it.\nIn the sidebar of Finder, Control-click the disk and choose “Encrypt”.",
          linux:
            "If no data of work is to go onto it, remove it.\nIf it is, use one that your company allows and that is encrypted already.\nIf you are not sure, ask the helpdesk.",
        },
        look: onEveryOs(
          "If a memory stick or external drive is connected, remove it safely.\nCheck this item again.\nIf you need it for work, ask the helpdesk whether it is one that your company allows and that is encrypted.",
        ),
      },
    },
  },
  evaluate({ values }, say) {
    const { removable } = values["disk-encryption"];
    // An older version did not look, and what could not be looked at is no better.
    if (removable === undefined || removable === null) return say.unknown("notLooked", "not-supported", { remedy: "look" });
    if (removable.length === 0) return say.pass("none");
    const open = removable.filter(({ state }) => !guarded.has(state) && state !== "unseen");
    if (open.length > 0) return say.fail("open", "encrypt", { params: { media: places(open) }, subject: places(open) });
    const unseen = removable.filter(({ state }) => state === "unseen");
    if (unseen.length > 0) return say.unknown("unseen", "not-supported", { params: { media: places(unseen) }, remedy: "look" });
    return say.pass("encrypted", { media: places(removable) });
  },
});
