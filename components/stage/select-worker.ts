/** Looks at the picture off the main thread: decodes it once in the size it needs and answers what a selection marks. */
import { markEnclosed } from "#lib/mask/bucket.ts";
import { rasterise } from "#lib/mask/rasterise.ts";
import { packRuns } from "#lib/mask/runs.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { selectChanged } from "#lib/pixels/select/changed.ts";
import { selectColourRange } from "#lib/pixels/select/colour-range.ts";
import { practise } from "#lib/pixels/select/practise.ts";
import { cutPieces, type Pieces, selectThing } from "#lib/pixels/select/smart-select.ts";
import { selectByWand } from "#lib/pixels/select/wand.ts";
import type { Marked, Place, SelectionRequest } from "./selection.ts";

/** Beyond it a picture is looked at smaller: the edge of an area is drawn smoothly between its cells. */
const mostPixels = 4_000_000;
const thingSide = 1024;

const rasters = new Map<string, Promise<Raster>>();
const cut = new Map<string, Promise<Pieces>>();

self.addEventListener("message", ({ data }: MessageEvent<SelectionRequest>) => {
  mark(data).then(
    (marked) => self.postMessage({ id: data.id, marked }),
    (failure: unknown) => self.postMessage({ id: data.id, failure: String(failure) }),
  );
});

async function mark(request: SelectionRequest): Promise<Marked | null> {
  const { selection, width, height } = request;
  const fineScale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  if (selection.tool === "bucket") {
    const { operations, at, isPainted } = selection;
    const enclosed = markEnclosed({ width, height, operations }, fineScale, at, isPainted);
    return pack(enclosed.levels, enclosed.width, enclosed.height, true);
  }
  if (selection.tool === "prepare") {
    if (selection.for === "smart") await piecesOf(request);
    else if (selection.for !== "bucket") await rasterOf(request, fineScale);
    return null;
  }
  if (selection.tool === "smart") {
    const pieces = await piecesOf(request);
    const from = cellOf(selection.from, request, pieces);
    const to = cellOf(selection.to, request, pieces);
    const box = {
      left: Math.min(from.x, to.x),
      top: Math.min(from.y, to.y),
      right: Math.max(from.x, to.x),
      bottom: Math.max(from.y, to.y),
    };
    return pack(selectThing(pieces, box), pieces.width, pieces.height, true);
  }
  if (selection.tool === "file" || selection.tool === "transparency") {
    const file = selection.tool === "file" ? selection.file : await fetchPicture(request.source);
    const { width: columns, height: rows, data } = await decode(file, null);
    return pack(selection.tool === "file" ? readLevels(data) : readTransparency(data), columns, rows, false);
  }
  if (selection.tool === "painted") {
    const { mask } = selection;
    // In its own size, so that on a picture of that size it is the very same.
    return pack(rasterise(mask), mask.width, mask.height, false);
  }
  const picture = await rasterOf(request, fineScale);
  if (selection.tool === "colour") {
    const places = selection.places.map((place) => cellOf(place, request, picture));
    return pack(selectColourRange(picture, places, selection.tolerance), picture.width, picture.height, false);
  }
  if (selection.tool === "difference") {
    const { width: columns, height: rows } = picture;
    const other = await decode(await fetchPicture(selection.from), { width: columns, height: rows });
    return pack(selectChanged(picture, other, selection.threshold), columns, rows, true);
  }
  const { tolerance, isContiguous } = selection;
  const marked = selectByWand(picture, { ...cellOf(selection.at, request, picture), tolerance, isContiguous });
  return pack(marked, picture.width, picture.height, true);
}

function piecesOf(request: SelectionRequest): Promise<Pieces> {
  const scale = Math.min(1, thingSide / Math.max(request.width, request.height));
  // The copy that is on the screen is there sooner, and is as good where so little of the picture is looked at.
  const source = scale < 1 ? request.copy : request.source;
  return once(cut, source, async () => {
    const picture = readPicture(request, source, scale);
    practise();
    return cutPieces(await picture);
  });
}

function rasterOf(request: SelectionRequest, scale: number): Promise<Raster> {
  return once(rasters, request.source, () => readPicture(request, request.source, scale));
}

function once<Value>(known: Map<string, Promise<Value>>, source: string, make: () => Promise<Value>): Promise<Value> {
  const value = known.get(source) ?? make();
  known.set(source, value);
  value.catch(() => known.delete(source));
  return value;
}

async function readPicture({ width, height }: SelectionRequest, source: string, scale: number): Promise<Raster> {
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return decode(await fetchPicture(source), scale < 1 ? size : null);
}

async function fetchPicture(source: string): Promise<Blob> {
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`the picture, status ${answer.status}`);
  return answer.blob();
}

/** In the size it has, where none is given. */
async function decode(file: Blob, size: { readonly width: number; readonly height: number } | null) {
  const resized = size ? { resizeWidth: size.width, resizeHeight: size.height, resizeQuality: "medium" as const } : {};
  const bitmap = await createImageBitmap(file, resized);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("a browser that cannot draw off the screen");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, channels: 4, data: context.getImageData(0, 0, width, height).data } as const;
}

/** A file that is partly transparent is a mask by what is opaque, any other by how light it is. */
function readLevels(data: Uint8ClampedArray): Uint8Array {
  const levels = new Uint8Array(data.length / 4);
  const hasAlpha = data.some((value, at) => at % 4 === 3 && value < 255);
  for (let pixel = 0, at = 0; pixel < levels.length; pixel += 1, at += 4) {
    const light = (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114;
    levels[pixel] = hasAlpha ? (data[at + 3] ?? 0) : Math.round(light);
  }
  return levels;
}

function readTransparency(data: Uint8ClampedArray): Uint8Array {
  return Uint8Array.from({ length: data.length / 4 }, (_, pixel) => 255 - (data[pixel * 4 + 3] ?? 255));
}

function cellOf({ x, y }: Place, picture: SelectionRequest, grid: { readonly width: number; readonly height: number }): Place {
  const cell = (value: number, from: number, to: number) => Math.min(to - 1, Math.max(0, Math.floor((value * to) / from)));
  return { x: cell(x, picture.width, grid.width), y: cell(y, picture.height, grid.height) };
}

function pack(levels: Uint8Array, columns: number, rows: number, isSharp: boolean): Marked | null {
  return levels.some((level) => level > 0) ? { columns, rows, runs: packRuns(levels, columns, rows), isSharp } : null;
}
