/**
 * A result as it came, for whoever looks on while it is fitted in and kept: read from the file it was fetched into, in the process
 * that fetched it, and gone when it is kept. Nothing depends on it; where it cannot be had, the result is seen a little later.
 */
import { readFile } from "node:fs/promises";
import type { Glimpse } from "./predictions.ts";
import { readPictureHead } from "./read-picture-head.ts";

/** The way of one run's results to us. */
export interface Arrival {
  /** The first file that is whole is the one that is seen. */
  offer(path: string): void;
  end(): void;
}

export interface Glimpses {
  begin(predictionId: string): Arrival;
  /** Waits for the first result while results are being fetched; null where none is, or what came is not for a browser. */
  get(predictionId: string, signal: AbortSignal): Promise<Glimpse | null>;
}

/** What is larger is shown when it has been looked at. */
const mostPixels = 50_000_000;
const mostBytes = 32 * 1024 * 1024;

export function createGlimpses(): Glimpses {
  const arriving = new Map<string, Promise<string | null>>();
  return {
    begin(predictionId) {
      const { promise, resolve } = Promise.withResolvers<string | null>();
      arriving.set(predictionId, promise);
      return {
        offer: resolve,
        end() {
          resolve(null);
          if (arriving.get(predictionId) === promise) arriving.delete(predictionId);
        },
      };
    },

    async get(predictionId, signal) {
      const path = await Promise.race([arriving.get(predictionId) ?? null, whenAborted(signal)]);
      // It may have been kept, and its file dropped, meanwhile.
      return path === null ? null : asGlimpse(await readFile(path).catch(() => null));
    },
  };
}

function asGlimpse(bytes: Buffer<ArrayBuffer> | null): Glimpse | null {
  if (bytes === null || bytes.byteLength > mostBytes) return null;
  const head = readPictureHead(bytes);
  if (head === null || head.width * head.height > mostPixels) return null;
  return { bytes, contentType: `image/${head.format}` };
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(null), { once: true }));
}
