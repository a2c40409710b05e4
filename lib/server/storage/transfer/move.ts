/** Takes everything from one installation to another that is empty. Pictures first, then all rows at once; broken off, it goes on when begun again. */
import type { Blobs } from "../blobs.ts";
import { openRecords, type RecordsPlace } from "../open-records.ts";
import { type CopyCount, copyBlobs } from "./copy-blobs.ts";
import { digestRows } from "./digest-rows.ts";
import { allBatches, hashesIn } from "./rows-file.ts";
import { isEmpty, writeRowsIn } from "./rows-in.ts";
import { readRowsOut } from "./rows-out.ts";

export interface Installation {
  readonly place: RecordsPlace;
  readonly blobs: Blobs;
}

export interface MoveRequest {
  readonly from: Installation;
  readonly to: Installation;
  readonly onProgress?: (done: number) => void;
}

export async function move({ from, to, ...rest }: MoveRequest): Promise<CopyCount> {
  // Of the same version at both ends, or nothing could be compared.
  await (await openRecords(from.place)).close();
  const isFresh = await isEmpty(to.place);
  if (!isFresh && !(await areSame(from, to))) throw new Error("Expected an empty database to move into but it has other rows");
  return readRowsOut(from.place, async (out) => {
    const hashes = new Set<string>();
    for await (const batch of allBatches(out)) for (const hash of hashesIn(batch)) hashes.add(hash);
    const count = await copyBlobs({ from: from.blobs, to: to.blobs, hashes, ...rest });
    if (isFresh) await writeRowsIn(to.place, { migrations: out.migrations, rows: allBatches(out) });
    if (!(await areSame(from, to))) throw new Error("Expected the same rows at both ends of the move but they differ");
    return count;
  });
}

async function areSame(from: Installation, to: Installation): Promise<boolean> {
  return (await digestRows(from.place)) === (await digestRows(to.place));
}
