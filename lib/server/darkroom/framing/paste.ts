/** Lays what a model made of a cut back into the picture it came from, at full size, and counts what that changed. */
import { AppError } from "#lib/errors.ts";
import { canvasOf } from "#lib/models/choose-frame.ts";
import { crop } from "#lib/pixels/crop.ts";
import { openPlaced } from "#lib/pixels/merge/place-result.ts";
import { inPlace } from "#lib/pixels/merge/placement.ts";
import { layIn, touchedRows } from "#lib/pixels/paste/lay-in.ts";
import { matchColours } from "#lib/pixels/paste/match-colours.ts";
import type { SparseMask } from "#lib/pixels/paste/sparse-mask.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import type { Box, Frame } from "#lib/wire.ts";
import type { LaidIn, PasteRequest } from "../darkroom.ts";
import { asPictureError, openStored, readHeader, readPixels } from "../decode.ts";
import { letGoOfPixels } from "../memory.ts";
import { drawStageCopy } from "./draw-stage-copy.ts";
import { growHard, hardMask, softMask } from "./masks.ts";
import { noThread, type PackingThread, packByTwo, packingThread, shareRaster } from "./packing-thread.ts";
import type { PictureSize } from "./part-of-picture.ts";
import { bandsThatStay, rowsOf } from "./png-bands.ts";
import { contentOf, resizeTo, toRaster } from "./read-content.ts";
import { readSelection } from "./read-selection.ts";
import { writePartlyPacked, writePng } from "./write-png.ts";
import { isSeenThrough } from "./write-raster.ts";

/** How far a model's painting reaches beyond its mask, and how much of the ground behind that the seam is matched to. */
const bleed = 8;
const ringWidth = 24;
/** Pixels; a smaller picture is packed before a thread has begun. */
const worthAThread = 4_000_000;
/** Models floor the sides they give back to this. */
const sideStep = 32;

export async function paste(request: PasteRequest): Promise<LaidIn> {
  try {
    const size = await readHeader(request.picture);
    const thread = size.width * size.height >= worthAThread ? packingThread() : noThread;
    return await pasteBeside(thread, size, request);
  } catch (error) {
    throw asPictureError(error);
  }
}

async function pasteBeside(thread: PackingThread, size: PictureSize, request: PasteRequest): Promise<LaidIn> {
  const { picture, mask, result, frame, out, copy } = request;
  const [{ alpha, ...areas }, { canvas, original }, made] = await Promise.all([
    readAreas(mask, size, frame),
    openCanvas(picture, frame),
    readResult(result, frame),
  ]);
  letGoOfPixels();
  const { box, expand } = frame;
  const { width, height } = canvas;
  // Rows that the seam does not reach stay as they are: they are packed while the result is brought to the picture's colours.
  const packing = thread.pack({ raster: canvas, bands: bandsThatStay(canvas, touchedRows(height, box, alpha)) });
  const fitting = fitInto(box, matchColours({ original, result: made, ...areas }));
  const place = { result: fitting, placement: inPlace, width: box.width, height: box.height };
  const placed = thread.writePlaced({ path: out.placed, place, canvas: { width, height }, box });
  const own = { x: expand.left, y: expand.top, width: size.width, height: size.height };
  const counts = layIn({ picture: canvas, box, alpha, readRow: openPlaced(place), rim: null, own });
  const hasAlpha = isSeenThrough(canvas);
  const drawing = drawStageCopy(canvas, hasAlpha, copy);
  await writePartlyPacked(out.picture, rowsOf(canvas), packByTwo(thread, canvas, await packing));
  const [hasCopy] = await Promise.all([drawing, writeAlpha(out.alpha, canvas, box, alpha), placed]);
  return { width, height, hasAlpha, hasCopy, ...counts };
}

/** Where a thread can read it, and what the model was shown of it. The picture itself is let go: so large a one is not held twice. */
async function openCanvas(path: string, frame: Frame): Promise<{ readonly canvas: Raster; readonly original: Raster }> {
  const own = toRaster(await readPixels(openStored(path).toColourspace("srgb")));
  return { original: await contentOf(own, frame), canvas: shareRaster(toCanvas(own, frame)) };
}

/** Without what the content was filled up with. */
async function readResult(path: string, frame: Frame): Promise<Raster> {
  requireShape(await readHeader(path), frame);
  const flat = await readPixels(openStored(path).flatten({ background: "#fff" }).toColourspace("srgb"));
  const [width, height] = frame.content;
  return crop(await resizeTo(flat, frame.working), { x: 0, y: 0, width, height });
}

interface Areas {
  readonly alpha: SparseMask;
  readonly painted: Raster;
  readonly ring: Raster;
}

/** All that the mask alone tells: told while the picture is still being decoded. */
async function readAreas(path: string | null, size: PictureSize, frame: Frame): Promise<Areas> {
  const [width, height] = frame.content;
  const selection = await readSelection(path, size, frame);
  const painted = growHard((await hardMask(selection, frame)).data as Uint8Array, width, height, bleed);
  const ring = growHard(painted, width, height, ringWidth);
  const asMask = (data: Uint8Array): Raster => ({ width, height, channels: 1, data });
  return { alpha: softMask(selection, frame), painted: asMask(painted), ring: asMask(ring) };
}

/** What is to become smaller does so here: rows are only ever enlarged. */
function fitInto({ width, height }: Box, made: Raster): Raster {
  return width >= made.width && height >= made.height ? made : resize(made, width, height, "bicubic");
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
