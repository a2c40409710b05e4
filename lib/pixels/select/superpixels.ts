/**
 * A picture cut into some thousand small pieces that follow its edges (SLIC, Achanta et al. 2012): nearest centre by colour and
 * place, moved to the mean of what chose it, a few times. Pieces that fell apart are joined to a neighbour.
 */
import type { LabPlanes } from "./lab-planes.ts";

export interface Superpixels {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** The piece of every pixel. */
  readonly labels: Int32Array;
}

const rounds = 4;
const compactness = 12;

export function cutSuperpixels(planes: LabPlanes, wanted: number): Superpixels {
  const { width, height } = planes;
  const step = Math.max(2, Math.sqrt((width * height) / wanted));
  const centres = plantCentres(planes, step);
  const labels = new Int32Array(width * height).fill(-1);
  const distances = new Float32Array(width * height);
  for (let round = 0; round < rounds; round += 1) {
    distances.fill(Number.POSITIVE_INFINITY);
    for (let centre = 0; centre < centres.count; centre += 1) claim(planes, centres, centre, step, labels, distances);
    moveCentres(planes, centres, labels);
  }
  return joinScraps(labels, width, height, (step * step) / 5);
}

interface Centres {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

function plantCentres({ width, height, lightness, a, b }: LabPlanes, step: number): Centres {
  const across = Math.max(1, Math.round(width / step));
  const down = Math.max(1, Math.round(height / step));
  const count = across * down;
  const plane = (value: (at: number) => number) => Float32Array.from({ length: count }, (_, at) => value(at));
  const x = plane((at) => (((at % across) + 0.5) * width) / across);
  const y = plane((at) => ((Math.floor(at / across) + 0.5) * height) / down);
  const pixelOf = (at: number) => Math.min(height - 1, Math.floor(y[at] ?? 0)) * width + Math.min(width - 1, Math.floor(x[at] ?? 0));
  const colourOf = (values: Float32Array) => plane((at) => values[pixelOf(at)] ?? 0);
  return { count, x, y, lightness: colourOf(lightness), a: colourOf(a), b: colourOf(b) };
}

function claim(planes: LabPlanes, centres: Centres, centre: number, step: number, labels: Int32Array, distances: Float32Array): void {
  const { width, height, lightness, a, b } = planes;
  const [x, y] = [centres.x[centre] ?? 0, centres.y[centre] ?? 0];
  const [cl, ca, cb] = [centres.lightness[centre] ?? 0, centres.a[centre] ?? 0, centres.b[centre] ?? 0];
  const weight = (compactness / step) ** 2;
  const left = Math.max(0, Math.floor(x - step));
  const right = Math.min(width, Math.ceil(x + step));
  const bottom = Math.min(height, Math.ceil(y + step));
  for (let row = Math.max(0, Math.floor(y - step)); row < bottom; row += 1) {
    const away = (row + 0.5 - y) ** 2;
    for (let column = left, at = row * width + left; column < right; column += 1, at += 1) {
      const dl = (lightness[at] ?? 0) - cl;
      const da = (a[at] ?? 0) - ca;
      const db = (b[at] ?? 0) - cb;
      const dx = column + 0.5 - x;
      const distance = dl * dl + da * da + db * db + weight * (dx * dx + away);
      if (distance < (distances[at] ?? 0)) {
        distances[at] = distance;
        labels[at] = centre;
      }
    }
  }
}

function moveCentres({ width, height, lightness, a, b }: LabPlanes, centres: Centres, labels: Int32Array): void {
  const sums = new Float64Array(centres.count * 6);
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, at += 1) {
      const sum = (labels[at] ?? 0) * 6;
      if (sum < 0) continue;
      sums[sum] = (sums[sum] ?? 0) + 1;
      sums[sum + 1] = (sums[sum + 1] ?? 0) + column + 0.5;
      sums[sum + 2] = (sums[sum + 2] ?? 0) + row + 0.5;
      sums[sum + 3] = (sums[sum + 3] ?? 0) + (lightness[at] ?? 0);
      sums[sum + 4] = (sums[sum + 4] ?? 0) + (a[at] ?? 0);
      sums[sum + 5] = (sums[sum + 5] ?? 0) + (b[at] ?? 0);
    }
  }
  for (let centre = 0; centre < centres.count; centre += 1) {
    const count = sums[centre * 6] ?? 0;
    if (count === 0) continue;
    for (const [offset, plane] of [centres.x, centres.y, centres.lightness, centres.a, centres.b].entries()) {
      plane[centre] = (sums[centre * 6 + 1 + offset] ?? 0) / count;
    }
  }
}

/** Numbers what hangs together anew; what is too small becomes part of the piece before it. */
function joinScraps(labels: Int32Array, width: number, height: number, least: number): Superpixels {
  const joined = new Int32Array(labels.length).fill(-1);
  const members = new Int32Array(labels.length);
  let count = 0;
  for (let seed = 0; seed < labels.length; seed += 1) {
    if (joined[seed] !== -1) continue;
    const label = labels[seed];
    const neighbour = seed % width > 0 ? (joined[seed - 1] ?? -1) : seed >= width ? (joined[seed - width] ?? -1) : -1;
    let size = 1;
    members[0] = seed;
    joined[seed] = count;
    for (let next = 0; next < size; next += 1) {
      const at = members[next] ?? 0;
      const column = at % width;
      for (const other of [column > 0 ? at - 1 : -1, column < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (other < 0 || other >= labels.length || joined[other] !== -1 || labels[other] !== label) continue;
        joined[other] = count;
        members[size] = other;
        size += 1;
      }
    }
    if (size < least && neighbour >= 0) for (let at = 0; at < size; at += 1) joined[members[at] ?? 0] = neighbour;
    else count += 1;
  }
  return { width, height, count, labels: joined };
}
