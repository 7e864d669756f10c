import { describe, expect, test } from "vitest";
import { timeIn, timeInFileName } from "../../../../electron/services/report/pageTime.ts";

// 1 December, 08:41 in Tokyo (nine hours before UTC all year) is still 30 November in UTC and in New York (five hours behind in winter).
const morning = "2026-11-30T23:41:02.000Z";

describe("times for people", () => {
  test.each([
    ["Asia/Tokyo", "2026-12-01-0841+0900", "2026-12-01 08:41:02"],
    ["America/New_York", "2026-11-30-1841-0500", "2026-11-30 18:41:02"],
    ["Asia/Kathmandu", "2026-12-01-0526+0545", "2026-12-01 05:26:02"],
    ["UTC", "2026-11-30-2341+0000", "2026-11-30 23:41:02"],
    ["Nowhere/Unknown", "2026-11-30-2341+0000", "2026-11-30 23:41:02"],
  ])("are those of the zone, with its offset in the name of a file: %s", (zone, inName, onPage) => {
    expect(timeInFileName(zone)(morning)).toBe(inName);
    expect(timeIn(zone)(morning)).toBe(onPage);
  });
});
