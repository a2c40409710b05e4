/**
 * Writes what comes while more is coming: pieces that arrive while others are being written are written together, because each way to
 * the disk costs more than a piece of a stream is worth.
 */
import type { FileHandle } from "node:fs/promises";

export interface WriteBehind {
  /** Resolves when more can be taken. Rejects, as `end` does, where an earlier piece could not be written. */
  add(piece: Uint8Array): Promise<void>;
  /** Resolves to how much was written, once all of it is. */
  end(): Promise<number>;
  /** Resolves when nothing is being written any more, whatever came of it. */
  rest(): Promise<void>;
}

/** What is held while the disk is slower than what comes. */
const mostWaiting = 1024 * 1024;

export function writeBehind(file: Pick<FileHandle, "writeFile">, onWritten: (bytes: number) => void): WriteBehind {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let underWay: Promise<void> | null = null;

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const pieces = waiting;
      waiting = [];
      await file.writeFile(Buffer.concat(pieces));
      bytes += lengthOf(pieces);
      onWritten(bytes);
    }
    underWay = null;
  }

  return {
    async add(piece) {
      waiting.push(piece);
      underWay ??= writeWaiting();
      // Whoever adds or ends next hears of it.
      underWay.catch(() => undefined);
      if (lengthOf(waiting) > mostWaiting) await underWay;
    },
    async end() {
      await underWay;
      return bytes;
    },
    async rest() {
      await underWay?.catch(() => undefined);
    },
  };
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
