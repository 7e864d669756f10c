import { z } from "zod";
import { defineCheck } from "../check.ts";

/** An OS whose newest file is older than this has had no update for longer than any OS goes without. */
const farAheadMs = 3 * 365 * 86_400_000;

/** Can the PC's clock be right? A wrong one breaks encryption, deadlines and records. Without asking anybody: it must not lie before what certainly is past. */
export const clock = defineCheck({
  id: "clock",
  group: "technology",
  kind: "measured",
  risks: ["intrusion", "human-error"],
  needs: ["clock"],
  settings: z.strictObject({
    timeZones: z
      .array(z.string().min(1).max(64))
      .max(100)
      .default([])
      .describe("time zones in which work is done, for example Asia/Tokyo; empty: any"),
  }),
  texts: {
    ja: {
      title: "時計",
      why: "時計がずれていると、暗号化された通信の確認や、期限の計算、記録の時刻が正しくできません。",
      messages: {
        right: "時計は自動で合わせる設定になっています（{{zone}}）。",
        plausible: "時計におかしなところはありません（{{zone}}）。自動で合わせる設定かどうかは確認していません。",
        manual: "時計を自動で合わせる設定がオフか、まだ合っていません。",
        behind: "時計が遅れています。{{date}} より後のはずです。",
        zone: "タイムゾーン（{{zone}}）が、会社が決めたものと違います。",
        unseen: "時計が合っているかどうかを、確認できませんでした。",
      },
      remedies: {
        set: {
          windows:
            "「設定」→「時刻と言語」→「日付と時刻」を開きます。\n「時刻を自動的に設定する」をオンにし、タイムゾーンを確かめます。\n「今すぐ同期」を選びます。\nこの項目をもう一度点検します。",
          macos:
            "「システム設定」→「一般」→「日付と時刻」を開きます。\n「日付と時刻を自動的に設定」をオンにし、タイムゾーンを確かめます。\nこの項目をもう一度点検します。",
          linux:
            "「設定」→「日付と時刻」（または「システム」→「日付と時刻」）を開きます。\n「日付と時刻を自動的に設定」をオンにし、タイムゾーンを確かめます。\nこの項目をもう一度点検します。",
        },
      },
    },
    en: {
      title: "Clock",
      why: "With a wrong clock, encrypted connections cannot be verified, deadlines are wrong, and so are the times in records.",
      messages: {
        right: "The clock is kept right by itself ({{zone}}).",
        plausible: "Nothing is wrong with the clock ({{zone}}). Whether it is set by itself was not checked.",
        manual: "The clock is not set by itself, or has not been set yet.",
        behind: "The clock is slow: it must be later than {{date}}.",
        zone: "The time zone ({{zone}}) is not one that your company uses.",
        unseen: "Could not check whether the clock is right.",
      },
      remedies: {
        set: {
          windows:
            "Open Settings > Time & language > Date & time.\nTurn on “Set time automatically” and look at the time zone.\nChoose “Sync now”.\nCheck this item again.",
          macos:
            "Open System Settings > General > Date & Time.\nTurn on “Set time and date automatically” and look at the time zone.\nCheck this item again.",
          linux:
            "Open Settings > Date & Time (or System > Date & Time).\nTurn on “Automatic Date & Time” and look at the time zone.\nCheck this item again.",
        },
      },
    },
  },
  evaluate({ values, settings, now }, say) {
    const { timeZone: zone, synchronised, notBefore } = values.clock;
    if (notBefore !== null && now.getTime() < Date.parse(notBefore))
      return say.fail("behind", "set", { params: { date: notBefore.slice(0, 10) }, subject: "behind" });
    if (settings.timeZones.length > 0 && !settings.timeZones.includes(zone))
      return say.fail("zone", "set", { params: { zone }, subject: "time-zone" });
    if (synchronised === false) return say.fail("manual", "set", { subject: "not-synchronised", minor: true });
    if (synchronised) return say.pass("right", { zone });
    // Nothing keeps it right, and nothing on this PC is of these years: it may as well be far ahead.
    if (notBefore !== null && now.getTime() > Date.parse(notBefore) + farAheadMs) return say.unknown("unseen", "failed");
    return notBefore === null ? say.unknown("unseen", "failed") : say.pass("plausible", { zone });
  },
});
