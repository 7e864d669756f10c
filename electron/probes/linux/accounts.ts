import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { couldNotSee, evidence, fileRefusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readSignIn } from "./displayManagers.ts";
import { passwordMinLength } from "./passwordRules.ts";
import { readSettingFiles } from "./settingFiles.ts";

const groupFile = "/etc/group";
/** Groups whose members may become root by the rules that distributions ship: sudo (Debian), wheel (Fedora, Arch), admin (old Ubuntu). */
const adminGroups: ReadonlySet<string> = new Set(["root", "sudo", "wheel", "admin"]);
const pamFiles = ["/etc/pam.d/common-password", "/etc/pam.d/system-auth", "/etc/pam.d/password-auth"] as const;
const qualityFiles = ["/etc/security/pwquality.conf", "/etc/security/pwquality.conf.d/"] as const;

/** Groups of group(5), "name:x:27:hana,kenji", whose members may become root and that this user is in: by number, or by name since the last sign-in. */
export function adminGroupsOf(text: string, ids: readonly number[], user: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", , id = "", members = ""] = line.split(":");
    if (!adminGroups.has(name) || !/^\d+$/.test(id)) return [];
    return ids.includes(Number(id)) || members.split(",").includes(user) ? [name] : [];
  });
}

/** The user's own rights and how the PC lets people in. Rights that /etc/sudoers gives to single users only root can read. */
export const accounts: Probe<"accounts"> = {
  id: "linux.accounts",
  fact: "accounts",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const [groups, signIn, pam, quality] = await Promise.all([
      host.readFile(groupFile),
      readSignIn(host),
      readSettingFiles(host, pamFiles),
      readSettingFiles(host, qualityFiles),
    ]);
    if (groups.outcome !== "read") return couldNotSee(fileRefusal(groupFile, groups) ?? unknown("failed", groupFile));
    const text = decodeUtf8(groups.bytes);
    // Every system has the group of root; without it this is not the list of groups.
    if (!/^root:[^:]*:0:/m.test(text)) return couldNotSee(unknown("unparsed", `${groupFile}: no group root`));
    const nameless = host.groupIds().find((id) => !new RegExp(`^[^:\\n]+:[^:\\n]*:${id}:`, "m").test(text));
    const admin = adminGroupsOf(text, host.groupIds(), host.userName());
    // A group that is not in the file comes from a directory, or the file is cut: it may be the one that makes an administrator.
    if (admin.length === 0 && host.userName() !== "root" && nameless !== undefined) {
      return couldNotSee(unknown("unparsed", `${groupFile} does not name the group ${nameless}`));
    }
    const minLength = pam.shut.length + quality.shut.length > 0 ? null : passwordMinLength(pam.texts, quality.read);
    return {
      observation: known({
        administrator: admin.length > 0 || host.userName() === "root",
        autoLogin: signIn.autoLogin,
        guest: signIn.guest,
        passwordMinLength: minLength,
        // Whose fingers are enrolled, fprintd keeps in a folder of root.
        biometrics: null,
      }),
      evidence: [
        evidence(
          groupFile,
          admin.length > 0 ? `in ${admin.join(", ")}` : "in no group of administrators (rights given in /etc/sudoers only root can read)",
        ),
        evidence("settings of sign-in", [...signIn.seen, `signs in by itself: ${signIn.autoLogin ?? "not known"}`]),
        evidence([...pam.paths, ...quality.paths].join(", ") || "PAM", `shortest password: ${minLength ?? "not known"}`),
      ],
    };
  },
};
