/** Puts the subject before something else: a colour, or a scene painted from words. */
import { paintScene } from "#lib/engine/generate/paint-scene.ts";
import { readScene } from "#lib/engine/generate/words/read-scene.ts";
import { inverse } from "#lib/engine/regions/masks.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { blurRasterSlowly } from "#lib/pixels/blur.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { colourStatistics, transferColours } from "#lib/pixels/colour-transfer.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { cleanEdges } from "#lib/pixels/segment/clean-edges.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";

export function canPaint(words: string): boolean {
  const { scene, isGuessed } = readScene(words, 0);
  return scene.setting !== undefined && !isGuessed;
}

/** `mask` is 1 where the background is. */
export function* setBefore(source: Raster, mask: Plane, to: Rgb | string, seed: number): Work<Raster> {
  const { width, height } = source;
  const subject = inverse(mask);
  const clean = yield* part(cleanEdges(source, subject), 0, 0.3);
  if (typeof to !== "string") {
    const sheet = studio(width, height, to);
    yield 0.8;
    return yield* blendSlowly(sheet, clean, subject);
  }
  const painted = yield* part(paintScene(readScene(to, seed).scene, width, height), 0.3, 0.8);
  // Behind a subject in focus the distance is a little soft.
  const behind = yield* blurRasterSlowly(painted, Math.max(0.8, Math.max(width, height) / 700));
  const lit = yield* part(transferColours(clean, colourStatistics(painted), 0.18), 0.8, 1);
  return yield* blendSlowly(behind, lit, subject);
}

/** A sheet of paper that curves up behind: hardly darker at the far corners. White stays white. */
function studio(width: number, height: number, colour: Rgb): Raster {
  const result = newRaster(width, height, 3);
  const isWhite = Math.min(...colour) > 235;
  const fall = isWhite ? 0 : 0.12;
  for (let i = 0; i < width * height; i++) {
    const far = Math.hypot((2 * (i % width)) / width - 1, (2 * Math.floor(i / width)) / height - 0.9);
    const gain = 1 - fall * ramp(far, 0.3, 1.5);
    for (let c = 0; c < 3; c++) result.data[i * 3 + c] = isWhite ? 255 : (colour[c] as number) * gain;
  }
  return result;
}
