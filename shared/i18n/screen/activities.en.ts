import type { activitiesJa } from "./activities.ja.ts";

export const activitiesEn = {
  "screen.activity.start": "Start",
  "screen.activity.more": "and {{count}} more",
  "screen.activity.start.unknown-activity": "This work is not in the current policy. Please check again.",
  "screen.activity.start.no-clearance": "This cannot start now. Please check again, then start it.",
  "screen.activity.start.no-target": "Nothing is registered that this PC could start for this work. Please contact the helpdesk.",
  "screen.activity.start.not-managed":
    "The policy does not come from your company, so nothing can be started from here. Please open it your usual way.",
  "screen.activity.start.not-proved":
    "It could not be proved that an administrator put your company's policy there, so nothing can be started from here. Please contact the helpdesk.",
  "screen.activity.start.not-started": "It could not be started. Please open it your usual way, or contact the helpdesk.",
  "screen.open.settings": "Open the settings",
  "screen.open.portal": "Open the sign-in page",
  "screen.open.vpn": "Open the VPN",
  "screen.open.updates": "Open the updates",
  "screen.open.nothing-to-open": "The place to open was not found. Please follow the steps and open it yourself.",
  "screen.open.not-started": "It could not be opened. Please follow the steps and open it yourself.",
  "screen.open.after": "Fix it there. When you come back to this screen, this item is checked again.",
  "screen.contact": "If you need help",
  "screen.contact.none": "Please contact your company's helpdesk.",
  "screen.contact.phone": "Phone {{phone}}",
  "screen.contact.email": "Mail {{email}}",
  "screen.contact.hours": "Hours: {{hours}}",
  "screen.guarded": "“{{app}}” is running, but “{{activity}}” must not start now. Please save your work and close it.",
  "screen.guarded.asked":
    "“{{activity}}” must not start now, so “{{app}}” was asked to close. If it is still there, please save your work and close it.",
} as const satisfies { readonly [K in keyof typeof activitiesJa]: string };
