/** Draws the full-size mask off the main thread and answers it as a PNG. */
import { encodeGreyPng } from "#lib/mask/encode-grey-png.ts";
import type { MaskDocument } from "#lib/mask/mask-document.ts";
import { rasterise } from "#lib/mask/rasterise.ts";

self.addEventListener("message", (event: MessageEvent<MaskDocument>) => {
  const { width, height } = event.data;
  encodeGreyPng(rasterise(event.data), width, height).then(
    (png) => self.postMessage({ png }, { transfer: [png.buffer] }),
    (failure: unknown) => self.postMessage({ failure: String(failure) }),
  );
});
