/**
 * Where a copy's grain and its surroundings' do not go together, the first step across the outline still misses more than
 * any step further in, which shows as a line. The miss is shared out over the first few pixels.
 */
import type { Work } from "../work.ts";
import type { Drift } from "./drift.ts";

/** How much of the miss the pixels take, by their distance from what is known. */
const shares = [0.5, 0.25, 0.125] as const;
const placesPerPause = 100_000;

/** Steps from a grid's cells to known neighbours. */
export interface Outline {
  /** Three a cell: by how much its steps miss, added up. */
  readonly pull: Float32Array;
  /** How many of its neighbours are known. */
  readonly count: Uint8Array;
}

export function newOutline(cells: number): Outline {
  return { pull: new Float32Array(cells * 3), count: new Uint8Array(cells) };
}

/** Adds to the drift's values. `depth` is the distance from known ground by the grid's place. */
export function* easeOutline(drift: Drift, depth: Uint16Array | Uint8Array, { pull, count }: Outline, values: Float32Array): Work<void> {
  const { places, neighbours } = drift;
  const nowhere = places.length * 3;
  const missed = new Float32Array(nowhere);
  for (const [layer, share] of shares.entries()) {
    for (let n = 0; n < places.length; n++) {
      if (n % placesPerPause === 0) yield 0;
      if (depth[places[n] as number] !== layer + 1) continue;
      const steps = count[n] as number;
      let outer = 0;
      for (let k = 0; k < 4 && layer > 0; k++) {
        const near = neighbours[n * 4 + k] as number;
        if (near === nowhere || depth[places[near / 3] as number] !== layer) continue;
        outer++;
        for (let c = 0; c < 3; c++) missed[n * 3 + c] = (missed[n * 3 + c] as number) + (missed[near + c] as number);
      }
      for (let c = 0; c < 3; c++) {
        const at = n * 3 + c;
        missed[at] =
          layer > 0 ? (missed[at] as number) / Math.max(1, outer) : (pull[at] as number) / Math.max(1, steps) - (values[at] as number);
        values[at] = (values[at] as number) + share * (missed[at] as number);
      }
    }
  }
}
