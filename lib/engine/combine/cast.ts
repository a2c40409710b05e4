/** What a thing that stands in a picture casts there: a shadow where it touches the ground, its likeness on the water. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import type { Box } from "#lib/pixels/crop.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";

/** Dark where it touches the ground, softer and wider farther out. */
export function* castOnGround(ground: Raster, opacity: Plane, box: Box): Work<Raster> {
  const shadow = yield* part(contactShadow(opacity, box), 0, 0.7);
  return yield* part(blendSlowly(ground, newRaster(ground.width, ground.height, 3), shadow), 0.7, 1);
}

function* contactShadow(opacity: Plane, box: Box): Work<Plane> {
  const { width, height } = opacity;
  const foot = box.y + box.height;
  const feet = newPlane(width, height);
  const reach = Math.max(2, Math.round(box.height * 0.05));
  const flat = Math.max(2, box.height * 0.022);
  for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++) {
    let deep = 0;
    for (let y = Math.max(0, foot - reach * 2); y < Math.min(height, foot); y++)
      deep = Math.max(deep, (opacity.data[y * width + x] as number) * ramp(y, foot - reach * 2, foot));
    if (deep === 0) continue;
    for (let y = Math.max(0, Math.floor(foot - flat * 1.5)); y < Math.min(height, foot + flat); y++)
      feet.data[y * width + x] = deep * Math.max(0, 1 - ((y - foot + flat * 0.3) / (flat * 1.4)) ** 2);
  }
  const near = yield* part(gaussianBlurSlowly(feet, Math.max(1, box.height * 0.012)), 0, 0.5);
  const far = yield* part(gaussianBlurSlowly(feet, Math.max(2, box.height * 0.05)), 0.5, 1);
  return { width, height, data: near.data.map((value, i) => Math.min(0.72, 0.55 * value + 0.9 * (far.data[i] as number))) };
}

/** Of its light, what water gives back at its foot; it fades out within so much of its height. */
const [givenBack, reach] = [0.42, 0.55];

/** In its heights, how far from a thing what it casts is seen. */
export const castReach = 0.6;
/** Waves, in shares of its height. */
const [waveLength, waveWidth] = [0.045, 0.012];

/** Upside down from where each column of it ends, shaken by waves, paler the deeper. */
export function* mirrorInWater(ground: Raster, layer: Raster, opacity: Plane, box: Box): Work<Raster> {
  const { width, height } = opacity;
  const feet = feetOf(opacity, box);
  const mirrored = newRaster(width, height, 3);
  const shown = newPlane(width, height);
  for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++) {
    const foot = feet[x - box.x] as number;
    if (foot < 0) continue;
    for (let depth = 1; depth < reach * box.height && foot + depth < height; depth++) {
      const share = depth / (reach * box.height);
      const shake = Math.round(waveWidth * box.height * share * Math.sin((2 * Math.PI * depth) / (waveLength * box.height)));
      const column = Math.min(width - 1, Math.max(0, x + shake));
      const from = (foot - depth) * width + column;
      if (foot - depth < 0) break;
      const to = (foot + depth) * width + x;
      shown.data[to] = givenBack * (opacity.data[from] as number) * (1 - share) ** 1.5;
      for (let c = 0; c < 3; c++) mirrored.data[to * 3 + c] = layer.data[from * 3 + c] as number;
    }
  }
  const calm = yield* part(gaussianBlurSlowly(shown, Math.max(0.6, box.height * 0.006)), 0, 0.6);
  for (let i = 0; i < calm.data.length; i++) if (shown.data[i] === 0) calm.data[i] = 0;
  return yield* part(blendSlowly(ground, mirrored, calm), 0.6, 1);
}

/** In each column of the box, the lowest row that is covered; -1 where none is. */
function feetOf({ width, height, data }: Plane, box: Box): Int32Array {
  return Int32Array.from({ length: box.width }, (_, n) => {
    const x = box.x + n;
    if (x < 0 || x >= width) return -1;
    let y = Math.min(height, box.y + box.height) - 1;
    while (y >= Math.max(0, box.y) && (data[y * width + x] as number) < 0.5) y--;
    return y < Math.max(0, box.y) ? -1 : y;
  });
}
