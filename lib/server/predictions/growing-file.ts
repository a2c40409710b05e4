/** A file that is read while somebody else still writes it, from its first byte on, by any number of readers, who may come late. */
import { type FileHandle, open } from "node:fs/promises";

export interface GrowingFile {
  /** So much of it is written. */
  grow(bytes: number): void;
  /** This is all of it. */
  complete(bytes: number): void;
  /** It will not be whole: who reads it hears of that. Nothing where it is. */
  abandon(): void;
  isAbandoned(): boolean;
  /** Ends with the file, waits where it does not go on yet, and throws where it never will or nobody waits any more. */
  read(signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
}

interface Reader {
  readonly signal: AbortSignal;
  readonly gone: Promise<void>;
}

const mostAtOnce = 256 * 1024;

export function createGrowingFile(path: string): GrowingFile {
  let written = 0;
  let state: "growing" | "whole" | "abandoned" = "growing";
  let news = Promise.withResolvers<void>();

  function tell(): void {
    news.resolve();
    news = Promise.withResolvers();
  }

  async function* follow(file: FileHandle, { signal, gone }: Reader): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    for (let at = 0; state !== "whole" || at < written; ) {
      if (state === "abandoned") throw new Error("Expected the whole file but it was given up");
      signal.throwIfAborted();
      if (at === written) {
        await Promise.race([news.promise, gone]);
        continue;
      }
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(Math.min(mostAtOnce, written - at)), { position: at });
      if (bytesRead === 0) throw new Error("Expected what was written but the file is shorter");
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  return {
    grow(bytes) {
      written = bytes;
      tell();
    },
    complete(bytes) {
      written = bytes;
      state = "whole";
      tell();
    },
    abandon() {
      if (state !== "growing") return;
      state = "abandoned";
      tell();
    },
    isAbandoned: () => state === "abandoned",
    async *read(signal) {
      const gone = whenAborted(signal);
      // There is no file before its first bytes.
      while (written === 0 && state === "growing" && !signal.aborted) await Promise.race([news.promise, gone]);
      const file = await open(path);
      try {
        yield* follow(file, { signal, gone });
      } finally {
        await file.close();
      }
    },
  };
}

export function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
