import type { desktopJa } from "./desktop.ja.ts";

export const desktopEn = {
  "screen.block.why": "Your company's policy keeps this screen up until things are put right or an exception is accepted.",
  "screen.block.fix": "Put this right",
  "screen.block.none": "Nothing here can be put right. Check again; if it stays like this, call the helpdesk.",
  "screen.block.aside": "Move this screen aside to fix it",
  "screen.block.aside.hint":
    "To put something right in another app or in the system's settings, this screen can move aside for up to 10 minutes. When it comes back, the PC is checked again. That it moved aside is written into the journal.",
  "screen.block.work": "Work that you can start now",
  "screen.block.work.none": "There is no work that you can start now.",
  "screen.block.make-room": "Move this screen aside",
  "screen.block.help": "If you need help",
  "screen.block.contact.helpdesk": "Helpdesk",
  "screen.block.contact.loss": "Loss or theft",
  "screen.block.contact.security": "Security officer",
  "screen.block.contacts.none": "No contacts are on file. Call your company's helpdesk.",
  "screen.block.loss": "If the PC is lost or stolen",
  "screen.block.back": "Back to the screen before",
  "screen.block.shut-down": "Shut down the PC",
  "screen.block.shut-down.ask": "Work that is not saved may be lost. Shut down now?",
  "screen.block.shut-down.yes": "Shut down",
  "screen.block.shut-down.no": "Cancel",
  "screen.block.shut-down.failed": "The PC could not be shut down from here. Use its power button or the system's menu.",
  "screen.block.aside.now": "The screen that blocks work has moved aside. It comes back by itself and checks again.",
  "screen.block.return": "Bring it back and check now",
} as const satisfies { readonly [K in keyof typeof desktopJa]: string };
