/** Lays a placed result into its picture again, under a mask somebody drew: what is black in it stays the picture's, exactly. */
import { boxBlur } from "#lib/pixels/blur.ts";
import { enlargeAlpha } from "#lib/pixels/merge/place-result.ts";
import { blendIn, countChanges } from "#lib/pixels/paste/blend-in.ts";
import { readRing, stretchRing } from "#lib/pixels/paste/ring-field.ts";
import { channelPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { BlendRequest, Pasted } from "../darkroom.ts";
import { asGrey, asPictureError, openStored, readPixels } from "../decode.ts";
import { asSharp, resizeTo, toRaster } from "../framing/read-content.ts";
import { isSeenThrough, writeRaster } from "./write-raster.ts";

/** Colours are matched on a picture of about this long side, on a ring of this many of its pixels. */
const matchingSide = 1024;
const ringWidth = 24;

export async function blend({ picture, result, alpha: drawn, softnessPx, colourMatch, out }: BlendRequest): Promise<Pasted> {
  try {
    const before = toRaster(await readPixels(openStored(picture).toColourspace("srgb")));
    const { width, height } = before;
    const given = toRaster(await readPixels(openStored(result).toColourspace("srgb")));
    const made = given.width === width && given.height === height ? given : await resizeTo(given, [width, height]);
    const opaque = newRaster(width, height, 1);
    opaque.data.fill(255);
    const mask = drawn === null ? opaque : toRaster(await readPixels(asGrey(openStored(drawn))));
    const alpha = onlyWhereSeen(soften(mask, softnessPx), made);
    const placed = await matchColours({ before, placed: withoutAlpha(made), alpha, share: colourMatch });
    const after: Raster = { ...before, data: before.data.slice() };
    const box = { x: 0, y: 0, width, height };
    blendIn({ picture: after, box, result: placed, alpha });
    const counts = countChanges({ before, after, own: box, box, alpha });
    await writeRaster(out.picture, after);
    await writeRaster(out.alpha, alpha);
    return { width, height, hasAlpha: isSeenThrough(after), ...counts };
  } catch (error) {
    throw asPictureError(error);
  }
}

function soften(mask: Raster, softnessPx: number): Raster {
  const radius = Math.round(softnessPx / 2);
  if (radius === 0) return mask;
  const soft = boxBlur(boxBlur(channelPlane(mask, 0), radius), radius);
  return { ...mask, data: Uint8ClampedArray.from(soft.data) };
}

/** A result that is clear somewhere has nothing to bring over there. */
function onlyWhereSeen(alpha: Raster, { channels, data }: Raster): Raster {
  if (channels !== 4) return alpha;
  return { ...alpha, data: Uint8ClampedArray.from(alpha.data, (value, i) => (value * (data[i * 4 + 3] as number)) / 255) };
}

function withoutAlpha(raster: Raster): Raster {
  if (raster.channels !== 4) return raster;
  const plain = newRaster(raster.width, raster.height, 3);
  for (let from = 0, to = 0; to < plain.data.length; from += 4, to += 3) {
    plain.data[to] = raster.data[from] as number;
    plain.data[to + 1] = raster.data[from + 1] as number;
    plain.data[to + 2] = raster.data[from + 2] as number;
  }
  return plain;
}

interface MatchRequest {
  readonly before: Raster;
  readonly placed: Raster;
  readonly alpha: Raster;
  readonly share: number;
}

/** What is left between both just outside the mask, carried inwards. */
async function matchColours({ before, placed, alpha, share }: MatchRequest): Promise<Raster> {
  if (share === 0) return placed;
  const scale = Math.min(1, matchingSide / Math.max(before.width, before.height));
  const size = [Math.max(1, Math.round(before.width * scale)), Math.max(1, Math.round(before.height * scale))] as const;
  const flat = before.channels === 4 ? toRaster(await readPixels(asSharp(before).flatten({ background: "#fff" }))) : before;
  const [own, other, mask] = [await resizeTo(flat, size), await resizeTo(placed, size), enlargeAlpha(alpha, ...size)];
  const near = boxBlur(channelPlane(mask, 0), ringWidth).data;
  const field = stretchRing(own, other, (pixel) => mask.data[pixel] === 0 && (near[pixel] as number) > 1e-3);
  const matched: Raster = { ...placed, data: placed.data.slice() };
  const left = new Float64Array(3);
  for (let y = 0, i = 0; y < placed.height; y++) {
    for (let x = 0; x < placed.width; x++, i++) {
      if (alpha.data[i] === 0) continue;
      readRing(field, (x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5, left);
      for (let c = 0; c < 3; c++) {
        const value = (placed.data[i * 3 + c] as number) + share * (left[c] as number);
        matched.data[i * 3 + c] = Math.max(0, Math.min(255, Math.round(value)));
      }
    }
  }
  return matched;
}
