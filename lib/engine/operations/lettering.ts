/** Writes words on a picture in the built-in letters, in a colour that can be read there. */
import { type Canvas, newCanvas } from "#lib/engine/generate/canvas.ts";
import { canWrite } from "#lib/engine/generate/letters.ts";
import { paintText } from "#lib/engine/generate/paint-text.ts";
import type { TextPlace } from "#lib/engine/instructions/operation.ts";
import { lumaOf, type Rgb } from "#lib/pixels/colour.ts";
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
  if (!canWrite(text)) return undefined;
  const { width, height } = source;
  const isCorner = at.endsWith("left") || at.endsWith("right");
  const w = width * (isCorner ? 0.42 : 0.86);
  const h = Math.min(height * (isLarge ? 0.34 : isCorner ? 0.13 : 0.19), w * 0.6);
  const margin = Math.min(width, height) * 0.05;
  const centreX = at.endsWith("left") ? margin + w / 2 : at.endsWith("right") ? width - margin - w / 2 : width / 2;
  const centreY = at.startsWith("top") ? margin + h / 2 : at.startsWith("bottom") ? height - margin - h / 2 : height / 2;
  const area = { left: centreX - w / 2, top: centreY - h / 2, right: centreX + w / 2, bottom: centreY + h / 2 };
  const under = meanLuma(source, area);
  const ink: Rgb = colour ?? (under > 150 ? [24, 26, 32] : [252, 250, 244]);
  const isInkDark = lumaOf(...ink) < 128;
  const canvas = canvasOf(source);
  yield 0.3;
  for (const _ of paintText(canvas, text, { centreX, centreY, width: w, height: h }, ink, {
    shadow: isInkDark ? [255, 255, 255] : [0, 0, 0],
  }))
    yield 0.6;
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

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function meanLuma({ width, height, channels, data }: Raster, area: Area): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.floor(area.top)); y < Math.min(height, area.bottom); y += 2) {
    for (let x = Math.max(0, Math.floor(area.left)); x < Math.min(width, area.right); x += 2) {
      const at = (y * width + x) * channels;
      sum += lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
