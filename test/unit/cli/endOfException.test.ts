import { describe, expect, it } from "vitest";
import { endOfException } from "../../../electron/cli/endOfException.ts";

const now = new Date("2026-11-23T10:00:00.000Z");

describe("the end of an exception", () => {
  it("counts hours and days from now", () => {
    expect(endOfException("7d", now)).toBe("2026-11-30T10:00:00.000Z");
    expect(endOfException("12h", now)).toBe("2026-11-23T22:00:00.000Z");
  });

  it("takes a day as its last second on this PC's clock", () => {
    const end = new Date(endOfException("2027-01-31", now) ?? "");
    expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours(), end.getMinutes()]).toEqual([2027, 0, 31, 23, 59]);
  });

  it("takes an ISO 8601 time with its offset", () => {
    expect(endOfException("2027-01-31T18:00+09:00", now)).toBe("2027-01-31T09:00:00.000Z");
  });

  it.each(["", "0d", "-1d", "7", "7 days", "2027-02-31", "2027-13-01", "31.1.2027", "tomorrow", "2027-01-31T25:00Z", "1e9d"])(
    "does not guess at %j",
    (given) => {
      expect(endOfException(given, now)).toBeNull();
    },
  );
});
