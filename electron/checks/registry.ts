import type { Check } from "./check.ts";
import { adminRights } from "./rules/adminRights.ts";
import { antivirus } from "./rules/antivirus.ts";
import { assignedDevice } from "./rules/assignedDevice.ts";
import { automaticUpdates } from "./rules/automaticUpdates.ts";
import { backup } from "./rules/backup.ts";
import { browserVersions } from "./rules/browserVersions.ts";
import { clock } from "./rules/clock.ts";
import { connection } from "./rules/connection.ts";
import { deviceIdentity } from "./rules/deviceIdentity.ts";
import { deviceManaged } from "./rules/deviceManaged.ts";
import { diskEncryption } from "./rules/diskEncryption.ts";
import { firewall } from "./rules/firewall.ts";
import { lessonsCurrent } from "./rules/lessonsCurrent.ts";
import { listeningServices } from "./rules/listeningServices.ts";
import { networkTrust } from "./rules/networkTrust.ts";
import { osPatches } from "./rules/osPatches.ts";
import { osProtection } from "./rules/osProtection.ts";
import { osSupport } from "./rules/osSupport.ts";
import { remoteAccess } from "./rules/remoteAccess.ts";
import { removableMedia } from "./rules/removableMedia.ts";
import { restartPending } from "./rules/restartPending.ts";
import { rulesAccepted } from "./rules/rulesAccepted.ts";
import { screenLock } from "./rules/screenLock.ts";
import { signIn } from "./rules/signIn.ts";
import { soleUser } from "./rules/soleUser.ts";
import { strongAuthentication } from "./rules/strongAuthentication.ts";
import { surroundings } from "./rules/surroundings.ts";
import { unapprovedApps } from "./rules/unapprovedApps.ts";
import { vpn } from "./rules/vpn.ts";
import { wifiSecurity } from "./rules/wifiSecurity.ts";

/** Every check of the product, in the order of the screens. A new check is one file and one line here. */
export const checks: readonly Check[] = [
  connection,
  networkTrust,
  wifiSecurity,
  vpn,
  screenLock,
  signIn,
  strongAuthentication,
  adminRights,
  osPatches,
  restartPending,
  osSupport,
  automaticUpdates,
  browserVersions,
  antivirus,
  osProtection,
  firewall,
  remoteAccess,
  listeningServices,
  diskEncryption,
  removableMedia,
  backup,
  unapprovedApps,
  clock,
  deviceIdentity,
  deviceManaged,
  surroundings,
  soleUser,
  assignedDevice,
  lessonsCurrent,
  rulesAccepted,
];
