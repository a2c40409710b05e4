/**
 * A file that is read while somebody else still writes it, from its first byte on, by any number of readers, who may come late. What
 * came last is held in memory: whoever keeps up has it as soon as it is here, and does not wait for the disk.
 */
import { type FileHandle, open } from "node:fs/promises";
import type { DownloadProgress } from "#lib/server/providers/provider.ts";
import { holdLatest } from "./hold-latest.ts";

/** Whoever has read to the end of what was added is done, whatever becomes of the rest of the writing. */
export interface GrowingFile extends DownloadProgress {
  /** All of it is written. */
  complete(bytes: number): void;
  /** It will not be whole: who reads it hears of that. Nothing where it is. */
  abandon(): void;
  isAbandoned(): boolean;
  /** Ends with the file, waits where it does not go on yet, and throws where it never will or nobody waits any more. */
  read(signal: AbortSignal): Pieces;
}

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;

interface Reader {
  readonly signal: AbortSignal;
  readonly gone: Promise<void>;
}

const mostAtOnce = 256 * 1024;

export function createGrowingFile(path: string): GrowingFile {
  const held = holdLatest();
  let written = 0;
  let whole = Number.POSITIVE_INFINITY;
  let state: "growing" | "whole" | "abandoned" = "growing";
  let news = Promise.withResolvers<void>();

  function tell(): void {
    news.resolve();
    news = Promise.withResolvers();
  }

  async function fromDisk(file: FileHandle, at: number): Promise<Uint8Array<ArrayBuffer>> {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(Math.min(mostAtOnce, written - at)), { position: at });
    if (bytesRead === 0) throw new Error("Expected what was written but the file is shorter");
    return buffer.subarray(0, bytesRead);
  }

  async function* follow({ signal, gone }: Reader, opened: () => Promise<FileHandle>): Pieces {
    for (let at = 0; at < whole; ) {
      if (state === "abandoned") throw new Error("Expected the whole file but it was given up");
      signal.throwIfAborted();
      const piece = held.from(at) ?? (at < written ? await fromDisk(await opened(), at) : null);
      if (piece === null) {
        await Promise.race([news.promise, gone]);
        continue;
      }
      at += piece.byteLength;
      yield piece;
    }
  }

  return {
    add(piece) {
      held.add(piece);
      tell();
    },
    grow(bytes) {
      written = bytes;
      tell();
    },
    end() {
      whole = held.end();
      tell();
    },
    complete(bytes) {
      written = bytes;
      whole = bytes;
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
      let file = null as Promise<FileHandle> | null;
      try {
        yield* follow({ signal, gone: whenAborted(signal) }, () => (file ??= open(path)));
      } finally {
        await file?.then((opened) => opened.close()).catch(() => undefined);
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
