/** Lays what a model made of a cut back into the picture it came from, at full size, and counts what that changed. */
import { AppError } from "#lib/errors.ts";
import { canvasOf } from "#lib/models/choose-frame.ts";
import { crop } from "#lib/pixels/crop.ts";
import { enlarge } from "#lib/pixels/enlarge.ts";
import { blendIn, type Counts, countChanges } from "#lib/pixels/paste/blend-in.ts";
import { matchColours } from "#lib/pixels/paste/match-colours.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import type { Box, Frame } from "#lib/wire.ts";
import type { Pasted, PasteRequest } from "../darkroom.ts";
import { asPictureError, openStored, readHeader, readPixels } from "../decode.ts";
import { letGoOfPixels } from "../memory.ts";
import { growHard, hardMask, softMask } from "./masks.ts";
import { type PackingThread, packingThread, shareRaster } from "./packing-thread.ts";
import type { PictureSize } from "./part-of-picture.ts";
import { rowsOf } from "./png-bands.ts";
import { contentOf, resizeTo, toRaster } from "./read-content.ts";
import { readSelection } from "./read-selection.ts";
import { stillPacked, writePartlyPacked, writePng } from "./write-png.ts";
import { isSeenThrough } from "./write-raster.ts";

/** How far a model's painting reaches beyond its mask, and how much of the ground behind that the seam is matched to. */
const bleed = 8;
const ringWidth = 24;
/** Pixels; a smaller picture is packed before a thread has begun. */
const worthAThread = 4_000_000;
/** Of the rows; where the box has more of them, most of what was packed ahead would be packed again. */
const worthPackingAhead = 0.4;
/** Models floor the sides they give back to this. */
const sideStep = 32;

export async function paste(request: PasteRequest): Promise<Pasted> {
  try {
    const size = await readHeader(request.picture);
    const isSmallPart = request.frame.box.height <= size.height * worthPackingAhead;
    const thread = isSmallPart && size.width * size.height >= worthAThread ? packingThread() : null;
    return await pasteBeside(thread, size, request);
  } catch (error) {
    throw asPictureError(error);
  }
}

async function pasteBeside(thread: PackingThread | null, size: PictureSize, request: PasteRequest): Promise<Pasted> {
  const { picture, mask, result, frame, out } = request;
  const [{ canvas, original }, selection, made] = await Promise.all([
    openCanvas(picture, frame),
    readSelection(mask, size, frame),
    readResult(result, frame),
  ]);
  letGoOfPixels();
  const { box } = frame;
  // Rows beside the box stay as they are: all are packed while the result is brought to the picture's colours.
  const packing = thread?.pack(canvas) ?? [];
  const placed = await placeResult({ original, made, frame, selection });
  const alpha = softMask(selection, frame);
  const packed = await packing;
  const counts = blendAndCount({ canvas, frame, own: size, placed, alpha });
  const isTouched = new Uint8Array(canvas.height).fill(1, box.y, box.y + box.height);
  await writePartlyPacked(out.picture, rowsOf(canvas), stillPacked(packed, canvas, isTouched));
  await Promise.all([writeAlpha(out.alpha, canvas, box, alpha), writePlaced(out.placed, canvas, box, placed)]);
  return { width: canvas.width, height: canvas.height, hasAlpha: isSeenThrough(canvas), ...counts };
}

/** Where a thread can read it, and what the model was shown of it. The picture itself is let go: so large a one is not held twice. */
async function openCanvas(path: string, frame: Frame): Promise<{ readonly canvas: Raster; readonly original: Raster }> {
  const own = toRaster(await readPixels(openStored(path).toColourspace("srgb")));
  return { original: await contentOf(own, frame), canvas: shareRaster(toCanvas(own, frame)) };
}

interface BlendRequest {
  readonly canvas: Raster;
  readonly frame: Frame;
  readonly own: PictureSize;
  readonly placed: Raster;
  readonly alpha: Raster;
}

/** Counted on whole rows beside a copy of what they were; the others are never written to, and where they are new canvas all of it counts. */
function blendAndCount({ canvas, frame: { box, expand }, own, placed, alpha }: BlendRequest): Counts {
  const { width, height, channels } = canvas;
  const stride = width * channels;
  const rows = canvas.data.subarray(box.y * stride, (box.y + box.height) * stride);
  const before: Raster = { width, height: box.height, channels, data: rows.slice() };
  blendIn({ picture: canvas, box, result: placed, alpha });
  const kept = { x: expand.left, y: expand.top - box.y, width: own.width, height: own.height };
  const within = countChanges({ before, after: { ...before, data: rows }, own: kept, box: { ...box, y: 0 }, alpha });
  const top = Math.max(0, Math.min(box.y, expand.top + own.height) - expand.top);
  const end = Math.max(0, expand.top + own.height - Math.max(expand.top, box.y + box.height));
  const newAround = width * (height - box.height) - own.width * (top + end);
  return {
    pixels: width * height,
    changed: within.changed + newAround,
    outside: { pixels: width * height - (within.pixels - within.outside.pixels), changed: within.outside.changed + newAround },
  };
}

/** Without what the content was filled up with. */
async function readResult(path: string, frame: Frame): Promise<Raster> {
  requireShape(await readHeader(path), frame);
  const flat = await readPixels(openStored(path).flatten({ background: "#fff" }).toColourspace("srgb"));
  const [width, height] = frame.content;
  return crop(await resizeTo(flat, frame.working), { x: 0, y: 0, width, height });
}

interface PlaceRequest {
  /** What the model was shown of the picture. */
  readonly original: Raster;
  readonly made: Raster;
  readonly frame: Frame;
  readonly selection: Raster;
}

/** The result in the picture's own pixels and colours, of the box's size. */
async function placeResult({ original, made, frame, selection }: PlaceRequest): Promise<Raster> {
  const [width, height] = frame.content;
  const painted = growHard((await hardMask(selection, frame)).data as Uint8Array, width, height, bleed);
  const ring = growHard(painted, width, height, ringWidth);
  const asMask = (data: Uint8Array): Raster => ({ width, height, channels: 1, data });
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
