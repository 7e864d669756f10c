import { describe, expect, it } from "vitest";
import { readSeatEvent } from "../../../electron/host/seatEvents.ts";

// Lines as gdbus(1) prints signals: object path, interface and member, parameters as GVariant text.
const seat = "/org/freedesktop/login1/session/_32";
describe("a line of the login manager", () => {
  it.each([
    ["/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (false,)", { kind: "resumed" }],
    [`${seat}: org.freedesktop.login1.Session.Lock ()`, { kind: "locked", seat }],
    [`${seat}: org.freedesktop.login1.Session.Unlock ()`, { kind: "unlocked", seat }],
    [
      `${seat}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'LockedHint': <true>}, @as [])`,
      { kind: "locked", seat },
    ],
    [
      `${seat}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'IdleHint': <false>, 'LockedHint': <false>}, @as [])`,
      { kind: "unlocked", seat },
    ],
  ])("%s", (line, expected) => {
    expect(readSeatEvent(line)).toEqual(expected);
  });

  it.each([
    "",
    "Monitoring signals from all objects owned by org.freedesktop.login1",
    "The name org.freedesktop.login1 is owned by :1.3",
    "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)",
    "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForShutdown (false,)",
    `${seat}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'IdleHint': <true>}, @as [])`,
    `${seat}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Other', {'LockedHint': <true>}, @as [])`,
    `/org/freedesktop/login1/session/../x: org.freedesktop.login1.Session.Lock ()`,
    `x ${seat}: org.freedesktop.login1.Session.Lock ()`,
    "'LockedHint': <true>",
  ])("tells nothing: %s", (line) => {
    expect(readSeatEvent(line)).toBeNull();
  });
});
