import type { Check } from "./check.ts";
import { antivirus } from "./rules/antivirus.ts";
import { assignedDevice } from "./rules/assignedDevice.ts";
import { automaticUpdates } from "./rules/automaticUpdates.ts";
import { connection } from "./rules/connection.ts";
import { deviceIdentity } from "./rules/deviceIdentity.ts";
import { diskEncryption } from "./rules/diskEncryption.ts";
import { firewall } from "./rules/firewall.ts";
import { lessonsCurrent } from "./rules/lessonsCurrent.ts";
import { listeningServices } from "./rules/listeningServices.ts";
import { osPatches } from "./rules/osPatches.ts";
import { osSupport } from "./rules/osSupport.ts";
import { restartPending } from "./rules/restartPending.ts";
import { rulesAccepted } from "./rules/rulesAccepted.ts";
import { screenLock } from "./rules/screenLock.ts";
import { surroundings } from "./rules/surroundings.ts";
import { vpn } from "./rules/vpn.ts";
import { wifiSecurity } from "./rules/wifiSecurity.ts";

/** Every check of the product, in the order of the screens. A new check is one file and one line here. */
export const checks: readonly Check[] = [
  connection,
  wifiSecurity,
  vpn,
  screenLock,
  osPatches,
  restartPending,
  osSupport,
  automaticUpdates,
  antivirus,
  firewall,
  listeningServices,
  diskEncryption,
  deviceIdentity,
  surroundings,
  assignedDevice,
  lessonsCurrent,
  rulesAccepted,
];
