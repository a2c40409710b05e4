/** Tells a tap of several fingers from fingers that move, pinch or stay: all come and all go quickly, and none travels. */
import type { Point } from "./viewport.ts";

const longestMs = 350;
/** A fingertip rolls this far, in CSS pixels, while it is pressed down and lifted. */
const slack = 12;

export class FingerTaps {
  private readonly begun = new Map<number, Point>();
  private sinceMs = 0;
  private most = 0;
  private isTap = false;

  /** As long as no finger has travelled. */
  get couldBeTap(): boolean {
    return this.isTap && this.begun.size > 0;
  }

  down(id: number, at: Point, timeMs: number): void {
    if (this.begun.size === 0) {
      this.sinceMs = timeMs;
      this.most = 0;
      this.isTap = true;
    }
    this.begun.set(id, at);
    this.most = Math.max(this.most, this.begun.size);
  }

  move(id: number, at: Point): void {
    const from = this.begun.get(id);
    if (from && Math.hypot(at.x - from.x, at.y - from.y) > slack) this.isTap = false;
  }

  /** How many fingers tapped, once the last of them has left; 0 where it was no tap. */
  up(id: number, timeMs: number): number {
    if (!this.begun.delete(id) || this.begun.size > 0) return 0;
    return this.isTap && timeMs - this.sinceMs <= longestMs ? this.most : 0;
  }

  forget(): void {
    this.begun.clear();
    this.isTap = false;
  }
}
