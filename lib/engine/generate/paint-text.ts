import type { Rgb } from "#lib/pixels/colour.ts";
import { type Canvas, mix, type Painting, paint, stroke } from "./canvas.ts";
import { type Lettering, layOut, type Point } from "./letters.ts";

export interface TextBox {
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
}

export interface TextLook {
  /** How far the middle hangs below the ends, in pixels: letters on a round thing. */
  readonly sag?: number;
  readonly shadow?: Rgb;
}

/** As large as fits the box; long texts break into up to three lines. */
export function* paintText(canvas: Canvas, text: string, area: TextBox, colour: Rgb, { sag = 0, shadow }: TextLook = {}): Painting {
  const lines = breakLines(text, area.width / area.height).map(layOut);
  const widest = Math.max(1, ...lines.map((line) => line.width));
  const scale = Math.min(area.width / (widest + 1), area.height / (lines.length * 9));
  const thickness = scale * 0.95;
  const first = area.centreY - ((lines.length - 1) * 9 * scale) / 2 - 3 * scale;
  const placed = lines.flatMap((line, n) => place(line, area, first + n * 9 * scale, scale, sag));
  if (shadow !== undefined)
    for (const each of placed) {
      yield;
      paint(canvas, stroke(shift(each, scale * 0.22), thickness * 1.25), shadow, 0.75, scale * 0.5);
    }
  for (const each of placed) {
    yield;
    paint(canvas, stroke(each, thickness), colour);
  }
  // A narrower, lighter stroke on top makes the line look round.
  for (const each of placed) {
    yield;
    paint(canvas, stroke(shift(each, -scale * 0.12), thickness * 0.4), mix(colour, [255, 255, 255], 0.7), 0.7, scale * 0.4);
  }
}

function place(line: Lettering, area: TextBox, top: number, scale: number, sag: number): readonly (readonly Point[])[] {
  const left = area.centreX - (line.width * scale) / 2;
  return line.strokes.map((points) =>
    points.map(([x, y]): Point => {
      const px = left + x * scale;
      const u = (2 * (px - area.centreX)) / area.width;
      return [px, top + y * scale - sag * u * u];
    }),
  );
}

function shift(points: readonly Point[], by: number): readonly Point[] {
  return points.map(([x, y]): Point => [x + by, y + by]);
}

function breakLines(text: string, shape: number): readonly string[] {
  const words = text.split(/\s+/u);
  const wanted = Math.min(3, words.length, Math.max(1, Math.round(Math.sqrt(text.length / (shape * 2.2)))));
  const longest = Math.ceil(text.length / wanted) + 2;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length + 1 <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
