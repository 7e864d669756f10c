import { z } from "zod";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

/** Is the PC on a network, and by which kind of link? Being offline is no danger, but nothing can be said of the network to come. */
export const connection = defineCheck({
  id: "connection",
  group: "technology",
  kind: "measured",
  risks: ["eavesdropping"],
  needs: ["route"],
  settings: z.strictObject({
    acceptedKinds: z
      .array(z.enum(["cable", "wifi", "cellular", "tether", "virtual"]))
      .min(1)
      .default(["cable", "wifi", "cellular", "tether"])
      .describe("links that may be used; virtual: a virtual machine's or container's network, behind which the real link cannot be seen"),
  }),
  texts: {
    ja: {
      title: "ネットワーク接続",
      why: "どの回線を使っているかによって、盗聴される危険が変わります。",
      messages: {
        connected: "{{kind}} でつながっています。",
        refused: "{{kind}} でつながっています。この回線は業務に使えません。",
        offline: "ネットワークにつながっていません。業務を始めるときは、つないでからもう一度点検してください。",
        virtual: "仮想ネットワークを使っているため、実際の回線の種類を確認できませんでした。",
        unrecognised: "回線の種類を判別できませんでした（{{interface}}）。",
        hidden: "この PC が実際にどの回線を使っているかを確認できませんでした。",
      },
      remedies: {
        connect: onEveryOs("自宅の回線や、自分または会社のスマートフォンのテザリングにつなぎます。\nこの項目をもう一度点検します。"),
        change: onEveryOs("会社が認めている回線（自宅の回線、スマートフォンのテザリングなど）に切り替えます。\nこの項目をもう一度点検します。"),
      },
    },
    en: {
      title: "Network connection",
      why: "How easily others can listen in depends on the kind of connection that you use.",
      messages: {
        connected: "Connected by {{kind}}.",
        refused: "Connected by {{kind}}. This kind of connection may not be used for work.",
        offline: "Not connected to a network. Before you start work, connect and check again.",
        virtual: "A virtual network is in use, so the kind of the real connection could not be seen.",
        unrecognised: "The kind of connection could not be recognised ({{interface}}).",
        hidden: "Which connection this PC really uses could not be seen.",
      },
      remedies: {
        connect: onEveryOs("Connect to your home network, or to the hotspot of your own or your company's phone.\nCheck this item again."),
        change: onEveryOs(
          "Change to a connection that your company accepts, such as your home network or a phone's hotspot.\nCheck this item again.",
        ),
      },
    },
  },
  evaluate({ values: { route }, settings }, say) {
    const { underlay } = route;
    if (underlay === null) {
      return route.legs.some(({ via }) => via !== null) ? say.unknown("hidden", "not-supported") : say.fail("offline", "connect", { minor: true });
    }
    switch (underlay.kind) {
      case "unrecognised":
      case "tunnel":
        return say.unknown("unrecognised", "not-supported", { params: { interface: underlay.interface } });
      case "virtual":
        if (!settings.acceptedKinds.includes("virtual")) return say.unknown("virtual", "not-supported");
        return say.pass("connected", { kind: { key: "link.virtual" } });
      default: {
        const params = { kind: { key: `link.${underlay.kind}` } };
        if (settings.acceptedKinds.includes(underlay.kind)) return say.pass("connected", params);
        return say.fail("refused", "change", { params, subject: underlay.kind });
      }
    }
  },
});
