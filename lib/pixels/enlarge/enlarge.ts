/**
 * Two or four times the size, sharper than Lanczos: the picture teaches its own detail (lessons.ts), and what comes out
 * is held to what goes in: shrunk again, it must be the picture it came from. Works in strips, so that memory stays small.
 */
import type { Plane } from "../plane.ts";
import { newPlane } from "../plane.ts";
import { newRaster, type Raster } from "../raster.ts";
import { part, type Work } from "../work.ts";
import { half, twice } from "./halves.ts";
import { holdWithin } from "./hold-within.ts";
import { addDetail, learnRules, type Rules } from "./lessons.ts";
import { spreadColours } from "./spread-colours.ts";
import { readStructure } from "./structure.ts";

const stripHeight = 96;
/** Rows around a strip that are worked on and thrown away: as far as anything in it can see. */
const margin = 18;
const maxSamples = 700_000;
const corrections = 2;

export function* enlarge(given: Raster, times: 2 | 4): Work<Raster> {
  const source = yield* part(spreadColours(given), 0, 0.05);
  // What the picture taught at its own size serves both steps: its enlarged self would teach softness.
  const rules = yield* part(learnFrom(source), 0.05, 0.2);
  if (times === 2) return yield* part(enlargeTwice(source, rules), 0.2, 1);
  const once = yield* part(enlargeTwice(source, rules), 0.2, 0.36);
  return yield* part(enlargeTwice(once, rules), 0.36, 1);
}

function* enlargeTwice(source: Raster, rules: Rules): Work<Raster> {
  const { width, height, channels } = source;
  const result = newRaster(width * 2, height * 2, channels);
  for (let top = 0; top < height; top += stripHeight) {
    const bottom = Math.min(height, top + stripHeight);
    const strip = { from: Math.max(0, top - margin), to: Math.min(height, bottom + margin), top, bottom };
    yield* part(enlargeStrip(source, result, strip, rules), top / height, bottom / height);
  }
  return result;
}

/** From a window of the picture that is large enough to be rich and small enough to be quick. */
function* learnFrom(source: Raster): Generator<number, Rules, void> {
  const [width, height] = [Math.min(source.width, 1600), Math.min(source.height, 1200)];
  const [left, top] = [(source.width - width) >> 1, (source.height - height) >> 1];
  return yield* learnRules(lumaOfRows(source, left, top, width & ~1, height & ~1), maxSamples);
}

interface Strip {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Detail is found on the luma and given to all channels: eyes see it there, and it costs a third. */
function* enlargeStrip(source: Raster, result: Raster, { from, to, top, bottom }: Strip, rules: Rules): Generator<number, void, void> {
  const { width, channels } = source;
  const luma = lumaOfRows(source, 0, from, width, to - from);
  const fine = twice(luma);
  yield 0.1;
  const plain: Plane = { ...fine, data: fine.data.slice() };
  yield* part(addDetail(fine, luma, readStructure(luma), rules), 0.1, 0.5);
  holdWithin(fine, luma);
  for (let n = 0; n < corrections; n++) {
    const shrunk = half(fine);
    for (let i = 0; i < shrunk.data.length; i++) shrunk.data[i] = (luma.data[i] as number) - (shrunk.data[i] as number);
    const missing = twice(shrunk);
    for (let i = 0; i < fine.data.length; i++) fine.data[i] = (fine.data[i] as number) + (missing.data[i] as number);
    yield 0.5 + (0.2 * (n + 1)) / corrections;
  }
  for (let c = 0; c < channels; c++) {
    const isAlpha = channels === 4 && c === 3;
    const large = twice(channelOfRows(source, c, from, to));
    for (let y = top * 2; y < bottom * 2; y++) {
      for (let x = 0; x < result.width; x++) {
        const at = (y - from * 2) * result.width + x;
        const detail = isAlpha ? 0 : (fine.data[at] as number) - (plain.data[at] as number);
        result.data[(y * result.width + x) * channels + c] = (large.data[at] as number) + detail;
      }
    }
    yield 0.7 + (0.3 * (c + 1)) / channels;
  }
}

function lumaOfRows({ width: stride, channels, data }: Raster, left: number, top: number, width: number, height: number): Plane {
  const plane = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = ((top + y) * stride + left + x) * channels;
      plane.data[y * width + x] =
        channels === 1
          ? (data[at] as number)
          : 0.299 * (data[at] as number) + 0.587 * (data[at + 1] as number) + 0.114 * (data[at + 2] as number);
    }
  }
  return plane;
}

function channelOfRows({ width, channels, data }: Raster, channel: number, from: number, to: number): Plane {
  const plane = newPlane(width, to - from);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = data[(from * width + i) * channels + channel] as number;
  return plane;
}
