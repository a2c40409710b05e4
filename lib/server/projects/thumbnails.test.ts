import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Blobs, pictureKey, thumbnailKey } from "#lib/server/storage/blobs.ts";
import { openFolderBlobs } from "#lib/server/storage/folder-blobs.ts";
import { patience } from "#lib/testing/patience.ts";
import { stageSide } from "#lib/wire.ts";
import { createThumbnails } from "./thumbnails.ts";

const drawn = "drawn once";
const pictured = () => ({ sha256, hasAlpha: false });
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
  const [one, other] = await Promise.all([thumbnails.get(pictured(), 256), thumbnails.get(pictured(), 256)]);
  expect([await text(one.read()), await text(other.read({ start: 6, end: 7 })), one.bytes]).toEqual([drawn, "on", drawn.length]);
  await isKept();
  expect(await text((await thumbnails.get(pictured(), 256)).read({ start: 0, end: 4 }))).toBe("drawn");
  expect(thumbnail).toHaveBeenCalledTimes(1);
});

it("a copy that could not be drawn is drawn when it is asked for again", async () => {
  const thumbnail = vi.fn(({ out }: { readonly out: string }) => writeFile(out, drawn)).mockRejectedValueOnce(new Error("out of memory"));
  const thumbnails = createThumbnails({ blobs, darkroom: { thumbnail } });
  await expect(thumbnails.get(pictured(), 256)).rejects.toThrow("out of memory");
  expect((await thumbnails.get(pictured(), 256)).bytes).toBe(drawn.length);
  await isKept();
});

it("the stage's copy is a JPEG where nothing shows through", async () => {
  const thumbnail = vi.fn(({ out }: { readonly out: string }) => writeFile(out, drawn));
  const thumbnails = createThumbnails({ blobs, darkroom: { thumbnail } });
  const endings = [await thumbnails.get(pictured(), stageSide), await thumbnails.get({ ...pictured(), hasAlpha: true }, stageSide)];
  expect(endings.map(({ contentType }) => contentType)).toEqual(["image/jpeg", "image/webp"]);
  expect(thumbnail.mock.calls).toMatchObject([[{ format: "jpeg", side: stageSide }], [{ format: "webp", side: stageSide }]]);
});

it("a copy that somebody has drawn already is taken over, kept, and not drawn again", async () => {
  const thumbnail = vi.fn();
  const thumbnails = createThumbnails({ blobs, darkroom: { thumbnail } });
  const file = await blobs.scratchPath("jpg");
  await writeFile(file, drawn);
  thumbnails.offer(pictured(), file);
  expect(await text((await thumbnails.get(pictured(), stageSide)).read())).toBe(drawn);
  await vi.waitFor(async () => expect(await blobs.size(thumbnailKey(sha256, stageSide, "jpg"))).toBe(drawn.length), patience);
  expect(thumbnail).not.toHaveBeenCalled();
});

it("a copy that cannot be kept is shown all the same", async () => {
  const full = { ...blobs, adopt: () => Promise.reject(new Error("the disk is full")) };
  const thumbnails = createThumbnails({ blobs: full, darkroom: { thumbnail: ({ out }) => writeFile(out, drawn) } });
  expect(await text((await thumbnails.get(pictured(), 256)).read())).toBe(drawn);
});
