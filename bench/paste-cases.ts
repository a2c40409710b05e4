/** Fills with a known answer: a photograph, what an ideal model would have painted into it, and what the real ones do to that. */
import sharp, { type Sharp } from "sharp";
import type { Size } from "#lib/models/model.ts";
import { blurRaster } from "#lib/pixels/blur.ts";
import { rgbToLab } from "#lib/pixels/colour.ts";
import { crop } from "#lib/pixels/crop.ts";
import { placeResult } from "#lib/pixels/merge/place-result.ts";
import { inPlace } from "#lib/pixels/merge/placement.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { Frame } from "#lib/wire.ts";

export interface BuiltCase {
  readonly original: Raster;
  readonly ideal: Raster;
  readonly mask: Raster;
}

export interface CaseFigures {
  /** Mean CIE difference of what is left after a strong blur, inside the mask. */
  readonly deltaE: number;
  /** The same had the result been laid in as it came. */
  readonly bentDeltaE: number;
  /** Size of the steps across the outline, ours over the ideal's. */
  readonly seam: number;
}

/** In pixels of the picture, on either side of the outline: over the whole seam. */
const reach = { inside: 6, outside: 18 } as const;
const edgePx = 6;

/** An ellipse of one of three sizes, holding another part of the same photograph, joined softly as a good model would. Without a size all of the photograph's pixels. */
export async function buildCase(photograph: string, seed: number, size: Size | null): Promise<BuiltCase> {
  const random = createRandom(seed + 1);
  const whole = sharp(photograph);
  const original = await readRaster(size === null ? whole : whole.resize(...size, { fit: "cover" }));
  const { width, height } = original;
  const share = [0.06, 0.14, 0.3][seed % 3] as number;
  const [a, b] = [width * share * (0.7 + 0.5 * random()), height * share * (0.7 + 0.5 * random())];
  const [cx, cy] = [a + 20 + random() * (width - 2 * a - 40), b + 20 + random() * (height - 2 * b - 40)];
  const [dx, dy] = [Math.round(width * (0.25 + 0.3 * random())), Math.round(height * (0.2 + 0.3 * random()))];
  const ideal = { ...original, data: original.data.slice() };
  const mask = newRaster(width, height, 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const depth = (1 - Math.hypot((x - cx) / a, (y - cy) / b)) * Math.min(a, b);
      if (depth > 0) mask.data[y * width + x] = 255;
      if (depth <= -edgePx) continue;
      const t = Math.min(1, (depth + edgePx) / (2 * edgePx));
      const [from, to] = [(((y + dy) % height) * width + ((x + dx) % width)) * 3, (y * width + x) * 3];
      for (let c = 0; c < 3; c++) {
        const old = original.data[to + c] as number;
        ideal.data[to + c] = old + t * ((original.data[from + c] as number) - old);
      }
    }
  }
  return { original, ideal, mask };
}

/** Each case its own cast: uneven, with less contrast and channels that leak, then softened and encoded with loss. */
export async function bendFile(from: string, to: string, seed: number): Promise<void> {
  const random = createRandom(seed + 77);
  const between = (low: number, high: number) => low + (high - low) * random();
  const source = await readRaster(sharp(from));
  const bent = newRaster(source.width, source.height, 3);
  const casts = [0, 1, 2].map(() => ({ gain: between(0.92, 1.03), shift: between(-8, 8), across: between(-6, 6), down: between(-6, 6) }));
  const leak = between(-0.04, 0.04);
  for (let i = 0; i < bent.data.length; i++) {
    const pixel = Math.floor(i / 3);
    const cast = casts[i % 3];
    if (cast === undefined) continue;
    const [u, v] = [(pixel % source.width) / source.width, Math.floor(pixel / source.width) / source.height];
    const other = (source.data[pixel * 3 + ((i + 1) % 3)] as number) - 128;
    const slow = cast.across * Math.cos(Math.PI * u) + cast.down * Math.sin(Math.PI * v);
    bent.data[i] = 128 + ((source.data[i] as number) - 128) * cast.gain + cast.shift + slow + leak * other;
  }
  const raw = { width: bent.width, height: bent.height, channels: 3 } as const;
  await sharp(bent.data, { raw }).blur(between(0.5, 1.1)).webp({ quality: 88 }).toFile(to);
}

/** `result` is the bent file, laid in as it came for comparison. */
export async function measureCase(
  built: BuiltCase,
  pasted: string,
  bent: { readonly result: string; readonly frame: Frame },
): Promise<CaseFigures> {
  const { box, content } = bent.frame;
  const ours = crop(await readRaster(sharp(pasted)), box);
  const [ideal, mask] = [crop(built.ideal, box), crop(built.mask, box)];
  const shown = await readRaster(sharp(bent.result));
  const asItCame = crop(shown, { x: 0, y: 0, width: content[0], height: content[1] });
  const raw = placeResult({ result: asItCame, placement: inPlace, width: box.width, height: box.height });
  const seam = stepsOf(ours, mask) / stepsOf(ideal, mask);
  return { deltaE: slowDifference(ours, ideal, mask), bentDeltaE: slowDifference(raw, ideal, mask), seam };
}

function slowDifference(made: Raster, ideal: Raster, mask: Raster): number {
  const sigma = 24;
  const [a, b] = [blurRaster(made, sigma), blurRaster(ideal, sigma)];
  let [sum, count] = [0, 0];
  for (let i = 0; i < mask.data.length; i += 7) {
    if (mask.data[i] === 0) continue;
    const one = rgbToLab(a.data[i * 3] as number, a.data[i * 3 + 1] as number, a.data[i * 3 + 2] as number);
    const other = rgbToLab(b.data[i * 3] as number, b.data[i * 3 + 1] as number, b.data[i * 3 + 2] as number);
    sum += Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
    count++;
  }
  return sum / count;
}

/** Mean size of the steps across the outline, between a few pixels within and the far side of the seam. */
function stepsOf(picture: Raster, { data, width: across, height: down }: Raster): number {
  const calm = blurRaster(picture, 2);
  let [sum, count] = [0, 0];
  const add = (inside: number, outside: number) => {
    for (let c = 0; c < 3; c++) sum += Math.abs((calm.data[inside * 3 + c] as number) - (calm.data[outside * 3 + c] as number));
    count++;
  };
  for (let y = reach.outside; y < down - reach.outside; y++) {
    for (let x = reach.outside; x < across - reach.outside; x++) {
      const at = y * across + x;
      if (data[at] === 0) continue;
      for (const step of [1, -1, across, -across]) if (data[at + step] === 0) add(at - step * reach.inside, at + step * reach.outside);
    }
  }
  return sum / count;
}

async function readRaster(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data: new Uint8Array(data) };
}
