import type { NotifyTexts } from "./notify.ja.ts";

export const notifyEn: NotifyTexts = {
  "notify.title.stop.all": "You cannot start any work now",
  "notify.title.stop.some": "Some work can no longer be started",
  "notify.title.caution": "Some work needs care",
  "notify.title.failed": "The check could not be done",
  "notify.because.time": "The last check was too old, so it was done again.",
  "notify.because.network": "The network changed, so it was checked again.",
  "notify.because.vpn": "The VPN was disconnected, so it was checked again.",
  "notify.because.resume": "The PC woke up from sleep, so it was checked again.",
  "notify.because.unlock": "The screen was locked for long, so it was checked again.",
  "notify.because.policy": "The company's policy changed, so it was checked again.",
  "notify.activities.stop": "Cannot be started: {{titles}}",
  "notify.activities.caution": "Needs care: {{titles}}",
  "notify.and": ", ",
  "notify.more": "{{titles}} and {{count}} more",
  "notify.do": "Open Preflight to see what to do.",
  "notify.do.failed": "There is no result now. Open Preflight and check again.",
};
