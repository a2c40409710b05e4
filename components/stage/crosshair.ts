/** The place that keys move over the canvas, for those who paint without a pointer; at the edge it takes the view along. */
import type { Point, Size } from "#components/ui/viewport.ts";

export class Crosshair {
  at: Point | null = null;

  /** Answers how far the view has to come along, since the crosshair never leaves the room. */
  move(dx: number, dy: number, room: Size): Point {
    const from = this.at ?? { x: room.width / 2, y: room.height / 2 };
    const wished = { x: from.x + dx, y: from.y + dy };
    const clamp = (value: number, most: number) => Math.min(Math.max(0, value), most);
    this.at = { x: clamp(wished.x, room.width), y: clamp(wished.y, room.height) };
    return { x: this.at.x - wished.x, y: this.at.y - wished.y };
  }
}
