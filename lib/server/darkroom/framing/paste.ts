/** Lays what a model made of a cut back into the picture it came from, at full size, and counts what that changed. */
import { AppError } from "#lib/errors.ts";
import { canvasOf } from "#lib/models/choose-frame.ts";
import { crop } from "#lib/pixels/crop.ts";
import { enlarge } from "#lib/pixels/enlarge.ts";
import { blendIn, countChanges } from "#lib/pixels/paste/blend-in.ts";
import { matchColours } from "#lib/pixels/paste/match-colours.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import type { Box, Frame } from "#lib/wire.ts";
import type { Pasted, PasteRequest } from "../darkroom.ts";
import { asPictureError, openStored, readHeader, readPixels } from "../decode.ts";
import { growHard, hardMask, softMask } from "./masks.ts";
import type { PictureSize } from "./part-of-picture.ts";
import { contentOf, resizeTo, toRaster } from "./read-content.ts";
import { readSelection } from "./read-selection.ts";
import { writePng } from "./write-png.ts";
import { isSeenThrough, writeRaster } from "./write-raster.ts";

/** How far a model's painting reaches beyond its mask, and how much of the ground behind that the seam is matched to. */
const bleed = 8;
const ringWidth = 24;
/** Models floor the sides they give back to this. */
const sideStep = 32;

export async function paste({ picture, mask, result, frame, out }: PasteRequest): Promise<Pasted> {
  try {
    const size = await readHeader(picture);
    const [own, selection, made] = await Promise.all([
      readPixels(openStored(picture).toColourspace("srgb")).then(toRaster),
      readSelection(mask, size, frame),
      readResult(result, frame),
    ]);
    const placed = await placeResult({ own, made, frame, selection });
    const alpha = softMask(selection, frame);
    const before = toCanvas(own, frame);
    const after: Raster = { ...before, data: before.data.slice() };
    const { box } = frame;
    blendIn({ picture: after, box, result: placed, alpha });
    const kept = { x: frame.expand.left, y: frame.expand.top, width: own.width, height: own.height };
    const counts = countChanges({ before, after, own: kept, box, alpha });
    await Promise.all([
      writeRaster(out.picture, after),
      writeAlpha(out.alpha, after, box, alpha),
      writePlaced(out.placed, after, box, placed),
    ]);
    return { width: after.width, height: after.height, hasAlpha: isSeenThrough(after), ...counts };
  } catch (error) {
    throw asPictureError(error);
  }
}

/** Without what the content was filled up with. */
async function readResult(path: string, frame: Frame): Promise<Raster> {
  requireShape(await readHeader(path), frame);
  const flat = await readPixels(openStored(path).flatten({ background: "#fff" }).toColourspace("srgb"));
  const [width, height] = frame.content;
  return crop(await resizeTo(flat, frame.working), { x: 0, y: 0, width, height });
}

interface PlaceRequest {
  /** The picture as it is stored. */
  readonly own: Raster;
  readonly made: Raster;
  readonly frame: Frame;
  readonly selection: Raster;
}

/** The result in the picture's own pixels and colours, of the box's size. */
async function placeResult({ own, made, frame, selection }: PlaceRequest): Promise<Raster> {
  const [width, height] = frame.content;
  const painted = growHard((await hardMask(selection, frame)).data as Uint8Array, width, height, bleed);
  const ring = growHard(painted, width, height, ringWidth);
  const asMask = (data: Uint8Array): Raster => ({ width, height, channels: 1, data });
  const original = await contentOf(own, frame);
  const matched = matchColours({ original, result: made, painted: asMask(painted), ring: asMask(ring) });
  const { box } = frame;
  if (box.width === width && box.height === height) return matched;
  const isLarger = box.width >= width && box.height >= height;
  return isLarger ? enlarge(matched, box.width, box.height) : resize(matched, box.width, box.height, "bicubic");
}

function requireShape({ width, height }: PictureSize, { working: [wantedWidth, wantedHeight] }: Frame): void {
  const isSame =
    Math.abs(width - (height * wantedWidth) / wantedHeight) <= sideStep ||
    Math.abs(height - (width * wantedHeight) / wantedWidth) <= sideStep;
  if (isSame && width > 0 && height > 0) return;
  const message = `Expected a result of the shape ${wantedWidth}×${wantedHeight} but received ${width}×${height}`;
  throw new AppError("result_unreadable", message);
}

/** What is new canvas is empty. */
function toCanvas(own: Raster, { expand }: Frame): Raster {
  const canvas = canvasOf(own, expand);
  if (canvas.width === own.width && canvas.height === own.height) return own;
  const whole = newRaster(canvas.width, canvas.height, own.channels);
  const stride = own.width * own.channels;
  for (let y = 0; y < own.height; y++) {
    const to = ((expand.top + y) * canvas.width + expand.left) * own.channels;
    whole.data.set(own.data.subarray(y * stride, (y + 1) * stride), to);
  }
  return whole;
}

function writeAlpha(path: string, { width, height }: PictureSize, box: Box, alpha: Raster): Promise<void> {
  return writePng(path, {
    width,
    height,
    channels: 1,
    writeRow(y, row) {
      row.fill(0);
      if (y < box.y || y >= box.y + box.height) return false;
      const from = (y - box.y) * box.width;
      row.set(alpha.data.subarray(from, from + box.width), box.x);
      return true;
    },
  });
}

/** Clear where the model has seen nothing. */
function writePlaced(path: string, { width, height }: PictureSize, box: Box, placed: Raster): Promise<void> {
  return writePng(path, {
    width,
    height,
    channels: 4,
    writeRow(y, row) {
      row.fill(0);
      if (y < box.y || y >= box.y + box.height) return false;
      for (let x = 0; x < box.width; x++) {
        const from = ((y - box.y) * box.width + x) * 3;
        const to = (box.x + x) * 4;
        for (let c = 0; c < 3; c++) row[to + c] = placed.data[from + c] as number;
        row[to + 3] = 255;
      }
      return true;
    },
  });
}
