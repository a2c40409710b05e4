import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type S3, startS3 } from "#lib/testing/s3.ts";
import { pictureKey } from "../blobs.ts";
import { describeBlobs, inPieces } from "../blobs-contract.ts";
import { openS3Blobs } from "./s3-blobs.ts";
import type { S3Place } from "./send-signed.ts";

let s3: S3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

async function freshBlobs(change: Partial<S3Place> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-s3-blobs-"));
  const place = await s3.createBucket(randomUUID());
  const dispose = () => rm(folder, { recursive: true });
  const blobs = await openS3Blobs({ ...place, ...change }, { scratchFolder: folder }).catch(async (error: unknown) => {
    await dispose();
    throw error;
  });
  return { blobs, place, temporary: () => readdir(folder), dispose: () => blobs.close().then(dispose) };
}

describeBlobs("a bucket of an S3 service", freshBlobs);

test("a wrong key, a missing bucket and an unknown one are refused when it is opened, and no secret is told", async () => {
  const wrong: Partial<S3Place>[] = [{ secretAccessKey: "hunter2" }, { accessKeyId: "nobody" }, { bucket: "nowhere" }];
  const errors = await Promise.all(
    wrong.map((change) =>
      freshBlobs(change).then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  );
  for (const error of errors) expect(error).toMatchObject({ code: "storage_refused" });
  expect(errors.map(String).join()).not.toMatch(/hunter2|that\+must/);
});

test("twenty writers of one key at once leave one whole blob", async () => {
  const { blobs, dispose } = await freshBlobs();
  const bytes = new Uint8Array(200_000).fill(7);
  const staged = await Promise.all(Array.from({ length: 20 }, () => blobs.stage(inPieces(bytes), { maxBytes: bytes.length })));
  const key = pictureKey(staged[0]?.sha256 ?? "");
  await Promise.all(staged.map((one) => one.keep(key)));
  expect(new Uint8Array(await new Response(await blobs.read(key)).arrayBuffer())).toEqual(bytes);
  await dispose();
});
