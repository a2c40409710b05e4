/** Draws how much of the result comes over, in full size and off the main thread, as a grey PNG. */
import { encodeGreyPng } from "#lib/mask/grey-png.ts";
import type { Stroke } from "#lib/mask/mask-document.ts";
import { wholeWindow } from "#lib/mask/mask-window.ts";
import { applyOperations } from "#lib/mask/rasterise.ts";

export interface AlphaOrder {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly Stroke[];
  /** Where the mask from before is; null: white. */
  readonly source: string | null;
}

self.addEventListener("message", ({ data }: MessageEvent<AlphaOrder>) => {
  drawAlpha(data).then(
    (png) => self.postMessage({ png }, { transfer: [png.buffer] }),
    (failure: unknown) => self.postMessage({ failure: String(failure) }),
  );
});

async function drawAlpha({ width, height, strokes, source }: AlphaOrder): Promise<Uint8Array<ArrayBuffer>> {
  const alpha = source === null ? new Uint8Array(width * height).fill(255) : await readGrey(source, width, height);
  applyOperations(alpha, wholeWindow(width, height), strokes);
  return encodeGreyPng(alpha, width, height);
}

async function readGrey(source: string, width: number, height: number): Promise<Uint8Array> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`Expected a picture but received status ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob(), { colorSpaceConversion: "none" });
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("Expected a canvas to draw on but the browser gave none");
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const grey = new Uint8Array(width * height);
  // In bands: four bytes a pixel of the whole picture would be a hundred megabytes more.
  const rows = Math.max(1, Math.floor(4_000_000 / width));
  for (let top = 0; top < height; top += rows) {
    const { data } = context.getImageData(0, top, width, Math.min(rows, height - top));
    for (let at = 0; at * 4 < data.length; at += 1) grey[top * width + at] = data[at * 4] ?? 0;
  }
  return grey;
}
