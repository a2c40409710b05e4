/** Holds both pictures decoded and answers questions about their pixels, so that the page stays free while it looks. */
import { differences, heatMap } from "#lib/pixels/heat.ts";
import { stageSide } from "#lib/wire.ts";
import {
  type HeatAnswer,
  type HeatOrder,
  type LoupeAnswer,
  type LoupeOrder,
  loupeSide,
  type PairOfFiles,
  type PixelOrder,
  type Region,
} from "./pixel-orders.ts";

const bitmaps = new Map<string, Promise<ImageBitmap>>();
/** Moving the threshold compares nothing anew. */
let last: { readonly key: string; readonly plane: Uint8Array; readonly size: readonly [number, number]; readonly region: Region } | null =
  null;

self.addEventListener("message", ({ data }: MessageEvent<PixelOrder>) => {
  const { id, pair, ask } = data;
  (ask.kind === "heat" ? heat(pair, ask) : loupe(pair, ask)).then(
    (answer) => self.postMessage({ id, answer }),
    (failure: unknown) => self.postMessage({ id, failure: String(failure) }),
  );
});

function bitmapOf(source: string): Promise<ImageBitmap> {
  const known = bitmaps.get(source) ?? load(source);
  bitmaps.set(source, known);
  return known;
}

async function load(source: string): Promise<ImageBitmap> {
  try {
    const response = await fetch(source);
    if (!response.ok) throw new Error(`Expected a picture but received status ${response.status}`);
    return await createImageBitmap(await response.blob());
  } catch (error) {
    bitmaps.delete(source);
    throw error;
  }
}

async function heat(pair: PairOfFiles, { region, thresholdDeltaE }: HeatOrder): Promise<HeatAnswer> {
  const sources = region ? pair.files : pair.copies;
  const shown = region ?? { x: 0, y: 0, ...pair.frame };
  const key = JSON.stringify([sources, shown]);
  if (last?.key !== key) {
    const scale = region ? 1 : Math.min(1, stageSide / Math.max(shown.width, shown.height));
    const size = [Math.max(1, Math.round(shown.width * scale)), Math.max(1, Math.round(shown.height * scale))] as const;
    const [before, after] = [await draw(pair, sources, 0, shown, size), await draw(pair, sources, 1, shown, size)];
    last = { key, plane: differences(before.data, after.data), size, region: shown };
  }
  const { plane, size } = last;
  const { data, share } = heatMap(plane, thresholdDeltaE);
  return { image: new ImageData(data, size[0], size[1]), region: shown, share };
}

async function loupe(pair: PairOfFiles, { x, y }: LoupeOrder): Promise<LoupeAnswer> {
  const half = (loupeSide - 1) / 2;
  const region = { x: Math.floor(x) - half, y: Math.floor(y) - half, width: loupeSide, height: loupeSide };
  const size = [loupeSide, loupeSide] as const;
  return { before: await draw(pair, pair.files, 0, region, size), after: await draw(pair, pair.files, 1, region, size) };
}

async function draw(
  pair: PairOfFiles,
  sources: PairOfFiles["files"],
  which: 0 | 1,
  region: Region,
  size: readonly [number, number],
): Promise<ImageData> {
  const bitmap = await bitmapOf(sources[which]);
  const place = pair.places[which];
  const context = new OffscreenCanvas(size[0], size[1]).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("Expected a canvas to draw on but the browser gave none");
  const scale = size[0] / region.width;
  context.imageSmoothingEnabled = place.width * scale !== bitmap.width;
  context.imageSmoothingQuality = "high";
  context.setTransform(scale, 0, 0, size[1] / region.height, -region.x * scale, (-region.y * size[1]) / region.height);
  context.drawImage(bitmap, place.x, place.y, place.width, place.height);
  return context.getImageData(0, 0, size[0], size[1]);
}
