/** One held request for several predictions: it ends with the first news of any of them, and tells how all of them stand. */
import { isAppError } from "#lib/errors.ts";
import type { Prediction } from "#lib/wire.ts";
import type { Predictions, WatchedPrediction } from "./predictions.ts";

export async function waitForAny(
  wait: Predictions["wait"],
  watched: readonly WatchedPrediction[],
  { waitMs, signal }: { readonly waitMs: number; readonly signal?: AbortSignal },
): Promise<readonly Prediction[]> {
  const over = new AbortController();
  const end = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  const waits = watched.map(async ({ id, after }) => {
    try {
      return await wait(id, { after, waitMs, signal: end });
    } catch (error) {
      if (isAppError(error) && error.code === "not_found") return null;
      throw error;
    } finally {
      // Whoever is first ends the wait of the others; each then answers how it stands.
      over.abort();
    }
  });
  const found = await Promise.all(waits);
  return found.filter((prediction) => prediction !== null);
}
