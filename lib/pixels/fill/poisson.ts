/**
 * Hides seams: keeps the copied gradients and lets brightness and colour drift so that they meet the surroundings
 * (Pérez et al. 2003). What is solved for is the drift alone, which is smooth away from seams. Only pixels of the hole are written.
 */
import type { Work } from "../work.ts";
import { coarsen, type Drift, placeDrift, solveDrift } from "./drift.ts";
import { easeOutline, newOutline, type Outline } from "./ease-outline.ts";
import { type Level, unknownPixels } from "./level.ts";

/** Pulls a little towards the copied colours, so that a wrong edge far away cannot tint everything. */
const screening = 0.002;
const pixelsPerPause = 20_000;
const across = [-1, 1, 0, 0] as const;
const down = [0, 0, -1, 1] as const;

export function* smoothSeams(level: Level, origin: Int32Array): Work<void> {
  const pixels = (yield* unknownPixels(level)).filter((i) => (origin[i] as number) >= 0);
  const drift = yield* placeDrift(level.width, level.height, pixels, screening);
  const outline = newOutline(pixels.length);
  const pull = yield* measureSeams(level, origin, drift, outline);
  const values = yield* solveDrift(yield* coarsen(drift), pull);
  yield* easeOutline(drift, level.depth, outline, values);
  for (let n = 0; n < pixels.length; n++) {
    const at = (pixels[n] as number) * 3;
    for (let c = 0; c < 3; c++) level.colours[at + c] = (level.colours[at + c] as number) + (values[n * 3 + c] as number);
  }
}

/** Three a pixel: by how much the steps to its neighbours miss those its source has, nothing inside one copy; apart those to known ones. */
function* measureSeams(level: Level, origin: Int32Array, { places, numberAt }: Drift, outline: Outline): Work<Float32Array> {
  const { width, height, hole, colours } = level;
  const pull = new Float32Array(places.length * 3);
  for (let n = 0; n < places.length; n++) {
    if (n % pixelsPerPause === 0) yield 0;
    const i = places[n] as number;
    const x = i % width;
    const y = (i - x) / width;
    const here = origin[i] as number;
    for (let k = 0; k < 4; k++) {
      const [dx, dy] = [across[k] as number, down[k] as number];
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
      const q = i + dy * width + dx;
      const isOpen = (numberAt[q] as number) >= 0;
      const there = isOpen ? (origin[q] as number) : -1;
      if (there - here === q - i || (!isOpen && hole[q])) continue;
      const beside = knownBeside(level, here, dx, dy);
      const back = there < 0 ? -1 : knownBeside(level, there, -dx, -dy);
      for (let c = 0; c < 3; c++) {
        let step = 0;
        if (beside >= 0) step += (colours[here * 3 + c] as number) - (colours[beside * 3 + c] as number);
        if (back >= 0) step += (colours[back * 3 + c] as number) - (colours[there * 3 + c] as number);
        if (beside >= 0 && back >= 0) step /= 2;
        const missed = step - (colours[i * 3 + c] as number) + (colours[q * 3 + c] as number);
        pull[n * 3 + c] = (pull[n * 3 + c] as number) + missed;
        if (!isOpen) outline.pull[n * 3 + c] = (outline.pull[n * 3 + c] as number) + missed;
      }
      if (!isOpen) outline.count[n] = (outline.count[n] as number) + 1;
    }
  }
  return pull;
}

/** The pixel next to a source pixel, or -1 where that is outside the picture or unknown. */
function knownBeside(level: Level, pixel: number, dx: number, dy: number): number {
  const x = (pixel % level.width) + dx;
  const y = Math.floor(pixel / level.width) + dy;
  if (x < 0 || x >= level.width || y < 0 || y >= level.height) return -1;
  const beside = y * level.width + x;
  return level.hole[beside] ? -1 : beside;
}
