/** From loose bytes to a whole file on disk: written, hashed on the way, synced, and only then given a name that counts. */
import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";
import type { Staged } from "./blobs.ts";
import { untilAborted } from "./until-aborted.ts";

const pieceBytes = 256 * 1024;

interface Measured {
  readonly sha256: string;
  readonly bytes: number;
}

export interface StagedFile extends Measured {
  readonly path: string;
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

/** `keepAs` gives the file a key; whatever happens to it then, it may be asked again for the same key after a fault. */
export function createStaged(staged: StagedFile, keepAs: (staged: StagedFile, key: string) => Promise<void>): Staged {
  let kept: { readonly key: string; readonly done: Promise<void> } | undefined;

  return {
    ...staged,
    async keep(key) {
      if (kept && kept.key !== key) throw new Error(`Expected the key a staged file was kept under before but received "${key}"`);
      if (!kept) {
        kept = { key, done: keepAs(staged, key) };
        kept.done.catch(() => {
          kept = undefined;
        });
      }
      await kept.done;
    },
    async discard() {
      await kept?.done.catch(() => undefined);
      await rm(staged.path, { force: true });
    },
  };
}
