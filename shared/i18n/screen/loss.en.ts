import type { lossJa } from "./loss.ja.ts";

export const lossEn = {
  "screen.nav.loss": "Loss or theft",
  "screen.loss.intro":
    "What to do when a PC, a phone, a USB stick or papers are lost or stolen. You cannot see it once the PC is gone: print it and keep it apart from the PC.",
  "screen.loss.print": "Print",
  "screen.loss.printed": "Printed {{time}}",
  "screen.loss.contacts": "Whom to call",
  "screen.loss.contacts.none": "The policy names no contacts. Look them up in your company's directory and write them here.",
  "screen.loss.for.loss": "Loss or theft",
  "screen.loss.for.security": "Security",
  "screen.loss.for.helpdesk": "Helpdesk",
  "screen.loss.phone": "Phone",
  "screen.loss.email": "Mail",
  "screen.loss.hours": "Hours",
  "screen.loss.write": "Look it up and write it here",
  "screen.loss.steps": "The first 10 minutes",
  "screen.loss.step.safe": "Make sure that you are safe. Do not follow a thief or try to get it back alone.",
  "screen.loss.step.call":
    "Call the contact for loss or theft at once. Do not wait in case it turns up. If nobody answers, call the other contacts in turn.",
  "screen.loss.step.say":
    "Say: your name and a number to call back; when, where and what; whether the screen was locked; what information is on it; the data of this PC below.",
  "screen.loss.step.follow": "Do what they tell you. When told to, change your company passwords from another device.",
  "screen.loss.step.place": "Ask the shop or station where you may have left it. If it turns up, do not switch it on before you have told them.",
  "screen.loss.step.police": "Report it to the police and write down the number of the report.",
  "screen.loss.step.note": "Write down when you noticed, and what you did.",
  "screen.loss.device": "Data of this PC",
  "screen.loss.device.none": "The check has not ended yet, so the data of this PC cannot be shown. Print again after the check.",
  "screen.loss.device.hostname": "Name of the PC",
  "screen.loss.device.user": "User name",
  "screen.loss.device.maker": "Maker and model",
  "screen.loss.device.serial": "Serial number",
  "screen.loss.device.assetTag": "Asset number",
  "screen.loss.device.unknown": "Could not be checked",
  "screen.loss.device.at": "Checked at",
} as const satisfies { readonly [K in keyof typeof lossJa]: string };
