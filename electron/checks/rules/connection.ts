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
  looksAt: ["network-history"],
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
        looksLikePhone: "スマートフォンのテザリングか、USB につないだ機器やドックの有線でつながっています。見た目だけでは、どちらか分かりません。",
        phoneUnproved:
          "スマートフォンのテザリングのようですが、ドックの有線や見知らぬ機器も同じように見えます。自分の回線として登録されるまでは、業務に使える回線かどうか分かりません。",
        offline: "ネットワークにつながっていません。業務を始めるときは、つないでからもう一度点検してください。",
        virtual: "仮想ネットワークを使っているため、実際の回線の種類を確認できませんでした。",
        unrecognised: "回線の種類を判別できませんでした（{{interface}}）。",
        hidden: "この PC が実際にどの回線を使っているかを確認できませんでした。",
      },
      remedies: {
        connect: onEveryOs("自宅の回線や、自分または会社のスマートフォンのテザリングにつなぎます。\nこの項目をもう一度点検します。"),
        name: onEveryOs(
          "自分または会社のスマートフォンのテザリングなら、画面の「設定」→「ネットワーク」で「テザリング」と登録します（コマンドでは preflight networks name tether です）。\nそうでないときは登録せず、会社が認めている回線に切り替えます。\nこの項目をもう一度点検します。",
        ),
        change: onEveryOs("会社が認めている回線（自宅の回線、スマートフォンのテザリングなど）に切り替えます。\nこの項目をもう一度点検します。"),
      },
    },
    en: {
      title: "Network connection",
      why: "How easily others can listen in depends on the kind of connection that you use.",
      messages: {
        connected: "Connected by {{kind}}.",
        refused: "Connected by {{kind}}. This kind of connection may not be used for work.",
        looksLikePhone:
          "Connected by a phone's hotspot, or by the cable of a dock or another USB device. From its looks alone the two cannot be told apart.",
        phoneUnproved:
          "It looks like a phone's hotspot, but a dock's cable or a stranger's device looks the same. Until you name it as your own, it is not known whether this connection may be used for work.",
        offline: "Not connected to a network. Before you start work, connect and check again.",
        virtual: "A virtual network is in use, so the kind of the real connection could not be seen.",
        unrecognised: "The kind of connection could not be recognised ({{interface}}).",
        hidden: "Which connection this PC really uses could not be seen.",
      },
      remedies: {
        connect: onEveryOs("Connect to your home network, or to the hotspot of your own or your company's phone.\nCheck this item again."),
        name: onEveryOs(
          "If it is the hotspot of your own or your company's phone, name it “hotspot” under Settings > Networks in this app (as a command: preflight networks name tether).\nIf it is not, do not name it: change to a connection that your company accepts.\nCheck this item again.",
        ),
        change: onEveryOs(
          "Change to a connection that your company accepts, such as your home network or a phone's hotspot.\nCheck this item again.",
        ),
      },
    },
  },
  evaluate({ values: { route }, observations, settings }, say) {
    const { underlay } = route;
    const history = observations["network-history"];
    const accepts = (kind: (typeof settings.acceptedKinds)[number]) => settings.acceptedKinds.includes(kind);
    if (underlay === null) {
      return route.legs.some(({ via }) => via !== null) ? say.unknown("hidden", "not-supported") : say.fail("offline", "connect", { minor: true });
    }
    switch (underlay.kind) {
      case "unrecognised":
      case "tunnel":
      case "clear-tunnel":
        return say.unknown("unrecognised", "not-supported", { params: { interface: underlay.interface } });
      case "virtual":
        if (!accepts("virtual")) return say.unknown("virtual", "not-supported");
        return say.pass("connected", { kind: { key: "link.virtual" } });
      case "tether": {
        const params = { kind: { key: "link.tether" } };
        if (!accepts("tether")) return say.fail("refused", "change", { params, subject: "tether" });
        // The user's word; without it a telephone is not told from a cable.
        if (history.kind === "known" && history.value.named === "tether" && history.value.changes.length === 0) return say.pass("connected", params);
        return accepts("cable") ? say.pass("looksLikePhone") : say.fail("phoneUnproved", "name", { subject: "unnamed", minor: true });
      }
      default: {
        const params = { kind: { key: `link.${underlay.kind}` } };
        if (accepts(underlay.kind)) return say.pass("connected", params);
        return say.fail("refused", "change", { params, subject: underlay.kind });
      }
    }
  },
});
