/**
 * Removes picture files no row refers to: what is left when a process dies between keeping a file and writing its row.
 * Alone on the folder everything unreferenced may go; beside other processes only what is older than any upload takes.
 */
import { isKey } from "./blob-keys.ts";
import type { Blobs } from "./blobs.ts";
import type { Records } from "./records.ts";

const graceMs = 10 * 60_000;
const batch = 200;

export async function sweepStrays(parts: { blobs: Blobs; records: Records; nowMs: number; isAlone: boolean }): Promise<number> {
  const { blobs, records, nowMs, isAlone } = parts;
  let removed = 0;
  let waiting: string[] = [];

  const flush = async () => {
    const keys = waiting;
    waiting = [];
    const referenced = await records.pictures.referenced([...new Set(keys.map(hashIn))]);
    for (const key of keys.filter((one) => !referenced.has(hashIn(one)))) {
      await blobs.remove(key);
      removed += 1;
    }
  };

  for (const prefix of ["pictures/", "thumbnails/"]) {
    for await (const { key, writtenAtMs } of blobs.list(prefix)) {
      // What somebody else put there is found by verify and left to whoever did it.
      if (!isKey(key)) continue;
      if (!isAlone && nowMs - writtenAtMs < graceMs) continue;
      waiting.push(key);
      if (waiting.length >= batch) await flush();
    }
    await flush();
  }
  return removed;
}

function hashIn(key: string): string {
  return /[0-9a-f]{64}/.exec(key)?.[0] ?? key;
}
