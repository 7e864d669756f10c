import { plistNumber, plistSwitch } from "../common/plist.ts";
import type { Managed } from "./plistFile.ts";

/** Days where a profile defers without saying for how long. */
const usualDays = 30;

const days = (managed: Managed, key: string): number | undefined => {
  const value = plistNumber(managed.value(key));
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 3650 ? value : undefined;
};

/**
 * For how many days the device management hides fixes of macOS and of Safari after they come out: the longer of the two. The step to the next yearly
 * release may be hidden too, and is no fix. null: none is hidden.
 * https://developer.apple.com/documentation/devicemanagement/restrictions (domain com.apple.applicationaccess)
 */
export function deferredDaysOf(managed: Managed): number | null {
  const ofSystem =
    plistSwitch(managed.value("forceDelayedSoftwareUpdates")) === true
      ? (days(managed, "enforcedSoftwareUpdateMinorOSDeferredInstallDelay") ?? days(managed, "enforcedSoftwareUpdateDelay") ?? usualDays)
      : 0;
  const ofApps =
    plistSwitch(managed.value("forceDelayedAppSoftwareUpdates")) === true
      ? (days(managed, "enforcedSoftwareUpdateNonOSDeferredInstallDelay") ?? days(managed, "enforcedSoftwareUpdateDelay") ?? usualDays)
      : 0;
  const longest = Math.max(ofSystem, ofApps);
  return longest > 0 ? longest : null;
}

/** May security responses (background security improvements) not be installed? */
export function responsesForbidden(managed: Managed): boolean {
  return plistSwitch(managed.value("allowRapidSecurityResponseInstallation")) === false;
}
