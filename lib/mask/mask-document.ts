/** A mask as it was painted: an ordered list of small operations in the picture's own coordinates. Pixels are derived from it. */

export type PaintMode = "add" | "subtract";
export type CombineMode = PaintMode | "intersect";

export interface Stroke {
  readonly kind: "stroke";
  readonly mode: PaintMode;
  /** Diameter in pixels of the picture. */
  readonly size: number;
  /** 1 is a hard edge, 0 fades from the middle. */
  readonly hardness: number;
  /** x, y and the share of the size it is drawn in there (a pen's pressure; above 1 where it leans), one after the other: a flat list stores and copies cheaply. */
  readonly points: readonly number[];
}

export interface BoxShape {
  readonly kind: "rectangle" | "ellipse";
  readonly mode: CombineMode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Polygon {
  readonly kind: "polygon";
  readonly mode: CombineMode;
  /** x, y, one after the other; the last corner is joined to the first. */
  readonly points: readonly number[];
}

/** What a wand, a selection or a file marked: a grid of levels laid over a box of the picture. */
export interface Area {
  readonly kind: "area";
  readonly mode: CombineMode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Levels, packed as in runs.ts. */
  readonly runs: Uint8Array;
  /** Whether it knows only inside and outside, so that its edge stays sharp where the picture is finer than the grid. */
  readonly isSharp: boolean;
}

export type WholeMaskOperation =
  | { readonly kind: "invert" | "clear" | "fill-holes" }
  /** Grows by this many pixels of the picture; shrinks where negative. */
  | { readonly kind: "grow"; readonly by: number }
  /** Feathering softens the edge; smoothing straightens what is smaller than the radius and keeps the edge sharp. */
  | { readonly kind: "feather" | "smooth"; readonly radius: number };

export type Shape = BoxShape | Polygon;
export type MaskOperation = Stroke | Shape | Area | WholeMaskOperation;

export interface MaskDocument {
  readonly width: number;
  readonly height: number;
  readonly operations: readonly MaskOperation[];
}

/** Corners of a shape, x and y one after the other. */
export function cornersOf(shape: Shape): readonly number[] {
  if (shape.kind === "polygon") return shape.points;
  const { x, y, width, height } = shape;
  if (shape.kind === "rectangle") return [x, y, x + width, y, x + width, y + height, x, y + height];
  const count = Math.min(720, Math.max(64, Math.round((width + height) / 2)));
  return Array.from({ length: count }, (_, at) => (at / count) * 2 * Math.PI).flatMap((angle) => [
    x + (width / 2) * (1 + Math.cos(angle)),
    y + (height / 2) * (1 + Math.sin(angle)),
  ]);
}

/** Operations that look beyond their own pixel cannot be drawn on a part of the picture alone. */
export function needsWholePicture(operations: readonly MaskOperation[]): boolean {
  return operations.some(({ kind }) => kind === "grow" || kind === "feather" || kind === "smooth" || kind === "fill-holes");
}

/** How many operations two lists begin with together. They are never changed, so the same one is the same. */
export function commonStart(one: readonly MaskOperation[], other: readonly MaskOperation[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}
