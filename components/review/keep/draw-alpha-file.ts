/** What was painted in and out as a file of the picture's own size. Each drawing has its worker, which ends with it. */
import type { AlphaOrder } from "./keep-worker.ts";

type Answer = { readonly png: Uint8Array<ArrayBuffer> } | { readonly failure: string };

export function drawAlphaFile(order: AlphaOrder): Promise<File> {
  const worker = new Worker(new URL("./keep-worker.ts", import.meta.url), { type: "module" });
  const drawn = new Promise<File>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if ("png" in data) resolve(new File([data.png], "alpha.png", { type: "image/png" }));
      else reject(new Error(`Expected what was painted as a picture but received: ${data.failure}`));
    });
    worker.addEventListener("error", (event) =>
      reject(new Error(`Expected what was painted as a picture but the worker failed: ${event.message}`)),
    );
  });
  worker.postMessage(order);
  return drawn.finally(() => worker.terminate());
}
