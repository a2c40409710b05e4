/** Handles on a turned picture: which way they point on the screen, and which way an arrow key goes on the picture. */
import type { Grip } from "./pull-sides.ts";

/** Clockwise from a handle on the right; opposite ones look alike. */
const cursors = ["cursor-ew-resize", "cursor-nwse-resize", "cursor-ns-resize", "cursor-nesw-resize"] as const;

export function resizeCursor({ across, down }: Grip, angle = 0): (typeof cursors)[number] {
  const eighths = Math.round(((Math.atan2(down, across) + angle) * 4) / Math.PI);
  return cursors[(((eighths % 4) + 4) % 4) as 0 | 1 | 2 | 3];
}

/** The side of the picture that lies where the arrow points, or nearest to it. */
export function turnArrow([across, down]: readonly [number, number], angle = 0): readonly [number, number] {
  const quarters = ((Math.round((2 * angle) / Math.PI) % 4) + 4) % 4;
  const turned = [
    [across, down],
    [down, -across],
    [-across, -down],
    [-down, across],
  ] as const;
  return turned[quarters] ?? turned[0];
}
