/**
 * A reference for painted masks, as plain as can be: every pixel is taken to the screen on which was painted, at whatever zoom, turn and
 * sharpness that screen had, and asked there how far it is from each stroke; of shapes it asks a grid of places.
 */
import { type Point, toPicture, toScreen, type Viewport } from "#components/ui/viewport.ts";
import type { CombineMode, MaskOperation, PaintMode } from "#lib/mask/mask-document.ts";

interface Dab extends Point {
  readonly pressure: number;
}

/** What a hand did, on the screen. */
export type Gesture =
  | { readonly kind: "stroke"; readonly mode: PaintMode; readonly size: number; readonly hardness: number; readonly dabs: readonly Dab[] }
  | { readonly kind: "polygon"; readonly mode: CombineMode; readonly corners: readonly Point[] }
  | { readonly kind: "rectangle" | "ellipse"; readonly mode: CombineMode; readonly from: Point; readonly to: Point }
  | { readonly kind: "invert" | "clear" };

export interface Program {
  readonly width: number;
  readonly height: number;
  readonly view: Viewport;
  readonly gestures: readonly Gesture[];
}

/** Levels that two ways of rounding and sampling an edge may differ by. */
const slack = 16;

/** Shapes are looked at in so many places of a pixel, across and down. */
const samples = 8;
export function operationOf(gesture: Gesture, view: Viewport): MaskOperation {
  if (gesture.kind === "stroke") {
    const { kind, mode, size, hardness, dabs } = gesture;
    return { kind, mode, size, hardness, points: dabs.flatMap(({ pressure, ...at }) => [...pointOf(toPicture(view, at)), pressure]) };
  }
  if (gesture.kind === "polygon") {
    return { kind: "polygon", mode: gesture.mode, points: gesture.corners.flatMap((corner) => pointOf(toPicture(view, corner))) };
  }
  if (!("mode" in gesture)) return gesture;
  return { kind: gesture.kind, mode: gesture.mode, ...boxOf(gesture, view) };
}

function pointOf({ x, y }: Point): readonly [number, number] {
  return [x, y];
}

/** Boxes are upright on the picture, and end on its pixels. */
function boxOf({ from, to }: { readonly from: Point; readonly to: Point }, view: Viewport) {
  const [one, other] = [toPicture(view, from), toPicture(view, to)];
  const [x, y] = [Math.round(Math.min(one.x, other.x)), Math.round(Math.min(one.y, other.y))];
  return { x, y, width: Math.round(Math.abs(one.x - other.x)) + 1, height: Math.round(Math.abs(one.y - other.y)) + 1 };
}

/** 0..255 of one pixel of the picture, by the strokes' rule: the strongest of all discs and of all bodies between them. */
function strokeLevel({ size, hardness, dabs }: Gesture & { kind: "stroke" }, { x, y }: Point, zoom: number): number {
  const levelAt = (distance: number, pressure: number) => {
    const radius = (size / 2) * pressure;
    const inner = Math.min(radius * hardness, radius - 0.5);
    const part = Math.min(1, Math.max(0, (distance / zoom - inner) / (radius + 0.5 - inner)));
    return Math.round(255 * (1 - part * part * (3 - 2 * part)));
  };
  let strongest = 0;
  for (const [at, dab] of dabs.entries()) {
    strongest = Math.max(strongest, levelAt(Math.hypot(x - dab.x, y - dab.y), dab.pressure));
    const next = dabs[at + 1];
    if (!next) continue;
    const [dx, dy] = [next.x - dab.x, next.y - dab.y];
    const along = ((x - dab.x) * dx + (y - dab.y) * dy) / (dx * dx + dy * dy);
    if (!(along >= 0 && along <= 1)) continue;
    const aside = Math.hypot(x - dab.x - along * dx, y - dab.y - along * dy);
    strongest = Math.max(strongest, levelAt(aside, dab.pressure + (next.pressure - dab.pressure) * along));
  }
  return strongest;
}

/** Whether a place of the picture lies in a shape. */
function insideOf(gesture: Gesture, view: Viewport): (x: number, y: number) => boolean {
  if (gesture.kind === "rectangle" || gesture.kind === "ellipse") {
    const box = boxOf(gesture, view);
    const isRound = gesture.kind === "ellipse";
    return (x, y) => {
      const [across, down] = [(x - box.x) / box.width, (y - box.y) / box.height];
      return isRound ? Math.hypot(across - 0.5, down - 0.5) < 0.5 : across >= 0 && across < 1 && down >= 0 && down < 1;
    };
  }
  const corners = gesture.kind === "polygon" ? gesture.corners.map((corner) => toPicture(view, corner)) : [];
  return (x, y) => {
    let winding = 0;
    for (const [at, one] of corners.entries()) {
      const other = corners[(at + 1) % corners.length] ?? one;
      const side = (other.x - one.x) * (y - one.y) - (other.y - one.y) * (x - one.x);
      if (one.y <= y && other.y > y && side > 0) winding += 1;
      if (one.y > y && other.y <= y && side < 0) winding -= 1;
    }
    return winding !== 0;
  };
}

function shapeLevel(isInside: (x: number, y: number) => boolean, column: number, row: number): number {
  let inside = 0;
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const [right, down] = [(sample % samples) + 0.5, Math.floor(sample / samples) + 0.5];
    if (isInside(column + right / samples, row + down / samples)) inside += 1;
  }
  return Math.round((inside / (samples * samples)) * 255);
}

export function drawReference({ width, height, view, gestures }: Program): Uint8Array {
  const steps = gestures.map((gesture) => ({ gesture, isInside: insideOf(gesture, view) }));
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [column, row] = [at % width, Math.floor(at / width)];
    const on = toScreen(view, { x: column + 0.5, y: row + 0.5 });
    let level = 0;
    for (const { gesture, isInside } of steps) {
      if (!("mode" in gesture)) level = gesture.kind === "clear" ? 0 : 255 - level;
      else {
        const covered = gesture.kind === "stroke" ? strokeLevel(gesture, on, view.zoom) : shapeLevel(isInside, column, row);
        if (gesture.mode === "add") level = Math.max(level, covered);
        else level = Math.min(level, gesture.mode === "subtract" ? 255 - covered : covered);
      }
    }
    return level;
  });
}

/** The share of pixels on which two masks are the same. */
export function sharedBy(mask: Uint8Array, reference: Uint8Array): number {
  return mask.filter((level, at) => Math.abs(level - (reference[at] ?? 0)) <= slack).length / reference.length;
}
