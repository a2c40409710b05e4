/** Draws its share of the full-size mask off the main thread: while it is painted, in every pause of the hand, and the rest when it is asked for. */

import type { SharedBands } from "#lib/mask/join-bands.ts";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import { type MaskShare, PackedMask } from "#lib/mask/packed-mask.ts";

/** Which mask it is now: of the operations told last the first ones, and these after them. */
interface MaskNews {
  readonly width: number;
  readonly height: number;
  readonly share: MaskShare;
  readonly kept: number;
  readonly added: readonly MaskOperation[];
  /** Whoever asks for its file is answered under this number. */
  readonly id: number | null;
}

export type MaskWord = MaskNews | "halt";

export type DrawAnswer = { readonly id: number; readonly bands: SharedBands } | { readonly id: number; readonly failure: string };

/** Whoever paints a stroke often paints another. */
const pauseMs = 150;

let mask: PackedMask | null = null;
let operations: readonly MaskOperation[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

self.addEventListener("message", ({ data }: MessageEvent<MaskWord>) => {
  clearTimeout(timer);
  if (data === "halt") return;
  const { width, height, share, kept, added, id } = data;
  if (!mask || mask.width !== width || mask.height !== height) mask = new PackedMask(width, height, share);
  operations = [...operations.slice(0, kept), ...added];
  mask.show(operations);
  if (id === null) timer = setTimeout(drawAhead, isPainting(added) ? pauseMs : 0);
  else answer(id, mask);
});

/** Strokes follow each other, and so do steps back; after anything else, and when many come at once, there is time. */
function isPainting([first, ...others]: readonly MaskOperation[]): boolean {
  return others.length === 0 && (!first || first.kind === "stroke");
}

/** What cannot be drawn is told too. */
function answer(id: number, asked: PackedMask): void {
  try {
    self.postMessage({ id, bands: asked.draw() } satisfies DrawAnswer);
  } catch (failure) {
    self.postMessage({ id, failure: String(failure) } satisfies DrawAnswer);
  }
}

/** In pieces, so that what is asked meanwhile is heard. */
function drawAhead(): void {
  if (mask?.drawSome()) timer = setTimeout(drawAhead);
}
