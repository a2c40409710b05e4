/** Lays a line of text out as strokes of the built-in font. */
import { glyphs } from "./glyphs.ts";

export type Point = readonly [x: number, y: number];

export interface Lettering {
  readonly strokes: readonly (readonly Point[])[];
  /** In grid units; capitals are 6 high. */
  readonly width: number;
}

export function canWrite(text: string): boolean {
  return [...text].every((letter) => letter === " " || Object.hasOwn(glyphs, letter));
}

export function layOut(text: string): Lettering {
  const strokes: Point[][] = [];
  let pen = 0;
  for (const letter of text) {
    const glyph = glyphs[letter];
    if (glyph === undefined) {
      pen += 2.4;
      continue;
    }
    const own = glyph.split(" ").map(readStroke);
    const left = Math.min(...own.flat().map(([x]) => x));
    const right = Math.max(...own.flat().map(([x]) => x));
    for (const stroke of own) strokes.push(stroke.map(([x, y]) => [pen + x - left, y]));
    pen += right - left + 1.5;
  }
  return { strokes, width: Math.max(0, pen - 1.5) };
}

function readStroke(text: string): readonly Point[] {
  const isRound = text.startsWith("~");
  const digits = isRound ? text.slice(1) : text;
  let points: Point[] = [];
  for (let i = 0; i + 1 < digits.length; i += 2) points.push([Number(digits[i]), Number(digits[i + 1])]);
  for (let pass = 0; isRound && pass < 3; pass++) points = cutCorners(points);
  return points;
}

/** Chaikin: each corner gives way to two points on its flanks; the ends stay. */
function cutCorners(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined) return [];
  const cut: Point[] = [first];
  for (let i = 0; i + 1 < points.length; i++) {
    const [ax, ay] = points[i] as Point;
    const [bx, by] = points[i + 1] as Point;
    cut.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25], [ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
  }
  cut.push(last);
  return cut;
}
