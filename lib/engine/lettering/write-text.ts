/** Writes a placed text on a picture: a soft shade beneath where it is needed, then the letters. */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { type Coverage, coverageOf, type PixelBox } from "./coverage.ts";
import { chooseInk, type Sheet } from "./ink.ts";
import type { PlacedText } from "./place-text.ts";

export interface Writing {
  readonly ink?: Rgb | undefined;
  readonly isPrinted?: boolean;
}

export function* writeText(sheet: Sheet, placed: PlacedText, writing: Writing = {}): Generator<undefined, void, void> {
  const { ink, shade, strength } = chooseInk(sheet, placed.box, writing.ink, writing.isPrinted);
  const reach = strength > 0 ? Math.ceil(placed.size * 0.36) : 2;
  const cover = yield* coverageOf(placed.polygons, clip(sheet, placed, reach));
  if (strength > 0) yield* layShade(sheet, cover, placed.size, shade, strength);
  yield* lay(sheet, cover, ink, ({ data }, i) => data[i] as number);
}

function clip({ width, height }: Sheet, { box }: PlacedText, reach: number): PixelBox {
  const left = Math.max(0, Math.floor(box.left) - reach);
  const top = Math.max(0, Math.floor(box.top) - reach);
  const right = Math.min(width, Math.ceil(box.left + box.width) + reach);
  const bottom = Math.min(height, Math.ceil(box.top + box.height) + reach);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function* lay(
  sheet: Sheet,
  cover: Coverage,
  colour: Rgb,
  shareAt: (cover: Coverage, i: number) => number,
): Generator<undefined, void, void> {
  const { data } = sheet;
  for (let y = 0; y < cover.height; y++) {
    if (y % 16 === 0) yield;
    for (let x = 0; x < cover.width; x++) {
      const share = shareAt(cover, y * cover.width + x);
      if (share === 0) continue;
      const at = ((cover.top + y) * sheet.width + cover.left + x) * 3;
      for (let c = 0; c < 3; c++) data[at + c] = (data[at + c] as number) + share * ((colour[c] as number) - (data[at + c] as number));
    }
  }
}

/** Wide enough to read as dusk around the word and tight enough along its strokes: one blur for each, at a size that blurs quickly. */
function* layShade(sheet: Sheet, cover: Coverage, size: number, shade: Rgb, strength: number): Generator<undefined, void, void> {
  const every = Math.max(1, Math.floor(size / 48));
  const small = shrink(cover, every);
  yield;
  const wide = gaussianBlur(small, (size * 0.13) / every);
  yield;
  const tight = gaussianBlur(small, (size * 0.035) / every);
  yield;
  for (let i = 0; i < wide.data.length; i++) {
    const share = Math.max(Math.min(1, (wide.data[i] as number) * 1.5), Math.min(1, (tight.data[i] as number) * 2));
    wide.data[i] = share * strength;
  }
  yield* lay(sheet, cover, shade, ({ width }, i) =>
    sampleAt(wide, ((i % width) + 0.5) / every - 0.5, (Math.floor(i / width) + 0.5) / every - 0.5),
  );
}

function shrink({ width, height, data }: Plane, every: number): Plane {
  const small = newPlane(Math.ceil(width / every), Math.ceil(height / every));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / every) * small.width;
    for (let x = 0; x < width; x++) {
      const at = row + Math.floor(x / every);
      small.data[at] = (small.data[at] as number) + (data[y * width + x] as number) / (every * every);
    }
  }
  return small;
}

/** Between pixels. */
function sampleAt({ width, height, data }: Plane, x: number, y: number): number {
  const [x0, y0] = [Math.max(0, Math.min(width - 1, Math.floor(x))), Math.max(0, Math.min(height - 1, Math.floor(y)))];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [fx, fy] = [Math.max(0, Math.min(1, x - x0)), Math.max(0, Math.min(1, y - y0))];
  const upper = (data[y0 * width + x0] as number) * (1 - fx) + (data[y0 * width + x1] as number) * fx;
  const lower = (data[y1 * width + x0] as number) * (1 - fx) + (data[y1 * width + x1] as number) * fx;
  return upper * (1 - fy) + lower * fy;
}
