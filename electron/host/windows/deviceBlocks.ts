import accounts from "./blocks/accounts.ps1?raw";
import antivirus from "./blocks/antivirus.ps1?raw";
import clock from "./blocks/clock.ps1?raw";
import defender from "./blocks/defender.ps1?raw";
import firewall from "./blocks/firewall.ps1?raw";
import firewallProducts from "./blocks/firewall-products.ps1?raw";
import identity from "./blocks/identity.ps1?raw";
import listening from "./blocks/listening.ps1?raw";
import pending from "./blocks/pending.ps1?raw";
import policyFolder from "./blocks/policy-folder.ps1?raw";
import processes from "./blocks/processes.ps1?raw";
import services from "./blocks/services.ps1?raw";
import session from "./blocks/session.ps1?raw";
import updates from "./blocks/updates.ps1?raw";
import updatesStart from "./blocks/updates-start.ps1?raw";
import volumes from "./blocks/volumes.ps1?raw";

/** What must start at the very beginning of the script, because it takes longest. */
export const earlyBlocks = { "updates-start": updatesStart } as const satisfies Record<string, string>;

/** Blocks of the PowerShell script that the device facts rest on, in the order in which they run: the quick ones first, the one that waits last. */
export const deviceBlocks = {
  session,
  clock,
  "policy-folder": policyFolder,
  services,
  listening,
  processes,
  updates,
  firewall,
  accounts,
  identity,
  volumes,
  antivirus,
  "firewall-products": firewallProducts,
  defender,
  pending,
} as const satisfies Record<string, string>;
