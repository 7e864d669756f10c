import { z } from "zod";

const outside = z.string().max(256);

export const osReleaseValueSchema = z.strictObject({
  /** Key of the product in the end-of-support table: "debian", "ubuntu", "fedora", "windows-11", "macos", … */
  product: outside,
  version: outside,
  name: outside,
  build: outside.nullable(),
  edition: outside.nullable(),
  kernel: outside.nullable(),
  /** The end of support that the OS itself states (os-release SUPPORT_END), as YYYY-MM-DD. */
  supportEnd: z.iso.date().nullable(),
  /** The maker's updates after the regular end, where the PC itself knows (Ubuntu Pro); null: could not be seen. Absent: seen by an older version. */
  extended: z.strictObject({ enrolled: z.boolean(), until: z.iso.datetime().nullable() }).nullable().optional(),
});

export const pendingUpdatesValueSchema = z.strictObject({
  manager: outside,
  total: z.number().int().min(0),
  security: z.number().int().min(0),
  /** Of `total`, those of which it could not be read whether they are for security. Absent: seen by an older version, which counted none. */
  unread: z.number().int().min(0).optional(),
  /** Up to 20 names, security ones first. */
  names: z.array(outside).max(20),
  /** When the package lists that this answer rests on were last renewed (ISO 8601). */
  listsAt: z.iso.datetime(),
  /** Until when their maker vouches for the lists (ISO 8601); null: without end. Absent: seen by an older version. */
  listsUntil: z.iso.datetime().nullable().optional(),
  /** When an update was last installed with success (ISO 8601); null: the OS does not say. */
  lastInstalledAt: z.iso.datetime().nullable(),
  /**
   * How old what is installed is (ISO 8601). `newestAt`: the newest proof of an update (system files, or the day of the build); null: none could be read.
   * `supersededAt`: a newer build was there by then, whatever the files say; null: not known. Absent: seen by an older version, or the OS has no such proof.
   */
  system: z.strictObject({ newestAt: z.iso.datetime().nullable(), supersededAt: z.iso.datetime().nullable() }).optional(),
});

export const automaticUpdatesValueSchema = z.strictObject({
  enabled: z.boolean(),
  mechanism: outside,
  /** Until when the user has paused them (ISO 8601); null: not paused. */
  pausedUntil: z.iso.datetime().nullable(),
  /** The OS is told to ask a server of the company instead of its maker: named, or told so without one that could be seen. null: the maker. Absent: seen by an older version. */
  companyServer: z.enum(["named", "unseen"]).nullable().optional(),
  /** For how many days after they come out the device management hides fixes from this PC; null: it does not. Absent: seen by an older version. */
  deferredDays: z.number().int().min(0).max(3650).nullable().optional(),
});

export const restartPendingValueSchema = z.strictObject({
  pending: z.boolean(),
  /** ISO 8601; null when nothing is pending or the OS does not say. */
  since: z.iso.datetime().nullable(),
  because: z.array(outside).max(20),
});

export const browserNames = ["chrome", "edge", "firefox", "safari", "chromium", "brave"] as const;
export const browsersValueSchema = z.strictObject({
  /** Installed browsers; empty: looked for, none found. */
  browsers: z
    .array(
      z.strictObject({
        name: z.enum(browserNames),
        /** Numbers and dots, as the browser itself states it. */
        version: outside,
        /** A newer one is installed and waits for a restart of the browser. */
        waiting: outside.nullable(),
      }),
    )
    .max(16),
});
