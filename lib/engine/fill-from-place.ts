/** Steers a fill by a word: a hole in a lawn beside a wall is filled with lawn when the prompt says "grass". */
import { type Box, crop } from "#lib/pixels/crop.ts";
import { fillHole } from "#lib/pixels/fill/fill.ts";
import { cropPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { drive } from "./drive.ts";
import type { EngineHooks } from "./engine.ts";
import type { FillInputs } from "./fill-task.ts";
import type { Place } from "./instructions/place.ts";
import { findPlace } from "./regions/find-place.ts";

/** Less than this of what surrounds the hole is too little to copy from. */
const leastKnown = 0.1;

/** Fills from what the prompt names, grass with grass, where the picture has enough of it; undefined where it has not. */
export async function fillFromPlace(inputs: FillInputs, place: Place, seed: number, hooks: EngineHooks): Promise<Raster | undefined> {
  const { image, mask, effort } = inputs;
  const found = await drive(findPlace(image, place), hooks, { from: 0, to: 0.1 });
  if (found === undefined) return undefined;
  const box = boxAround(mask, found.mask);
  if (box === undefined) return undefined;
  const own = crop(mask, box);
  const isPlace = cropPlane(found.mask, box);
  // All that is something else counts as unknown too, so that nothing is copied from it; it comes back afterwards.
  const data = Uint8ClampedArray.from(own.data, (value, i) => (value > 0 || (isPlace.data[i] as number) < 0.5 ? 255 : 0));
  const filled = await drive(fillHole(crop(image, box), { ...own, data }, seed, effort), hooks, { from: 0.1, to: 1 });
  return pasted(image, filled, mask, box);
}

/** The hole with as much around it as holds enough of the place. */
function boxAround(mask: Raster, place: Plane): Box | undefined {
  const { width, height } = mask;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  for (let margin = Math.max(48, (right - left) / 2, (bottom - top) / 2); margin < 2 * Math.max(width, height); margin *= 1.5) {
    const [x, y] = [Math.max(0, Math.floor(left - margin)), Math.max(0, Math.floor(top - margin))];
    const box = { x, y, width: Math.min(width, Math.ceil(right + margin)) - x, height: Math.min(height, Math.ceil(bottom + margin)) - y };
    const known = cropPlane(place, box).data.reduce((sum, value, i) => {
      const at = (box.y + Math.floor(i / box.width)) * width + box.x + (i % box.width);
      return sum + (value > 0.5 && mask.data[at] === 0 ? 1 : 0);
    }, 0);
    if (known >= leastKnown * box.width * box.height) return box;
  }
  return undefined;
}

function pasted(image: Raster, filled: Raster, mask: Raster, box: Box): Raster {
  const data = image.data.slice();
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = (box.y + y) * image.width + box.x + x;
      const share = (mask.data[at] as number) / 255;
      for (let c = 0; c < 3 && share > 0; c++) {
        const old = data[at * 3 + c] as number;
        data[at * 3 + c] = old + share * ((filled.data[(y * box.width + x) * 3 + c] as number) - old);
      }
    }
  }
  return { ...image, data };
}
