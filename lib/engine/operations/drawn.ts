/** Drawn by hand or printed: comic, anime, poster, charcoal, ink, coloured pencil, mosaic. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { labToRgb, lumaOf, type Rgb, rgbToLab } from "#lib/pixels/colour.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { inkLines } from "#lib/pixels/edges.ts";
import { kuwahara } from "#lib/pixels/kuwahara.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise, valueNoise } from "#lib/pixels/noise.ts";
import { lumaPlane, type Plane } from "#lib/pixels/plane.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { cartoon } from "./cartoon.ts";
import { chooseInks, nearestInk } from "./inks.ts";
import { glow } from "./lens.ts";
import { openDark } from "./levels.ts";
import { contrast, saturation } from "./tone.ts";

export function* comic(source: Raster, strength: number): Work<Raster> {
  const { width } = source;
  const open = yield* openDark(source);
  const strong = yield* contrast(open, 0.2);
  const drawn = yield* part(cartoon(strong, strength), 0, 0.8);
  const pitch = Math.max(4, Math.max(source.width, source.height) / 190);
  const luma = yield* gaussianBlurSlowly(lumaPlane(open), pitch / 2);
  const vivid = yield* saturation(drawn, 0.25);
  return yield* mapPixelsSlowly(vivid, (red, green, blue, out, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const [u, v] = [(x + y) / (pitch * Math.SQRT2), (x - y) / (pitch * Math.SQRT2)];
    const shade = ramp(luma.data[i] as number, 150, 30);
    const distance = Math.hypot(u - Math.round(u), v - Math.round(v));
    const dot = Math.min(1, Math.max(0, (0.56 * Math.sqrt(shade) - distance) * pitch + 0.5)) * 0.42;
    out[0] = red * (1 - dot);
    out[1] = green * (1 - dot);
    out[2] = blue * (1 - dot * 0.75);
  });
}

/** Clean flats, thin dark lines, clear light. */
export function* anime(source: Raster, strength: number): Work<Raster> {
  const scale = Math.max(source.width, source.height) / 1024;
  const flat = yield* part(kuwahara(source, Math.max(2, Math.round(3 * scale))), 0, 0.4);
  const smooth = yield* part(smoothKeepingEdges(flat, 18 * scale, 34), 0.4, 0.75);
  const stepped = yield* part(
    mapPixelsSlowly(smooth, (red, green, blue, out) => {
      const luma = lumaOf(red, green, blue);
      const steps = 9;
      const level = ((Math.floor((luma / 255) * steps) + ramp(((luma / 255) * steps) % 1, 0.35, 0.65)) / steps) * 255;
      const gain = (0.55 * luma + 0.45 * level + 14) / (luma + 4);
      out[0] = red * gain + 6;
      out[1] = green * gain + 6;
      out[2] = blue * gain + 10;
    }),
    0.75,
    0.8,
  );
  const clear = yield* part(saturation(stepped, 0.38), 0.8, 0.82);
  const ink = yield* part(inkLines(lumaPlane(smooth), Math.max(0.7, scale), 1.4), 0.82, 0.86);
  const lit = yield* part(glow(clear, 0.42, scale), 0.86, 0.95);
  const drawn = yield* mapPixelsSlowly(lit, (red, green, blue, out, i) =>
    inked(red, green, blue, 0.78 * (ink.data[i] as number), [44, 30, 58], out),
  );
  return strength >= 1 ? drawn : yield* blendSlowly(source, drawn, strength);
}

/** Six inks chosen from the picture, in clean shapes. */
export function* poster(source: Raster, strength: number, seed: number): Work<Raster> {
  const scale = Math.max(source.width, source.height) / 1024;
  const strong = yield* contrast(source, 0.25);
  const vivid = yield* saturation(strong, 0.5);
  const flat = yield* part(kuwahara(vivid, Math.max(2, Math.round(5 * scale))), 0, 0.5);
  const smooth = yield* part(smoothKeepingEdges(flat, 20 * scale, 40), 0.5, 0.8);
  const inks = yield* chooseInks(smooth, strength > 1.3 ? 4 : 6, seed);
  const drawn = yield* mapPixelsSlowly(smooth, (red, green, blue, out) => {
    const lab = rgbToLab(red, green, blue);
    const best = nearestInk(inks, lab);
    const rgb = labToRgb(best[0], best[1] * 1.25, best[2] * 1.25);
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
  return strength >= 1 ? drawn : yield* blendSlowly(source, drawn, strength);
}

/** Contours and parallel strokes whose width follows the tone. */
export function* inkDrawing(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width } = source;
  const scale = Math.max(source.width, source.height) / 1024;
  const smooth = yield* part(smoothKeepingEdges(source, 7 * scale, 34), 0, 0.5);
  const luma = lumaPlane(yield* contrast(smooth, 0.3));
  const lines = yield* inkLines(luma, Math.max(0.8, 1.5 * scale), 0.8);
  const pitch = Math.max(3, 5.2 * scale);
  const drawn = yield* mapPixelsSlowly(source, (_red, _green, _blue, out, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const dark = 1 - (luma.data[i] as number) / 255;
    const waver = 1.4 * valueNoise(x / (30 * scale), y / (30 * scale), seed);
    const hatch = (direction: number, from: number): number => {
      const place = (x + direction * y) / (pitch * Math.SQRT2) + waver;
      const distance = Math.abs(place - Math.round(place)) * pitch;
      const thickness = Math.max(0, dark - from) * pitch * 0.62;
      return thickness <= 0 ? 0 : Math.min(1, Math.max(0, thickness - distance + 0.4));
    };
    const ink = Math.max(lines.data[i] as number, hatch(1, 0.34), hatch(-1, 0.6));
    inked(250, 247, 238, 0.96 * ink, [22, 22, 30], out);
  });
  return strength >= 1 ? drawn : yield* blendSlowly(source, drawn, strength);
}

export function* colouredPencil(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width } = source;
  const scale = Math.max(source.width, source.height) / 1024;
  const smooth = yield* part(smoothKeepingEdges(source, 7 * scale, 36), 0, 0.6);
  const luma = lumaPlane(smooth);
  const lines = yield* inkLines(luma, Math.max(0.8, 1.4 * scale), 1);
  const vivid = yield* saturation(smooth, 0.45);
  const drawn = yield* mapPixelsSlowly(vivid, (red, green, blue, out, i) => {
    const [x, y] = [(i % width) / scale, Math.floor(i / width) / scale];
    const stroke = valueNoise((x + y) * 0.5, (x - y) * 0.035, seed);
    const second = valueNoise((x - 0.6 * y) * 0.5, (x + y) * 0.03, seed + 6);
    const tooth = fractalNoise(x * 0.7, y * 0.7, seed + 2, 2);
    const dark = 1 - (luma.data[i] as number) / 255;
    const wax = Math.min(1, Math.max(0, 0.42 + 0.75 * dark + 0.6 * (stroke - 0.5) + 0.35 * (second - 0.5) * dark + 0.5 * (tooth - 0.5)));
    inked(
      251 + wax * (red - 251),
      249 + wax * (green - 249),
      243 + wax * (blue - 243),
      0.55 * (lines.data[i] as number),
      [red * 0.3, green * 0.3, blue * 0.35],
      out,
    );
  });
  return strength >= 1 ? drawn : yield* blendSlowly(source, drawn, strength);
}

/** Irregular tiles of one colour each, with dark joints. */
export function* mosaic(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width, height } = source;
  const size = Math.max(4, (Math.max(width, height) / 64) * Math.min(2, strength));
  const columns = Math.ceil(width / size) + 2;
  const centre = (column: number, row: number): readonly [number, number] => [
    (column + 0.15 + 0.7 * hashPoint(column, row, seed)) * size,
    (row + 0.15 + 0.7 * hashPoint(column, row, seed + 1)) * size,
  ];
  const cell = new Int32Array(width * height);
  const joint: Plane = { width, height, data: new Float32Array(width * height) };
  const sums = new Float64Array(columns * (Math.ceil(height / size) + 2) * 4);
  for (let i = 0; i < cell.length; i++) {
    if (i % 20_000 === 0) yield (0.8 * i) / cell.length;
    const [x, y] = [i % width, Math.floor(i / width)];
    const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
    let [first, second, own] = [Infinity, Infinity, 0];
    for (let r = Math.max(0, row - 1); r <= row + 1; r++) {
      for (let c = Math.max(0, column - 1); c <= column + 1; c++) {
        const [cx, cy] = centre(c, r);
        const distance = Math.hypot(x - cx, y - cy);
        if (distance < first) [second, first, own] = [first, distance, r * columns + c];
        else if (distance < second) second = distance;
      }
    }
    cell[i] = own;
    joint.data[i] = ramp(second - first, size * 0.11 + 0.6, size * 0.03);
    for (let c = 0; c < 3; c++) sums[own * 4 + c] = (sums[own * 4 + c] as number) + (source.data[i * source.channels + c] as number);
    sums[own * 4 + 3] = (sums[own * 4 + 3] as number) + 1;
  }
  const laid = yield* mapPixelsSlowly(source, (_red, _green, _blue, out, i) => {
    const at = (cell[i] as number) * 4;
    const count = sums[at + 3] as number;
    const sheen = 0.94 + 0.12 * hashPoint(cell[i] as number, 3, seed);
    const [red, green, blue] = [0, 1, 2].map((c) => ((sums[at + c] as number) / count) * sheen) as [number, number, number];
    inked(red, green, blue, 0.8 * (joint.data[i] as number), [30, 28, 30], out);
  });
  return yield* saturation(laid, 0.3);
}

function inked(red: number, green: number, blue: number, share: number, ink: Rgb, out: Float64Array): void {
  out[0] = red + share * (ink[0] - red);
  out[1] = green + share * (ink[1] - green);
  out[2] = blue + share * (ink[2] - blue);
}
