/** Copies pictures from one byte store to another. What is there already is passed over, what is not what its name says is told. */

import { isAppError } from "#lib/errors.ts";
import { type Blobs, pictureKey } from "../blobs.ts";

const maxBytes = 2 ** 40;
const atOnce = 6;

export interface CopyCount {
  readonly copied: number;
  readonly there: number;
  /** Hashes of pictures that are not there, or not whole, where they are copied from. */
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
}

export interface CopyRequest {
  readonly from: Blobs;
  readonly to: Blobs;
  readonly hashes: Iterable<string>;
  readonly onProgress?: (done: number) => void;
}

export async function copyBlobs({ from, to, hashes, onProgress }: CopyRequest): Promise<CopyCount> {
  const present = await sizesIn(to);
  const sources = await sizesIn(from);
  const count = { copied: 0, there: 0, missing: [] as string[], damaged: [] as string[] };
  const left = new Set(hashes).values();

  async function copyOne(hash: string): Promise<void> {
    const key = pictureKey(hash);
    const bytes = sources.get(key);
    if (bytes === undefined) count.missing.push(hash);
    // Names are given to whole files only, so one of the right length is one that was copied.
    else if (present.get(key) === bytes) count.there += 1;
    else if (await copyWhole(from, to, hash)) count.copied += 1;
    else count.damaged.push(hash);
    onProgress?.(count.copied + count.there + count.missing.length + count.damaged.length);
  }

  async function work(): Promise<void> {
    for (const hash of left) await copyOne(hash);
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  return count;
}

async function copyWhole(from: Blobs, to: Blobs, hash: string): Promise<boolean> {
  const key = pictureKey(hash);
  try {
    const staged = await to.stage(await from.read(key), { maxBytes });
    try {
      if (staged.sha256 !== hash) return false;
      await staged.keep(key);
      return true;
    } finally {
      await staged.discard();
    }
  } catch (error) {
    // Removed since the list was made.
    if (isAppError(error) && error.code === "not_found") return false;
    throw error;
  }
}

async function sizesIn(blobs: Blobs): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for await (const { key, bytes } of blobs.list("pictures/")) sizes.set(key, bytes);
  return sizes;
}
