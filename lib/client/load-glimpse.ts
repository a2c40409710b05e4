import { paths } from "#lib/wire.ts";

/**
 * What a run has received, once all of it is here, so that it can be seen at once; null where there is nothing to be seen, or nobody
 * waits any more. It is decoded by the frame that shows it: to decode it before would cost a frame of its own.
 */
export async function loadGlimpse(predictionId: string, signal: AbortSignal): Promise<HTMLImageElement | null> {
  const image = new Image();
  const { promise: isHere, resolve } = Promise.withResolvers<boolean>();
  image.addEventListener("load", () => resolve(true), { once: true });
  image.addEventListener("error", () => resolve(false), { once: true });
  const leave = () => {
    // The browser ends a request of which nobody shows the picture.
    image.removeAttribute("src");
    resolve(false);
  };
  signal.addEventListener("abort", leave, { once: true });
  image.decoding = "sync";
  image.src = paths.glimpse(predictionId);
  try {
    return (await isHere) ? image : null;
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
