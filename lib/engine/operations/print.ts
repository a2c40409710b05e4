/** Looks made of a grid: large pixels with few colours, and the dots of a printing press. */
import { labToRgb, lumaOf, type Rgb, rgbToLab } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { chooseInks, nearestInk } from "./inks.ts";
import { contrast, saturation } from "./tone.ts";

const ditherOrder = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** Most of the colours are the picture's tones, the rest what differs from them most. */
const [paletteSize, tonesOfPalette] = [28, 12];

export function* pixelArt(source: Raster, strength: number, seed: number): Work<Raster> {
  const across = Math.max(1, Math.round(128 / Math.max(0.5, Math.min(2.5, strength))));
  const block = Math.max(2, Math.round(Math.max(source.width, source.height) / across));
  const columns = Math.max(1, Math.ceil(source.width / block));
  const rows = Math.max(1, Math.ceil(source.height / block));
  const shrunk = yield* part(resizeSlowly(source, columns, rows, "area"), 0, 0.5);
  const coarse = yield* saturation(yield* contrast(shrunk, 0.12), 0.3);
  const inks = yield* chooseInks(coarse, paletteSize, seed, tonesOfPalette);
  const shown = inks.map((ink) => labToRgb(...ink));
  const small = yield* mapPixelsSlowly(coarse, (red, green, blue, out, i) => {
    const x = i % columns;
    const y = Math.floor(i / columns);
    // Only lightness is dithered, and only a little: specks of other colours are no pixel art.
    const shift = ((ditherOrder[(y % 4) * 4 + (x % 4)] as number) / 16 - 0.47) * 5;
    const [lightness, a, b] = rgbToLab(red, green, blue);
    const rgb = shown[inks.indexOf(nearestInk(inks, [lightness + shift, a, b]))] as Rgb;
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
  const result = newRaster(source.width, source.height, 3);
  for (let y = 0; y < source.height; y++) {
    if (y % 64 === 0) yield 0.5 + (0.5 * y) / source.height;
    for (let x = 0; x < source.width; x++) {
      const from = (Math.floor(y / block) * columns + Math.floor(x / block)) * 3;
      for (let c = 0; c < 3; c++) result.data[(y * source.width + x) * 3 + c] = small.data[from + c] as number;
    }
  }
  return result;
}

/** Cyan, magenta, yellow and black dots, each on a grid turned its own way, on white paper. */
export function* halftone(source: Raster): Work<Raster> {
  const { width } = source;
  const pitch = Math.max(4, Math.max(source.width, source.height) / 150);
  const grids = [15, 75, 0, 45].map((degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)] as const);
  const vivid = yield* part(saturation(source, 0.25), 0, 0.2);
  return yield* mapPixelsSlowly(vivid, (red, green, blue, out, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const key = Math.max(0, 0.9 - lumaOf(red, green, blue) / 140) * 0.9;
    const inks = [1 - red / 255 - key * 0.5, 1 - green / 255 - key * 0.5, 1 - blue / 255 - key * 0.5, key];
    const covered = inks.map((ink, n) => {
      const [cos, sin] = grids[n] as readonly [number, number];
      const u = (x * cos + y * sin) / pitch;
      const v = (y * cos - x * sin) / pitch;
      const radius = Math.sqrt(Math.max(0, ink) / Math.PI) * 1.12;
      const distance = Math.hypot(u - Math.round(u), v - Math.round(v));
      return Math.min(1, Math.max(0, (radius - distance) * pitch + 0.5));
    });
    const paper = 1 - 0.9 * (covered[3] as number);
    out[0] = 252 * (1 - 0.92 * (covered[0] as number)) * paper;
    out[1] = 250 * (1 - 0.88 * (covered[1] as number)) * paper;
    out[2] = 244 * (1 - 0.86 * (covered[2] as number)) * paper;
  });
}
