import type { Door } from "../../../shared/door.ts";
import type { PolicyTexts } from "../../../shared/snapshot.ts";

/** What the policy and the person want: the policy's word stands above the person's. Pure. */
export interface LoginWish {
  readonly on: boolean;
  readonly by: "policy" | "person";
}

export function loginWish(policy: PolicyTexts["desktop"]["startAtLogin"], chosen: boolean): LoginWish {
  switch (policy) {
    case "always":
      return { on: true, by: "policy" };
    case "never":
      return { on: false, by: "policy" };
    case "person":
      return { on: chosen, by: "person" };
  }
}

/** As the door tells it. `really`: what the system has come to; null: it could not be told to. */
export function loginState({ on, by }: LoginWish, really: boolean | null): Door["loginStart"] {
  if (really === null) return "impossible";
  if (by === "policy") return on ? "policy-on" : "policy-off";
  return really ? "on" : "off";
}
