import type { sessionJa } from "./session.ja.ts";

export const sessionEn = {
  "session.ended.label": "The result before was withdrawn",
  "session.ended.time": "The last check was too old, so its result was withdrawn at {{time}}.",
  "session.ended.network": "The network changed, so the result before was withdrawn at {{time}}.",
  "session.ended.vpn": "The VPN was disconnected, so the result before was withdrawn at {{time}}.",
  "session.ended.resume": "The PC woke up from sleep, so the result before was withdrawn at {{time}}.",
  "session.ended.unlock": "The screen was locked for long, so the result before was withdrawn at {{time}}.",
  "session.ended.policy": "The company's policy changed, so the result before was withdrawn at {{time}}.",
  "session.ended.quit": "Preflight is being quit, so the result before was withdrawn at {{time}}.",
  "session.ended.checking": "It is being checked again now. Please start no new work until the result is there.",
  "session.ended.done": "It was checked again. Look at the light and at what you can do now before you go on.",
  "session.ended.close": "Close",
  "session.grace": "Grace: {{left}}",
  "session.grace.body": "Grace period: {{left}} ({{time}}). After that, work is stopped.",
  "session.left.days": "{{count}} days left",
  "session.left.day": "1 day left",
  "session.left.tomorrow": "until {{time}} tomorrow",
  "session.left.today": "until {{time}} today",
  "session.left.over": "over",
} as const satisfies { readonly [K in keyof typeof sessionJa]: string };
