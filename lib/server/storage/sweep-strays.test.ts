import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Blobs, pictureKey, thumbnailKey } from "./blobs.ts";
import { openFolderBlobs } from "./folder-blobs.ts";
import { openRecords } from "./open-records.ts";
import type { Records } from "./records.ts";
import { sweepStrays } from "./sweep-strays.ts";

let folder = "";
let blobs: Blobs;
let records: Records;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-sweep-"));
  blobs = await openFolderBlobs(path.join(folder, "blobs"));
  records = await openRecords({ databaseUrl: null, dataFolder: folder });
});
afterEach(async () => {
  await records.close();
  await rm(folder, { recursive: true, force: true });
});

async function keepPicture(text: string, isKnown: boolean): Promise<string> {
  async function* source() {
    yield new TextEncoder().encode(text);
  }
  const staged = await blobs.stage(source(), { maxBytes: 1000 });
  const { sha256, bytes } = staged;
  await staged.keep(pictureKey(sha256));
  for (const side of [256, 768]) {
    const thumbnail = await blobs.stage(source(), { maxBytes: 1000 });
    await thumbnail.keep(thumbnailKey(sha256, side));
  }
  const rest = { format: "png", width: 1, height: 1, hasAlpha: false, notes: [], sourceSha256: null, createdAtMs: 0 } as const;
  if (isKnown) await records.pictures.put({ id: `pic_${sha256}`, sha256, bytes, ...rest });
  return sha256;
}

it("removes what no row refers to, thumbnails included, and nothing else", async () => {
  const known = await keepPicture("known", true);
  const stray = await keepPicture("stray", false);
  expect(await sweepStrays({ blobs, records, nowMs: Date.now(), isAlone: true })).toBe(3);
  expect(await blobs.size(pictureKey(known))).not.toBeNull();
  expect(await blobs.size(thumbnailKey(known, 256))).not.toBeNull();
  expect(await blobs.size(pictureKey(stray))).toBeNull();
});

it("leaves young files alone while other processes may still be writing their rows", async () => {
  const stray = await keepPicture("stray", false);
  expect(await sweepStrays({ blobs, records, nowMs: Date.now(), isAlone: false })).toBe(0);
  expect(await sweepStrays({ blobs, records, nowMs: Date.now() + 11 * 60_000, isAlone: false })).toBe(3);
  expect(await blobs.size(pictureKey(stray))).toBeNull();
});
