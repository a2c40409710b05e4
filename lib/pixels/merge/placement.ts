/** Where a picture's pixels lie in a result that was shifted and zoomed, and reading the result there: one axis at a time. */
export interface Placement {
  /** A place x of the picture (pixel centres) lies at scaleX · x + shiftX of the result; both at the result's size. */
  readonly scaleX: number;
  readonly shiftX: number;
  readonly scaleY: number;
  readonly shiftY: number;
}

export const inPlace: Placement = { scaleX: 1, shiftX: 0, scaleY: 1, shiftY: 0 };

export function inverseOf({ scaleX, shiftX, scaleY, shiftY }: Placement): Placement {
  return { scaleX: 1 / scaleX, shiftX: -shiftX / scaleX, scaleY: 1 / scaleY, shiftY: -shiftY / scaleY };
}

/** Four a place: where to read, and how much it counts. What lies beyond the border is mirrored. */
export interface Taps {
  readonly at: Int32Array;
  readonly weights: Float32Array;
}

/** The part of a line of values that shows something: from, and up to but not with. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Window {
  readonly across: Span;
  readonly down: Span;
}

const leastInset = 0.25;
const mixedRim = 0.75;

/** What of a result belongs to the picture: where that was moved in, a border lies around it that somebody made up, and mixed with it. */
export function shownWindow({ width, height }: Size, { scaleX, shiftX, scaleY, shiftY }: Placement): Window {
  return { across: shownSpan(width, scaleX, shiftX), down: shownSpan(height, scaleY, shiftY) };
}

function shownSpan(length: number, scale: number, shift: number): Span {
  const last = scale * (length - 1) + shift;
  const isMovedIn = { before: shift > leastInset, after: last < length - 1 - leastInset };
  const from = isMovedIn.before ? Math.ceil(shift + mixedRim) : 0;
  const to = isMovedIn.after ? Math.floor(last - mixedRim) + 1 : length;
  // Of one that lies wholly beside the picture nothing is shown; whatever is read then is read inside it.
  return from < to ? { from, to } : { from: 0, to: length };
}

function windowOf({ width, height }: Size): Window {
  return { across: { from: 0, to: width }, down: { from: 0, to: height } };
}

type Size = Pick<Samples, "width" | "height">;

/** For places 0 … count − 1, which lie at scale · i + shift of a line of values that is mirrored around its span. */
export function tapsFor(count: number, scale: number, shift: number, span: Span): Taps {
  const taps = { at: new Int32Array(count * 4), weights: new Float32Array(count * 4) };
  for (let i = 0; i < count; i++) {
    const place = scale * i + shift;
    const first = Math.floor(place);
    const t = place - first;
    const weights = [((2 - t) * t - 1) * t, (3 * t - 5) * t * t + 2, ((4 - 3 * t) * t + 1) * t, (t - 1) * t * t];
    for (let k = 0; k < 4; k++) {
      taps.at[i * 4 + k] = mirror(first - 1 + k, span);
      taps.weights[i * 4 + k] = (weights[k] as number) / 2;
    }
  }
  return taps;
}

function mirror(i: number, { from, to }: Span): number {
  const inside = i < from ? 2 * from - 1 - i : i >= to ? 2 * to - 1 - i : i;
  return Math.max(from, Math.min(to - 1, inside));
}

export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array | Uint8Array | Uint8ClampedArray;
}

/** Cubic; `channels` values a pixel, which are read alike. All of the source is taken to show something, if no window says otherwise. */
export function readPlaced(source: Samples, channels: number, placement: Placement, seen: Window = windowOf(source)): Float32Array {
  const { width, height } = source;
  const { scaleX, shiftX, scaleY, shiftY } = placement;
  const stride = width * channels;
  const result = new Float32Array(stride * height);
  const row = new Float32Array(stride);
  const across = tapsFor(width, scaleX, shiftX, seen.across);
  const down = tapsFor(height, scaleY, shiftY, seen.down);
  for (let y = 0; y < height; y++) {
    mixRows(source.data, row, stride, down, y);
    mixColumns({ row, across, channels }, result, y * stride);
  }
  return result;
}

function mixRows(data: Samples["data"], row: Float32Array, stride: number, down: Taps, y: number): void {
  const tap = y * 4;
  const a = (down.at[tap] as number) * stride;
  const b = (down.at[tap + 1] as number) * stride;
  const c = (down.at[tap + 2] as number) * stride;
  const d = (down.at[tap + 3] as number) * stride;
  const wa = down.weights[tap] as number;
  const wb = down.weights[tap + 1] as number;
  const wc = down.weights[tap + 2] as number;
  const wd = down.weights[tap + 3] as number;
  for (let i = 0; i < stride; i++) {
    row[i] = wa * (data[a + i] as number) + wb * (data[b + i] as number) + wc * (data[c + i] as number) + wd * (data[d + i] as number);
  }
}

interface Row {
  readonly row: Float32Array;
  readonly across: Taps;
  readonly channels: number;
}

function mixColumns({ row, across: { at, weights }, channels }: Row, out: Float32Array, start: number): void {
  for (let tap = 0, to = start; tap < at.length; tap += 4) {
    const a = (at[tap] as number) * channels;
    const b = (at[tap + 1] as number) * channels;
    const c = (at[tap + 2] as number) * channels;
    const d = (at[tap + 3] as number) * channels;
    const wa = weights[tap] as number;
    const wb = weights[tap + 1] as number;
    const wc = weights[tap + 2] as number;
    const wd = weights[tap + 3] as number;
    for (let k = 0; k < channels; k++, to++) {
      out[to] = wa * (row[a + k] as number) + wb * (row[b + k] as number) + wc * (row[c + k] as number) + wd * (row[d + k] as number);
    }
  }
}
