import { z } from "zod";
import { checkIdSchema } from "../../checks/verdict.ts";
import { doorSchema } from "../../door.ts";
import { openRefusals, startRefusals } from "../../openings.ts";
import { platformSchema } from "../../platform.ts";
import { settingsSchema } from "../../settings.ts";
import { done, doneOr } from "./answers.ts";

const programSchema = z.strictObject({
  /** As the catalogue names it. */
  id: z.string().max(100),
  /** Program and arguments, as they are started; parts in <angle brackets> are filled in. */
  line: z.string().max(100_000),
  /** once: for a check. while-open: as long as the app is open. asked: when the person presses a button that opens or ends something. */
  when: z.enum(["once", "while-open", "asked"]),
});

export const desktopCalls = {
  "settings.set": { input: settingsSchema.partial(), output: doneOr(["state-unwritable"]) },
  /** Every program that this app may start on this OS. */
  "catalogue.get": { input: z.null(), output: z.strictObject({ platform: platformSchema, programs: z.array(programSchema).max(500) }) },
  /** What the door around the page can do; the same value comes as the event `door`. */
  "door.get": { input: z.null(), output: doorSchema },
  /** Opens the place where a finding is put right; a block screen steps aside for it. */
  "remedies.open": { input: z.strictObject({ checkId: checkIdSchema }), output: doneOr(openRefusals) },
  /** Starts the activity's launch target, under a live clearance alone. */
  "activities.start": { input: z.strictObject({ activityId: z.string().max(64) }), output: doneOr(startRefusals) },
  /** Ends the app after the person has said yes to what that means; written into the journal. On the page: ends nothing ("impossible"). */
  "app.quit": { input: z.null(), output: doneOr(["impossible", "cancelled"]) },
  /** Shuts the PC down by the OS's own way. */
  "app.shut-down": { input: z.null(), output: doneOr(["impossible", "failed"]) },
  /** A block screen steps aside for an activity that may be done; null: for a fix that nothing here can open. Written into the journal; it comes back by itself. */
  "block.step-aside": { input: z.strictObject({ activityId: z.string().max(64).nullable() }), output: done },
  /** The block screen comes back before the fix is done. */
  "block.return": { input: z.null(), output: done },
} as const;
