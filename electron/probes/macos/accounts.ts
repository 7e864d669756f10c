import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistNumber, plistSwitch } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { readManaged, readPlist } from "./plistFile.ts";

const loginWindowFile = "/Library/Preferences/com.apple.loginwindow.plist";
/** The group "admin" of every Mac. */
const adminGroup = 80;
/** More groups than these the kernel does not carry with a process (NGROUPS_MAX). */
const mostGroups = 16;

/** Whether the user is an administrator, by the groups of this process; guests and automatic login by the login window's settings. */
export const accounts: Probe<"accounts"> = {
  id: "macos.accounts",
  fact: "accounts",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const groups = host.groupIds();
    const administrator = groups.includes(adminGroup);
    if (!administrator && (groups.length === 0 || groups.length >= mostGroups)) {
      return couldNotSee(unknown("failed", `${groups.length} groups are not the whole list`));
    }
    const [file, managed, passwords] = await Promise.all([
      readPlist(host, loginWindowFile),
      readManaged(host, "com.apple.loginwindow"),
      readManaged(host, "com.apple.mobiledevice.passwordpolicy"),
    ]);
    const value = (key: string) => managed.value(key) ?? (file.outcome === "read" ? plistAt(file.value, key) : undefined);
    const isReadable = file.outcome === "read" && managed.refusal === undefined;
    const autoLogin = isReadable ? value("autoLoginUser") !== undefined : null;
    const guestKey = value("GuestEnabled");
    const guest =
      managed.value("DisableGuestAccount") === true ? false : isReadable ? (guestKey === undefined ? false : (plistSwitch(guestKey) ?? null)) : null;
    const length = plistNumber(passwords.value("minLength"));
    const passwordMinLength = length !== undefined && Number.isInteger(length) && length >= 0 && length <= 1024 ? length : null;
    return {
      observation: known({ administrator, autoLogin, guest, passwordMinLength, biometrics: null }),
      evidence: [
        evidence("groups of this process", administrator ? "in group admin (80)" : "not in group admin (80)"),
        evidence(loginWindowFile, [`automatic login: ${autoLogin ?? "(not readable)"}`, `guest: ${guest ?? "(not readable)"}`]),
      ],
    };
  },
};
