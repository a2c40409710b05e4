/** From loose bytes to a whole file on disk: written, hashed on the way, synced, and only then given a name that counts. */
import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import type { Staged } from "./blobs.ts";
import { makeDurableFolder, syncFolder } from "./durable-folder.ts";
import { untilAborted } from "./until-aborted.ts";

const pieceBytes = 256 * 1024;

interface Measured {
  readonly sha256: string;
  readonly bytes: number;
}

interface WriteOptions {
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** Writes a new file; whatever goes wrong, nothing is left of it. */
export async function writeWhole(file: string, source: AsyncIterable<Uint8Array>, { maxBytes, signal }: WriteOptions): Promise<Measured> {
  const handle = await open(file, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of untilAborted(source, signal)) {
      bytes += piece.byteLength;
      if (bytes > maxBytes) throw new AppError("too_large", `Expected at most ${maxBytes} bytes but received more`);
      hash.update(piece);
      await handle.appendFile(piece);
    }
    await handle.sync();
    return { sha256: hash.digest("hex"), bytes };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Hashes and syncs a file that somebody else wrote. */
export async function measureWhole(file: string): Promise<Measured> {
  const handle = await open(file, "r+");
  try {
    await handle.chmod(0o600);
    const hash = createHash("sha256");
    let bytes = 0;
    const piece = new Uint8Array(pieceBytes);
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, pieceBytes, bytes);
      if (bytesRead === 0) break;
      hash.update(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
    await handle.sync();
    return { sha256: hash.digest("hex"), bytes };
  } finally {
    await handle.close();
  }
}

/** `fileOf` answers where a key's file lies. */
export function createStaged(file: string, measured: Measured, fileOf: (key: string) => string): Staged {
  let kept: { readonly target: string; readonly done: Promise<void> } | undefined;

  async function moveTo(target: string): Promise<void> {
    const folder = path.dirname(target);
    await makeDurableFolder(folder);
    // Takes the place of a file of that name in one step: readers of the old one keep it, and nobody sees a half one.
    await rename(file, target);
    await syncFolder(folder);
  }

  return {
    path: file,
    ...measured,
    async keep(key) {
      const target = fileOf(key);
      if (kept && kept.target !== target) throw new Error(`Expected the key a staged file was kept under before but received "${key}"`);
      kept ??= { target, done: moveTo(target) };
      await kept.done;
    },
    async discard() {
      await kept?.done.catch(() => undefined);
      await rm(file, { force: true });
    },
  };
}
