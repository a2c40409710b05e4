/** Draws the full-size mask off the main thread and answers it as a PNG. */
import { encodeGreyPng } from "#lib/mask/encode-grey-png.ts";
import type { MaskDocument } from "#lib/mask/mask-document.ts";
import { rasterise } from "#lib/mask/rasterise.ts";

export interface DrawRequest {
  readonly id: number;
  readonly mask: MaskDocument;
}

export type DrawAnswer = { readonly id: number; readonly png: Uint8Array<ArrayBuffer> } | { readonly id: number; readonly failure: string };

self.addEventListener("message", ({ data: { id, mask } }: MessageEvent<DrawRequest>) => {
  draw(mask).then(
    (png) => self.postMessage({ id, png } satisfies DrawAnswer, { transfer: [png.buffer] }),
    (failure: unknown) => self.postMessage({ id, failure: String(failure) } satisfies DrawAnswer),
  );
});

/** What cannot be drawn is told too, like what cannot be packed. */
async function draw(mask: MaskDocument): Promise<Uint8Array<ArrayBuffer>> {
  return encodeGreyPng(rasterise(mask), mask.width, mask.height);
}
