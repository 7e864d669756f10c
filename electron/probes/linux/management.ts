import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, fileRefusal, isThere, outside, type Refusal, readHint } from "../common/gather.ts";
import type { Probe } from "../probe.ts";

const keytab = "/etc/krb5.keytab";
/** sssd writes a file "domain_realm_example_com" here for each Kerberos domain that it serves (sssd-krb5(5)). */
const realms = "/var/lib/sss/pubconf/krb5.include.d";
const switchFile = "/etc/nsswitch.conf";
const intune = "/opt/microsoft/intune/bin/intune-portal";
const landscape = "/etc/landscape/client.conf";

/**
 * The domain that this PC has joined by realmd, sssd or winbind; null: none, "": joined, name not readable. A key of its own (the keytab) is what a
 * join gives a PC; services have such keys too, so a directory of users must be in use beside it.
 */
async function joinedDomain(host: Host): Promise<string | null | { readonly refusal: Refusal }> {
  const [file, folder, names] = await Promise.all([host.readFile(keytab), host.readFolder(realms), host.readFile(switchFile)]);
  if (file.outcome === "missing") return null;
  const realm = folder.outcome === "read" ? folder.names.find((name) => name.startsWith("domain_realm_")) : undefined;
  if (realm !== undefined) return realm.slice("domain_realm_".length).replaceAll("_", ".");
  if (names.outcome !== "read") return { refusal: fileRefusal(switchFile, names) ?? unknown("failed", switchFile) };
  const [, users] = /^passwd:(.*)$/m.exec(decodeUtf8(names.bytes)) ?? [];
  if (users === undefined) return { refusal: unknown("unparsed", `${switchFile}: no line passwd`) };
  return /\b(winbind|sss)\b/.test(users) ? "" : null;
}

/** How the PC belongs to the company, by what a user may read. There is no sign that all management tools share, so "no management" is never said. */
export const management: Probe<"management"> = {
  id: "linux.management",
  fact: "management",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const home = host.homeFolder();
    const [domain, portal, registration, landscapeThere] = await Promise.all([
      joinedDomain(host),
      isThere(host, intune),
      home === undefined ? null : readHint(host, `${home}/.config/intune/registration.toml`),
      isThere(host, landscape),
    ]);
    if (domain !== null && typeof domain !== "string") return couldNotSee(domain.refusal);
    // The portal writes down the device that it enrolled for this user.
    const enrolled = portal && /^\s*device_hw_id|^\s*aad_device/m.test(registration ?? "");
    const join = domain !== null ? "domain" : enrolled ? "registered" : "none";
    return {
      observation: known({
        join,
        mdm: enrolled ? true : null,
        server: enrolled ? "Microsoft Intune" : domain ? outside(domain) : null,
      }),
      evidence: [
        evidence(`${keytab}, ${realms}, /etc/nsswitch.conf`, domain === null ? "no domain" : `joined ${domain || "(name not readable)"}`),
        evidence(intune, portal ? (enrolled ? "installed, enrolled" : "installed, no enrolment of this user found") : "not installed"),
        evidence(landscape, landscapeThere ? "there; whether it is registered only root can read" : "not there"),
      ],
    };
  },
};
