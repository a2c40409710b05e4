import { paths } from "#lib/wire.ts";

/** What a run has just received, decoded, so that it can be seen at once; null where there is nothing to be seen, or nobody waits any more. */
export async function loadGlimpse(predictionId: string, signal: AbortSignal): Promise<HTMLImageElement | null> {
  const image = new Image();
  // The browser ends a request of which nobody shows the picture.
  const leave = () => image.removeAttribute("src");
  signal.addEventListener("abort", leave, { once: true });
  image.decoding = "sync";
  image.src = paths.glimpse(predictionId);
  try {
    await image.decode();
    return signal.aborted ? null : image;
  } catch {
    return null;
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
