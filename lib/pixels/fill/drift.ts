/**
 * The smooth field that cancels a fill's seams: Poisson's equation on the pixels of a hole, three channels at once, 0 on
 * known ground. Solved on ever coarser grids (multigrid): what is far is settled where it is near.
 */
import type { Work } from "../work.ts";

/** The pixels that drift, on a grid; coarser grids have cells of two by two. */
export interface Drift {
  readonly width: number;
  readonly height: number;
  /** Cells that drift, row by row. */
  readonly places: Int32Array;
  /** The number of a cell in `places`, -1 for the others. */
  readonly numberAt: Int32Array;
  /** Four a cell: where its neighbour's three values are; those of cells that stay are the place behind all values. */
  readonly neighbours: Int32Array;
  readonly diagonal: Float32Array;
  readonly screening: number;
}

/** So small a grid is solved as it stands. */
const fewest = 300;
const roundsWhenSmall = 60;
/** How far each round overshoots there: about the best for a grid of so few cells. */
const overshoot = 1.6;
const roundsAfterCoarse = 4;
const cycles = 2;
/** A grid with more cells goes through one cycle: its time counts for more than the last grey level. */
const manyCells = 250_000;
const cellsPerPause = 20_000;

export function* placeDrift(width: number, height: number, places: Int32Array, screening: number): Work<Drift> {
  const numberAt = new Int32Array(width * height).fill(-1);
  yield 0;
  for (let n = 0; n < places.length; n++) {
    if (n % (10 * cellsPerPause) === 0) yield 0;
    numberAt[places[n] as number] = n;
  }
  const nowhere = places.length * 3;
  const neighbours = new Int32Array(places.length * 4).fill(nowhere);
  const diagonal = new Float32Array(places.length);
  for (let n = 0; n < places.length; n++) {
    if (n % cellsPerPause === 0) yield 0;
    const i = places[n] as number;
    const x = i % width;
    const near = [x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width < width * height ? i + width : -1];
    let count = 0;
    for (let k = 0; k < 4; k++) {
      const other = near[k] as number;
      if (other < 0) continue;
      count++;
      const number = numberAt[other] as number;
      if (number >= 0) neighbours[n * 4 + k] = number * 3;
    }
    diagonal[n] = count + screening;
  }
  return { width, height, places, numberAt, neighbours, diagonal, screening };
}

/** The grid and its coarser ones, the finest first. */
export function* coarsen(finest: Drift): Work<readonly Drift[]> {
  const grids = [finest];
  for (let grid = finest; grid.places.length > fewest && grid.width > 2 && grid.height > 2; ) {
    const width = (grid.width + 1) >> 1;
    const height = (grid.height + 1) >> 1;
    const isOpen = new Uint8Array(width * height);
    for (let n = 0; n < grid.places.length; n++) {
      if (n % cellsPerPause === 0) yield 0;
      const place = grid.places[n] as number;
      isOpen[(Math.floor(place / grid.width) >> 1) * width + ((place % grid.width) >> 1)] = 1;
    }
    const places = new Int32Array(isOpen.reduce((sum, open) => sum + open, 0));
    for (let i = 0, n = 0; i < isOpen.length; i++) if (isOpen[i]) places[n++] = i;
    grid = yield* placeDrift(width, height, places, grid.screening * 4);
    grids.push(grid);
  }
  return grids;
}

/** Three values a cell of the finest grid, for three pulls a cell. */
export function* solveDrift(grids: readonly Drift[], pull: Float32Array, n = 0): Work<Float32Array> {
  const grid = grids[n] as Drift;
  const coarse = grids[n + 1];
  const values = new Float32Array(grid.places.length * 3 + 3);
  if (coarse === undefined) {
    yield* relax(grid, values, pull, roundsWhenSmall, overshoot);
    return values;
  }
  for (let cycle = 0; cycle < (grid.places.length > manyCells ? 1 : cycles); cycle++) {
    const summed = yield* gather(grid, coarse, values, pull);
    yield* spread(grid, coarse, values, yield* solveDrift(grids, summed, n + 1));
    yield* relax(grid, values, pull, roundsAfterCoarse, 1);
  }
  return values;
}

/** Gauss and Seidel's rounds, forwards and backwards in turn, each taken `reach` times as far. */
function* relax(
  { places, neighbours, diagonal }: Drift,
  values: Float32Array,
  pull: Float32Array,
  rounds: number,
  reach: number,
): Work<void> {
  const count = places.length;
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < count; k++) {
      if (k % cellsPerPause === 0) yield 0;
      const n = round % 2 === 0 ? k : count - 1 - k;
      const share = reach / (diagonal[n] as number);
      const a = neighbours[n * 4] as number;
      const b = neighbours[n * 4 + 1] as number;
      const above = neighbours[n * 4 + 2] as number;
      const below = neighbours[n * 4 + 3] as number;
      for (let c = 0; c < 3; c++) {
        const near = (values[a + c] as number) + (values[b + c] as number) + (values[above + c] as number) + (values[below + c] as number);
        values[n * 3 + c] = (1 - reach) * (values[n * 3 + c] as number) + share * ((pull[n * 3 + c] as number) + near);
      }
    }
  }
}

/** What is left to solve, added up over the four cells that a coarser one covers. */
function* gather(grid: Drift, coarse: Drift, values: Float32Array, pull: Float32Array): Work<Float32Array> {
  const { places, neighbours, diagonal, width } = grid;
  const summed = new Float32Array(coarse.places.length * 3);
  for (let n = 0; n < places.length; n++) {
    if (n % cellsPerPause === 0) yield 0;
    const place = places[n] as number;
    const x = place % width;
    const to = 3 * (coarse.numberAt[(((place - x) / width) >> 1) * coarse.width + (x >> 1)] as number);
    for (let c = 0; c < 3; c++) {
      let left = (pull[n * 3 + c] as number) - (diagonal[n] as number) * (values[n * 3 + c] as number);
      for (let k = 0; k < 4; k++) left += values[(neighbours[n * 4 + k] as number) + c] as number;
      summed[to + c] = (summed[to + c] as number) + left;
    }
  }
  return summed;
}

/** Adds a coarser grid's solution, straight lines between its cells' middles. */
function* spread(grid: Drift, coarse: Drift, values: Float32Array, found: Float32Array): Work<void> {
  const { places, width } = grid;
  for (let n = 0; n < places.length; n++) {
    if (n % cellsPerPause === 0) yield 0;
    const place = places[n] as number;
    const x = place % width;
    const y = (place - x) / width;
    const cx = x >> 1;
    const cy = y >> 1;
    const bx = Math.min(coarse.width - 1, Math.max(0, cx + (x % 2 === 1 ? 1 : -1)));
    const by = Math.min(coarse.height - 1, Math.max(0, cy + (y % 2 === 1 ? 1 : -1)));
    const near = (coarse.numberAt[cy * coarse.width + cx] as number) * 3;
    const beside = placeOf(coarse, bx, cy);
    const above = placeOf(coarse, cx, by);
    const far = placeOf(coarse, bx, by);
    for (let c = 0; c < 3; c++) {
      const mixed =
        9 * (found[near + c] as number) + 3 * ((found[beside + c] as number) + (found[above + c] as number)) + (found[far + c] as number);
      values[n * 3 + c] = (values[n * 3 + c] as number) + mixed / 16;
    }
  }
}

/** Where a cell's three values are; those of one that stays are behind all others. */
function placeOf({ width, numberAt, places }: Drift, x: number, y: number): number {
  const number = numberAt[y * width + x] as number;
  return 3 * (number < 0 ? places.length : number);
}
