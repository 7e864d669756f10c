import { linuxSupport } from "./osSupport/linux.ts";
import { macosSupport } from "./osSupport/macos.ts";
import type { SupportedProducts } from "./osSupport/supportPeriod.ts";
import { windowsSupport } from "./osSupport/windows.ts";

/**
 * When the makers end security updates, as dated data. Source: the endoflife.date project's release data at commit a70eca3 (2026-08-22),
 * https://github.com/endoflife-date/endoflife.date (MIT). Renew it with every release of Preflight; a version newer than the table is
 * "could not check", never a failure, and after `validUntil` so is every version that it does not show as ended.
 */
export interface SupportTable {
  readonly asOf: string;
  readonly validUntil: string;
  readonly products: SupportedProducts;
}

export const osSupport: SupportTable = {
  asOf: "2026-08-22",
  validUntil: "2027-02-22",
  products: { ...windowsSupport, ...macosSupport, ...linuxSupport },
};
