/** Joins a stored result with its original again, at full size: under another mask, softer, or whole. */
import { countChanges } from "#lib/pixels/paste/blend-in.ts";
import { colourShift, mix } from "#lib/pixels/paste/mix.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { BlendRequest, Pasted } from "../darkroom.ts";
import { asGrey, asPictureError, openStored, readPixels } from "../decode.ts";
import { asSharp, toRaster } from "./read-content.ts";
import { writeRaster } from "./write-raster.ts";

/** The shift of colours is slow: a small copy tells it. */
const shiftSide = 640;

export async function blend({ picture, result, alpha, softnessPx, colourMatch, out }: BlendRequest): Promise<Pasted> {
  try {
    const original = toRaster(await readPixels(openStored(picture).toColourspace("srgb")));
    const { width, height } = original;
    const over = toRaster(await readPixels(openStored(result).ensureAlpha().toColourspace("srgb")));
    const mask = alpha === null ? white(width, height) : await readMask(alpha, softnessPx);
    const shift = alpha === null || colourMatch === 0 ? null : await shiftOf({ picture, result }, mask, colourMatch);
    const after = mix({ original, result: over, alpha: mask, shift });
    const whole = { x: 0, y: 0, width, height };
    const counts = countChanges({ before: original, after, own: whole, box: whole, alpha: mask });
    await Promise.all([writeRaster(out.picture, after), writeRaster(out.alpha, mask)]);
    return { width, height, hasAlpha: after.channels === 4, ...counts };
  } catch (error) {
    throw asPictureError(error);
  }
}

/** Softened to both sides of its edge, over about this many pixels. */
async function readMask(path: string, softnessPx: number): Promise<Raster> {
  const grey = await readPixels(asGrey(openStored(path)));
  const sigma = softnessPx / 3;
  return toRaster(sigma < 0.3 ? grey : await readPixels(asSharp(toRaster(grey)).blur(sigma)));
}

async function shiftOf({ picture, result }: Pick<BlendRequest, "picture" | "result">, mask: Raster, strength: number) {
  const scale = Math.min(1, shiftSide / Math.max(mask.width, mask.height));
  const [width, height] = [Math.max(1, Math.round(mask.width * scale)), Math.max(1, Math.round(mask.height * scale))];
  const small = { width, height, fit: "fill" } as const;
  const original = toRaster(await readPixels(openStored(picture).removeAlpha().resize(small).toColourspace("srgb")));
  const over = toRaster(await readPixels(openStored(result).ensureAlpha().resize(small).toColourspace("srgb")));
  return colourShift({ original, result: over, alpha: shrunk(mask, width, height) }, strength);
}

/** Whatever comes over at all stays marked: it must not count as what was kept. */
function shrunk(mask: Raster, width: number, height: number): Raster {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < mask.height; y++) {
    const row = Math.min(height - 1, Math.floor((y * height) / mask.height)) * width;
    for (let x = 0; x < mask.width; x++) {
      if ((mask.data[y * mask.width + x] as number) > 0) data[row + Math.min(width - 1, Math.floor((x * width) / mask.width))] = 255;
    }
  }
  return { width, height, channels: 1, data };
}

function white(width: number, height: number): Raster {
  return { width, height, channels: 1, data: new Uint8Array(width * height).fill(255) };
}
