import { z } from "zod";

export const blockModes = ["off", "window", "full"] as const;
export type BlockMode = (typeof blockModes)[number];

/** The screens that a door can ask for. */
export const shownByDoorSchema = z.enum(["check", "loss"]);
export type ShownByDoor = z.infer<typeof shownByDoorSchema>;

/** What the front door around the page can do, and what it does now. The browser page is a door that blocks nothing. */
export const doorSchema = z.strictObject({
  kind: z.enum(["desktop", "browser"]),
  /** The block screen is up now; "off" also while it steps aside for a fix. */
  block: z.enum(blockModes),
  /** It has stepped aside for a fix and comes back. */
  aside: z.boolean(),
  /** null: this desktop cannot say or has none. */
  tray: z.boolean().nullable(),
  /** The app can be started by itself at log-in; "policy-on" and "policy-off": the policy decides. */
  loginStart: z.enum(["on", "off", "policy-on", "policy-off", "impossible"]),
  /** Reports can be saved as PDF. */
  pdf: z.boolean(),
  /** The app can shut the PC down. */
  shutDown: z.boolean(),
});
export type Door = z.infer<typeof doorSchema>;
