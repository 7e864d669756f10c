import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { isoTime } from "../common/isoTime.ts";

/** What `pro status` shows; the client renews it by itself, and everyone may read it. https://documentation.ubuntu.com/pro-client/en/docs/explanations/status_columns/ */
export const ubuntuPro = "/var/lib/ubuntu-advantage/status.json";

const statusSchema = z.looseObject({
  attached: z.boolean(),
  expires: z.string().nullable().optional(),
  services: z.array(z.looseObject({ name: z.string(), status: z.string().optional() })).default([]),
});

type Extended = FactValue<"os-release">["extended"];

/** "esm-infra" brings the updates of the system itself after the regular end. */
export function parseUbuntuPro(text: string): Extended {
  try {
    const { attached, expires, services } = statusSchema.parse(JSON.parse(text));
    const enrolled = attached && services.some(({ name, status }) => name === "esm-infra" && status === "enabled");
    const until = expires ? isoTime(Date.parse(expires)) : null;
    return expires && until === null ? null : { enrolled, until };
  } catch {
    return null;
  }
}

/** Undefined: not looked at by the version that made the recording. Without the client the PC is not enrolled. */
export async function readUbuntuPro(host: Host): Promise<Extended> {
  const file = await askedSince(2, () => host.readFile(ubuntuPro));
  if (file === undefined) return undefined;
  if (file.outcome === "read") return parseUbuntuPro(decodeUtf8(file.bytes));
  return file.outcome === "missing" ? { enrolled: false, until: null } : null;
}
