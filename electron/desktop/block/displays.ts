import type { Display, Rectangle } from "electron";

type Place = Pick<Display, "id" | "bounds">;

/**
 * Changes when a display comes, goes, moves or gets another size. A change of the work area alone is none: the task bar and the dock give way
 * to a full screen, and following that would leave and enter it for ever. Pure.
 */
export function layoutOf(first: Place, all: readonly Place[]): string {
  return JSON.stringify([first.id, all.map(({ id, bounds: { x, y, width, height } }) => [id, x, y, width, height])]);
}

/** Where the window goes back to: its old place, or the middle of the first display when no display shows that place any more. Pure. */
export function placeToReturn(before: Rectangle, first: Pick<Place, "bounds">, all: readonly Pick<Place, "bounds">[]): Rectangle {
  const middle = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
  const seen = all.some(({ bounds: { x, y, width, height } }) => middle.x >= x && middle.x < x + width && middle.y >= y && middle.y < y + height);
  if (seen) return before;
  const { bounds } = first;
  const width = Math.min(before.width, bounds.width);
  const height = Math.min(before.height, bounds.height);
  return {
    x: bounds.x + Math.round((bounds.width - width) / 2),
    y: bounds.y + Math.round((bounds.height - height) / 2),
    width,
    height,
  };
}
