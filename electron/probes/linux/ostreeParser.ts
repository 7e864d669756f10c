import { z } from "zod";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import { isoTime } from "../common/isoTime.ts";

const seconds = z.number().int().min(0);
const deploymentSchema = z.looseObject({
  booted: z.boolean(),
  staged: z.boolean().optional(),
  checksum: z.string(),
  "base-checksum": z.string().optional(),
  version: z.string().nullable().optional(),
  timestamp: seconds.optional(),
  "base-timestamp": seconds.optional(),
});
/** An advisory: id, kind (1 is security), severity, packages, more. */
const advisorySchema = z.tuple([z.string(), z.number().int(), z.number().int(), z.array(z.string())]).rest(z.unknown());
const statusSchema = z.looseObject({
  deployments: z.array(deploymentSchema).min(1),
  "cached-update": z
    .looseObject({ checksum: z.string().optional(), version: z.string().optional(), advisories: z.array(advisorySchema).optional() })
    .nullable()
    .optional(),
});

export interface OstreeStatus {
  /** When what will run after the next start was put together by its makers; null: it does not say. */
  readonly madeAt: string | null;
  /** What will start next is not what runs. */
  readonly restart: string | null;
  /** A newer image that is known and not fetched. `security`: its advisories of that kind; null: it names none. */
  readonly update: { readonly name: string; readonly security: number | null } | null;
}

/**
 * `rpm-ostree status --json`: the first deployment is the one that starts next. With packages of the user's own on top, "base-timestamp" is the maker's and
 * "timestamp" this PC's. https://coreos.github.io/rpm-ostree/administrator-handbook/
 */
export function parseOstreeStatus(stdout: Uint8Array): Parsed<OstreeStatus> {
  let raw: unknown;
  try {
    raw = JSON.parse(decodeUtf8(stdout));
  } catch {
    return notParsed("rpm-ostree: no whole JSON");
  }
  const status = statusSchema.safeParse(raw);
  if (!status.success) return notParsed(`rpm-ostree: ${status.error.issues[0]?.path.join(".") ?? ""}`);
  const { deployments, "cached-update": cached } = status.data;
  const [next] = deployments;
  const booted = deployments.find((one) => one.booted);
  if (next === undefined || booted === undefined) return notParsed("rpm-ostree: none of the deployments runs");
  const made = next["base-timestamp"] ?? next.timestamp;
  const isNew = cached?.checksum !== undefined && cached.checksum !== next.checksum && cached.checksum !== next["base-checksum"];
  return parsed({
    madeAt: made === undefined ? null : isoTime(made * 1000),
    restart: next.booted ? null : outside(next.version ?? next.checksum),
    update: isNew
      ? { name: outside(cached.version ?? cached.checksum ?? ""), security: cached.advisories?.filter(([, kind]) => kind === 1).length ?? null }
      : null,
  });
}
