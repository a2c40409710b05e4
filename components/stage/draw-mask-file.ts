/** The mask as a file of the picture's own size. Each drawing has its worker, which ends with it. */
import type { MaskDocument } from "#lib/mask/mask-document.ts";

type Answer = { readonly png: Uint8Array<ArrayBuffer> } | { readonly failure: string };

export function drawMaskFile(mask: MaskDocument): Promise<File> {
  const worker = new Worker(new URL("./mask-worker.ts", import.meta.url), { type: "module" });
  const drawn = new Promise<File>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if ("png" in data) resolve(new File([data.png], "mask.png", { type: "image/png" }));
      else reject(new Error(`Expected a drawn mask but received: ${data.failure}`));
    });
    worker.addEventListener("error", (event) => reject(new Error(`Expected a drawn mask but the worker failed: ${event.message}`)));
  });
  worker.postMessage(mask);
  return drawn.finally(() => worker.terminate());
}
