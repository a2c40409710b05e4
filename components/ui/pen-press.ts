/** What a pen tells beside its place: how hard it presses, how far it lies over, and whether its other end or its button is used. */
import type { Point } from "./viewport.ts";

type PenEvent = Pick<PointerEvent, "pointerType" | "pressure" | "buttons" | "button" | "tiltX" | "tiltY"> &
  Partial<Pick<PointerEvent, "altitudeAngle" | "azimuthAngle">>;

/** Pens that feel no pressure say one of these, all the time. */
const flat = [0, 0.5, 1];
/** The button on the barrel, and the eraser at the other end. */
const barrel = { button: 2, held: 2 } as const;
const eraser = { button: 5, held: 32 } as const;

export class PenPress {
  private feelsPressure = false;

  /** 1 where the device cannot tell: nothing has to be pressed harder than it can be felt. */
  pressureOf({ pointerType, pressure, buttons }: PenEvent): number {
    if (pointerType !== "pen") return 1;
    if (buttons !== 0 && !flat.includes(pressure)) this.feelsPressure = true;
    return this.feelsPressure ? pressure : 1;
  }
}

/** Where the pen's upper end points, seen from above; its length is 0 for an upright pen and 1 for one that lies. */
export function leanOf({ pointerType, tiltX, tiltY, altitudeAngle, azimuthAngle }: PenEvent): Point | null {
  if (pointerType !== "pen") return null;
  if (tiltX || tiltY) {
    const [across, down] = [tangentOf(tiltX), tangentOf(tiltY)];
    const length = Math.hypot(across, down, 1);
    return { x: across / length, y: down / length };
  }
  if (altitudeAngle === undefined || azimuthAngle === undefined) return null;
  const length = Math.cos(altitudeAngle);
  return length < 1e-3 ? null : { x: length * Math.cos(azimuthAngle), y: length * Math.sin(azimuthAngle) };
}

/** Whether a press of this pen begins something on the canvas, as its tip, its eraser and the button on its barrel do. */
export function isPenPress({ pointerType, button }: PenEvent): boolean {
  return pointerType === "pen" && (button === 0 || button === barrel.button || button === eraser.button);
}

export function isErasing({ pointerType, buttons }: PenEvent): boolean {
  return pointerType === "pen" && (buttons & (barrel.held | eraser.held)) !== 0;
}

function tangentOf(degrees: number): number {
  return Math.tan((Math.min(89, Math.max(-89, degrees)) * Math.PI) / 180);
}
