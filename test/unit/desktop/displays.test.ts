import { describe, expect, it } from "vitest";
import { layoutOf, placeToReturn } from "../../../electron/desktop/block/displays.ts";

const left = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const right = { id: 2, bounds: { x: 1920, y: 0, width: 1280, height: 1024 } };

describe("the layout of the displays", () => {
  it("is the same when only the task bar has given way", () => {
    expect(layoutOf({ ...left, workArea: left.bounds } as typeof left, [left, right])).toBe(layoutOf(left, [left, right]));
  });

  it.each([
    ["one has come", [left], left],
    ["one has another size", [left, { ...right, bounds: { ...right.bounds, width: 1024 } }], left],
    ["another one is the first", [left, right], right],
  ])("is another one when %s", (_, all, first) => {
    expect(layoutOf(first, all)).not.toBe(layoutOf(left, [left, right]));
  });
});

describe("where the window goes back to", () => {
  const onRight = { x: 2000, y: 100, width: 1180, height: 800 };

  it("is where it was, also on another display", () => {
    expect(placeToReturn(onRight, left, [left, right])).toEqual(onRight);
  });

  it("is the middle of the first display when its own was unplugged", () => {
    expect(placeToReturn(onRight, left, [left])).toEqual({ x: 370, y: 140, width: 1180, height: 800 });
  });

  it("fits a display that is smaller than the window", () => {
    const small = { id: 3, bounds: { x: 0, y: 0, width: 1024, height: 768 } };
    expect(placeToReturn(onRight, small, [small])).toEqual({ x: 0, y: 0, width: 1024, height: 768 });
  });
});
