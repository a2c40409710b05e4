/**
 * What was carried up meets what is known around it: in a narrow band along the outline the copied pixels drift so that
 * each step across it is the one that the copy's source has there. Further in nothing changes.
 */
import type { Box } from "../crop.ts";
import type { Work } from "../work.ts";
import { type Enlarged, sourceOf } from "./carry-up.ts";
import type { Completed } from "./complete.ts";
import { coarsen, placeDrift, solveDrift } from "./drift.ts";
import { easeOutline, newOutline } from "./ease-outline.ts";
import { rowsPerPause } from "./level.ts";

/** How deep the band is, in cells of the smaller copy. */
const bandCells = 4;
/** Pulls a little towards the copied colours. */
const screening = 0.002;
const pixelsPerPause = 20_000;
const across = [-1, 1, 0, 0] as const;
const down = [0, 0, -1, 1] as const;

/** `hole` is the box of all that is not black in the mask. */
export function* joinOutline(target: Enlarged, hole: Box, completed: Completed): Work<void> {
  const { data, mask } = target;
  const depth = yield* depthInside(target, hole, bandCells * target.factor);
  const drift = yield* placeDrift(hole.width, hole.height, placesWithin(depth, bandCells * target.factor), screening);
  const outline = newOutline(drift.places.length);
  const { pull, count } = outline;
  for (let n = 0; n < drift.places.length; n++) {
    if (n % pixelsPerPause === 0) yield 0.3;
    const place = drift.places[n] as number;
    if (depth[place] !== 1) continue;
    const x = hole.x + (place % hole.width);
    const y = hole.y + Math.floor(place / hole.width);
    const here = sourceOf(target, completed, x, y);
    if (here < 0) continue;
    const at = y * mask.width + x;
    for (let k = 0; k < 4; k++) {
      const [nx, ny] = [x + (across[k] as number), y + (down[k] as number)];
      if (nx < 0 || ny < 0 || nx >= mask.width || ny >= mask.height || mask.data[ny * mask.width + nx] !== 0) continue;
      const q = ny * mask.width + nx;
      const beside = here + q - at;
      const isKnown = beside >= 0 && mask.data[beside] === 0;
      for (let c = 0; c < 3; c++) {
        const step = isKnown ? (data[here * 3 + c] as number) - (data[beside * 3 + c] as number) : 0;
        pull[n * 3 + c] = (pull[n * 3 + c] as number) + step - (data[at * 3 + c] as number) + (data[q * 3 + c] as number);
      }
      count[n] = (count[n] as number) + 1;
    }
  }
  const values = yield* solveDrift(yield* coarsen(drift), pull);
  yield* easeOutline(drift, depth, outline, values);
  for (let n = 0; n < drift.places.length; n++) {
    const place = drift.places[n] as number;
    const at = ((hole.y + Math.floor(place / hole.width)) * mask.width + hole.x + (place % hole.width)) * 3;
    for (let c = 0; c < 3; c++) data[at + c] = (data[at + c] as number) + (values[n * 3 + c] as number);
  }
}

/** City-block distance from known ground, no more than one beyond `deepest`; 0 on known ground. */
function* depthInside({ mask }: Enlarged, hole: Box, deepest: number): Work<Uint8Array> {
  const { width, height } = hole;
  const depth = new Uint8Array(width * height);
  const isKnown = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < mask.width && y < mask.height && mask.data[y * mask.width + x] === 0;
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let x = 0; x < width; x++) {
      if (isKnown(hole.x + x, hole.y + y)) continue;
      const i = y * width + x;
      const left = x > 0 ? (depth[i - 1] as number) : isKnown(hole.x - 1, hole.y + y) ? 0 : deepest;
      const above = y > 0 ? (depth[i - width] as number) : isKnown(hole.x + x, hole.y - 1) ? 0 : deepest;
      depth[i] = Math.min(deepest, left, above) + 1;
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    if (y % rowsPerPause(width) === 0) yield 0.1;
    for (let x = width - 1; x >= 0; x--) {
      const i = y * width + x;
      if (depth[i] === 0) continue;
      const right = x < width - 1 ? (depth[i + 1] as number) : isKnown(hole.x + width, hole.y + y) ? 0 : deepest;
      const below = y < height - 1 ? (depth[i + width] as number) : isKnown(hole.x + x, hole.y + height) ? 0 : deepest;
      depth[i] = Math.min((depth[i] as number) - 1, right, below) + 1;
    }
  }
  return depth;
}

function placesWithin(depth: Uint8Array, deepest: number): Int32Array {
  let count = 0;
  for (let i = 0; i < depth.length; i++) if ((depth[i] as number) > 0 && (depth[i] as number) <= deepest) count++;
  const places = new Int32Array(count);
  for (let i = 0, n = 0; n < count; i++) if ((depth[i] as number) > 0 && (depth[i] as number) <= deepest) places[n++] = i;
  return places;
}
