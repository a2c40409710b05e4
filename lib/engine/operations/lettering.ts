/** Writes words on a picture in the built-in letters. */
import { type Canvas, newCanvas } from "#lib/engine/generate/canvas.ts";
import { sortLetters } from "#lib/engine/generate/letters.ts";
import { paintText } from "#lib/engine/generate/paint-text.ts";
import type { TextPlace } from "#lib/engine/instructions/operation.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";

export interface Lettering {
  readonly text: string;
  readonly at: TextPlace;
  readonly colour?: Rgb | undefined;
  readonly isLarge: boolean;
}

/** Undefined where the letters are not among those this engine can draw. */
export function* writeText(source: Raster, { text, at, colour, isLarge }: Lettering): Work<Raster | undefined> {
  if (sortLetters(text).unknown !== "") return undefined;
  const { width, height } = source;
  const isCorner = at.endsWith("left") || at.endsWith("right");
  const w = width * (isCorner ? 0.42 : 0.86);
  const h = Math.min(height * (isLarge ? 0.34 : isCorner ? 0.13 : 0.19), w * 0.6);
  const margin = Math.min(width, height) * 0.05;
  const centreX = at.endsWith("left") ? margin + w / 2 : at.endsWith("right") ? width - margin - w / 2 : width / 2;
  const centreY = at.startsWith("top") ? margin + h / 2 : at.startsWith("bottom") ? height - margin - h / 2 : height / 2;
  const canvas = canvasOf(source);
  yield 0.3;
  const box = { centreX, centreY, width: w, height: h };
  for (const _ of paintText(canvas, text, box, colour === undefined ? {} : { ink: colour })) yield 0.6;
  const result = newRaster(width, height, 3);
  for (let i = 0; i < result.data.length; i++) result.data[i] = canvas.data[i] as number;
  return result;
}

function canvasOf({ width, height, channels, data }: Raster): Canvas {
  const canvas = newCanvas(width, height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) canvas.data[i * 3 + c] = data[i * channels + c] as number;
  }
  return canvas;
}
