/** The pixels that Keep part paints with: the whole result in its place, and how much of it came over before. */
import type { MaskWindow } from "#lib/mask/mask-window.ts";
import { type Edit, type Picture, paths, stageSide } from "#lib/wire.ts";

export interface KeepPair {
  readonly edit: Edit;
  readonly before: Picture;
  readonly resultId: string;
  /** Null: all of the result is there. */
  readonly alphaId: string | null;
}

export interface KeepPixels {
  readonly result: ImageData;
  readonly alpha: Uint8Array;
}

/** What can be painted in and out: a result that lies on its original, pixel on pixel. */
export function keepPairOf(edit: Edit | null, parent: Edit | null): KeepPair | null {
  const fidelity = edit?.fidelity;
  if (!edit || !parent || !fidelity?.resultId) return null;
  const { width, height } = parent.picture;
  if (edit.picture.width !== width || edit.picture.height !== height) return null;
  return { edit, before: parent.picture, resultId: fidelity.resultId, alphaId: fidelity.alphaId };
}

/** A small copy is drawn no larger than this: the files themselves are read then. */
const largestEnlargement = 1.2;

export async function readKeepPixels({ before, resultId, alphaId }: KeepPair, window: MaskWindow): Promise<KeepPixels> {
  const longest = Math.max(before.width, before.height);
  const isCopyEnough = longest > stageSide && longest * window.scale <= stageSide * largestEnlargement;
  const source = (id: string) => (isCopyEnough ? paths.thumbnail(id, stageSide) : paths.pictureFile(id));
  const [result, alpha] = await Promise.all([
    cut(source(resultId), window, before),
    alphaId === null ? null : cut(source(alphaId), window, before),
  ]);
  const greys = new Uint8Array(window.width * window.height).fill(255);
  if (alpha) for (let at = 0; at < greys.length; at += 1) greys[at] = alpha.data[at * 4] ?? 0;
  return { result, alpha: greys };
}

interface Whole {
  readonly width: number;
  readonly height: number;
}

async function cut(source: string, { x, y, scale, width, height }: MaskWindow, whole: Whole): Promise<ImageData> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("Expected a canvas to draw on but the browser gave none");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, -x * scale, -y * scale, whole.width * scale, whole.height * scale);
  return context.getImageData(0, 0, width, height);
}
