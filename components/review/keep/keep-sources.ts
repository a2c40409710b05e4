/** The pixels that Keep part mixes: the original, the whole result in its place, and how much of it came over before. */
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
  readonly before: Uint8ClampedArray;
  readonly result: Uint8ClampedArray;
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

/** From afar small copies do; near by the files themselves are read. */
export async function readKeepPixels({ before, resultId, alphaId }: KeepPair, window: MaskWindow): Promise<KeepPixels> {
  const source = (id: string) => (window.scale < 1 ? paths.thumbnail(id, stageSide) : paths.pictureFile(id));
  const [original, result, alpha] = await Promise.all(
    [before.id, resultId, alphaId].map((id) => (id === null ? null : cut(source(id), window, before))),
  );
  const count = window.width * window.height;
  return {
    before: original ?? new Uint8ClampedArray(count * 4),
    result: result ?? new Uint8ClampedArray(count * 4),
    alpha: alpha ? Uint8Array.from({ length: count }, (_, at) => alpha[at * 4] ?? 0) : new Uint8Array(count).fill(255),
  };
}

async function cut(source: string, { x, y, scale, width, height }: MaskWindow, whole: { readonly width: number; readonly height: number }) {
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
  return context.getImageData(0, 0, width, height).data;
}
