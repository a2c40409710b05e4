/**
 * Brings a small mask to the picture's size with the picture's own edges: a guided filter (He et al. 2010) solved at a
 * middle size, whose coefficients are laid over the full one, so that hair and leaves come out soft and walls sharp.
 */
import { boxBlur } from "../blur.ts";
import { newPlane, type Plane, rgbPlanes } from "../plane.ts";
import type { Raster } from "../raster.ts";
import { resizeSlowly } from "../resample.ts";
import { part, type Work } from "../work.ts";
import { ramp } from "./ramp.ts";

const middleSide = 512;
/** Steps in colour well below this (of 1) are taken for texture. */
const eps = 0.0006;
const rowsPerPause = 32;
const pixelsPerPause = 200_000;

export function* refineMask(picture: Raster, rough: Plane): Work<Plane> {
  const guided = yield* part(guidePlane(picture, rough, 0.01), 0, 0.9);
  for (let i = 0; i < guided.data.length; i++) {
    if (i % pixelsPerPause === 0) yield 0.9 + (0.1 * i) / guided.data.length;
    guided.data[i] = ramp(guided.data[i] as number, 0.12, 0.88);
  }
  return guided;
}

/** Any plane of 0..1, brought to the picture's size and edges; `reach` is a share of the longer side. */
export function* guidePlane(picture: Raster, rough: Plane, reach: number): Work<Plane> {
  const scale = Math.min(1, middleSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const middle = yield* part(resizeSlowly(picture, width, height, "area"), 0, 0.1);
  const radius = Math.max(2, Math.round(Math.max(width, height) * reach));
  const coefficients = yield* solve(middle, scalePlane(rough, width, height), radius);
  const result = newPlane(picture.width, picture.height);
  const columns = samplePlaces(picture.width, width);
  const rows = samplePlaces(picture.height, height);
  const { data, channels } = picture;
  const step = channels === 1 ? 0 : 1;
  for (let y = 0; y < picture.height; y++) {
    if (y % rowsPerPause === 0) yield 0.4 + (0.6 * y) / picture.height;
    const [top, bottom, v] = [(rows.first[y] as number) * width, (rows.last[y] as number) * width, rows.share[y] as number];
    for (let x = 0; x < picture.width; x++) {
      const [left, right, u] = [columns.first[x] as number, columns.last[x] as number, columns.share[x] as number];
      const i = y * picture.width + x;
      let sum = 0;
      for (let n = 0; n < 4; n++) {
        const table = (coefficients[n] as Plane).data;
        const upper = (table[top + left] as number) * (1 - u) + (table[top + right] as number) * u;
        const lower = (table[bottom + left] as number) * (1 - u) + (table[bottom + right] as number) * u;
        const value = upper * (1 - v) + lower * v;
        sum += n === 3 ? value : (value * (data[i * channels + n * step] as number)) / 255;
      }
      result.data[i] = sum;
    }
  }
  return result;
}

/** Three slopes and an offset a pixel. */
function* solve(guide: Raster, mask: Plane, radius: number): Work<readonly Plane[]> {
  const { width, height } = mask;
  const grey = guide.channels === 1 ? { ...guide, data: guide.data.slice() } : guide;
  const planes = (grey.channels === 1 ? [greyPlane(grey), greyPlane(grey), greyPlane(grey)] : rgbPlanes(grey)).map((plane) => ({
    ...plane,
    data: plane.data.map((value) => value / 255),
  }));
  const mean = planes.map((plane) => boxBlur(plane, radius));
  const meanMask = boxBlur(mask, radius);
  yield 0.2;
  const product = (a: Plane, b: Plane): Plane => boxBlur({ width, height, data: a.data.map((v, i) => v * (b.data[i] as number)) }, radius);
  const [r, g, b] = planes as [Plane, Plane, Plane];
  const squares = [product(r, r), product(r, g), product(r, b), product(g, g), product(g, b), product(b, b)];
  const crossed = planes.map((plane) => product(plane, mask));
  yield 0.3;
  const result = [newPlane(width, height), newPlane(width, height), newPlane(width, height), newPlane(width, height)];
  for (let i = 0; i < mask.data.length; i++) {
    const at = (plane: Plane | undefined): number => plane?.data[i] ?? 0;
    const [mr, mg, mb, mm] = [at(mean[0]), at(mean[1]), at(mean[2]), at(meanMask)];
    const rr = at(squares[0]) - mr * mr + eps;
    const rg = at(squares[1]) - mr * mg;
    const rb = at(squares[2]) - mr * mb;
    const gg = at(squares[3]) - mg * mg + eps;
    const gb = at(squares[4]) - mg * mb;
    const bb = at(squares[5]) - mb * mb + eps;
    const [cr, cg, cb] = [at(crossed[0]) - mr * mm, at(crossed[1]) - mg * mm, at(crossed[2]) - mb * mm];
    const [a0, a1, a2] = [gg * bb - gb * gb, rb * gb - rg * bb, rg * gb - gg * rb];
    const determinant = rr * a0 + rg * a1 + rb * a2;
    const own = [
      (a0 * cr + a1 * cg + a2 * cb) / determinant,
      (a1 * cr + (rr * bb - rb * rb) * cg + (rg * rb - rr * gb) * cb) / determinant,
      (a2 * cr + (rg * rb - rr * gb) * cg + (rr * gg - rg * rg) * cb) / determinant,
    ] as const;
    for (let n = 0; n < 3; n++) (result[n] as Plane).data[i] = own[n] as number;
    (result[3] as Plane).data[i] = mm - own[0] * mr - own[1] * mg - own[2] * mb;
  }
  return result.map((plane) => boxBlur(plane, radius));
}

function greyPlane(grey: Raster): Plane {
  return { width: grey.width, height: grey.height, data: Float32Array.from(grey.data) };
}

/** Bilinear; shrinking takes the nearest samples, which is enough for masks. */
export function scalePlane(source: Plane, width: number, height: number): Plane {
  const result = newPlane(width, height);
  const columns = samplePlaces(width, source.width);
  const rows = samplePlaces(height, source.height);
  for (let y = 0; y < height; y++) {
    const [top, bottom, v] = [(rows.first[y] as number) * source.width, (rows.last[y] as number) * source.width, rows.share[y] as number];
    for (let x = 0; x < width; x++) {
      const [left, right, u] = [columns.first[x] as number, columns.last[x] as number, columns.share[x] as number];
      const upper = (source.data[top + left] as number) * (1 - u) + (source.data[top + right] as number) * u;
      const lower = (source.data[bottom + left] as number) * (1 - u) + (source.data[bottom + right] as number) * u;
      result.data[y * width + x] = upper * (1 - v) + lower * v;
    }
  }
  return result;
}

interface Places {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly share: Float32Array;
}

/** For each of `count` samples, between which two of `from` it lies. */
function samplePlaces(count: number, from: number): Places {
  const [first, last, share] = [new Int32Array(count), new Int32Array(count), new Float32Array(count)];
  for (let n = 0; n < count; n++) {
    const at = Math.min(from - 1, Math.max(0, ((n + 0.5) * from) / count - 0.5));
    first[n] = Math.floor(at);
    last[n] = Math.min(from - 1, Math.floor(at) + 1);
    share[n] = at - Math.floor(at);
  }
  return { first, last, share };
}
