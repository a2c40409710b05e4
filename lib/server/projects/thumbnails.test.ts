import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Blobs, pictureKey, thumbnailKey } from "#lib/server/storage/blobs.ts";
import { openFolderBlobs } from "#lib/server/storage/folder-blobs.ts";
import { patience } from "#lib/testing/patience.ts";
import { createThumbnails } from "./thumbnails.ts";

const drawn = "drawn once";
let folder: string;
let blobs: Blobs;
let sha256: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-thumbnails-"));
  blobs = await openFolderBlobs(folder);
  const staged = await blobs.stage(
    (async function* () {
      yield new TextEncoder().encode("a picture");
    })(),
    { maxBytes: 100 },
  );
  sha256 = staged.sha256;
  await staged.keep(pictureKey(sha256));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

const text = async (stream: Promise<ReadableStream<Uint8Array>>) => new Response(await stream).text();
const isKept = () => vi.waitFor(async () => expect(await blobs.size(thumbnailKey(sha256, 256))).toBe(drawn.length), patience);

it("two who ask for the same new copy wait for one making of it; it is kept, and read in parts as well", async () => {
  const thumbnail = vi.fn(({ out }: { readonly out: string }) => writeFile(out, drawn));
  const thumbnails = createThumbnails({ blobs, darkroom: { thumbnail } });
  const [one, other] = await Promise.all([thumbnails.get(sha256, 256), thumbnails.get(sha256, 256)]);
  expect([await text(one.read()), await text(other.read({ start: 6, end: 7 })), one.bytes]).toEqual([drawn, "on", drawn.length]);
  await isKept();
  expect(await text((await thumbnails.get(sha256, 256)).read({ start: 0, end: 4 }))).toBe("drawn");
  expect(thumbnail).toHaveBeenCalledTimes(1);
});

it("a copy that could not be drawn is drawn when it is asked for again", async () => {
  const thumbnail = vi.fn(({ out }: { readonly out: string }) => writeFile(out, drawn)).mockRejectedValueOnce(new Error("out of memory"));
  const thumbnails = createThumbnails({ blobs, darkroom: { thumbnail } });
  await expect(thumbnails.get(sha256, 256)).rejects.toThrow("out of memory");
  expect((await thumbnails.get(sha256, 256)).bytes).toBe(drawn.length);
  await isKept();
});

it("a copy that cannot be kept is shown all the same", async () => {
  const full = { ...blobs, adopt: () => Promise.reject(new Error("the disk is full")) };
  const thumbnails = createThumbnails({ blobs: full, darkroom: { thumbnail: ({ out }) => writeFile(out, drawn) } });
  expect(await text((await thumbnails.get(sha256, 256)).read())).toBe(drawn);
});
