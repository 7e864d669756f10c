import type { Verdict } from "../../../shared/checks/verdict.ts";
import type { PlaceId } from "./places.ts";

type Places = Readonly<Record<string, PlaceId | null>>;

/** Where the steps of each remedy begin; null: with a person or the PC itself, not with a page. A test holds that no check and no remedy is missing. */
export const placesOfRemedies: Readonly<Record<string, Places>> = {
  "admin-rights": { demote: "users" },
  antivirus: { "turn-on": "antivirus", install: "antivirus", "update-definitions": "antivirus" },
  "assigned-device": { declare: null, act: null },
  "automatic-updates": { enable: "updates", "ask-helpdesk": null, "ask-about-days": null },
  backup: { "back-up": "backup" },
  // Each browser updates itself, by its own menu.
  "browser-versions": { update: null, reopen: null },
  clock: { set: "date" },
  connection: { connect: "network", change: "network", name: null },
  "device-identity": { "ask-helpdesk": null },
  "device-managed": { "ask-helpdesk": null },
  "disk-encryption": {
    encrypt: "encryption",
    wait: null,
    restart: null,
    activate: "encryption",
    "ask-helpdesk": null,
    "find-out": null,
    hibernate: null,
  },
  firewall: { enable: "firewall", close: "firewall" },
  "lessons-current": { learn: null },
  "listening-services": { close: "sharing", recheck: null },
  "network-trust": { "sign-in": "portal", safer: "wifi", name: null, "name-again": null },
  "os-patches": { update: "updates", refresh: "updates", "get-through": "updates" },
  "os-protection": { restore: "protection" },
  "os-support": { upgrade: "updates", "renew-table": null, "update-all": "updates" },
  "remote-access": { "turn-off": "remote-access" },
  "removable-media": { encrypt: null, look: null },
  "restart-pending": { restart: null },
  "rules-accepted": { declare: null, act: null },
  "screen-lock": { shorten: "lock", "lock-on-resume": "lock", "use-gdm": null, "make-visible": "lock" },
  "sign-in": { "ask-password": "auto-login" },
  "strong-authentication": { strengthen: "sign-in" },
  surroundings: { declare: null, act: null },
  "sole-user": { declare: null, act: null },
  "unapproved-apps": { close: "startup-apps" },
  vpn: { connect: "vpn", "ask-helpdesk": null },
  "wifi-security": { "allow-location": "location", safer: "wifi", "add-tool": null },
};

/** Where this verdict's steps begin; null: nowhere that could be opened. Pure. */
export function placeOf(checkId: string, verdict: Verdict): PlaceId | null {
  if (verdict.status !== "fail" && verdict.status !== "unknown") return null;
  if (verdict.remedy === undefined || !Object.hasOwn(placesOfRemedies, checkId)) return null;
  const places = placesOfRemedies[checkId];
  return places !== undefined && Object.hasOwn(places, verdict.remedy) ? (places[verdict.remedy] ?? null) : null;
}
