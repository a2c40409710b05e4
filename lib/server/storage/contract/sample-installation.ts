/** An installation with something of everything in it: on one machine, or on Postgres with a bucket. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { Client } from "pg";
import { newId, pictureId } from "#lib/ids.ts";
import type { Postgres } from "#lib/testing/postgres.ts";
import type { S3 } from "#lib/testing/s3.ts";
import { type Blobs, pictureKey, thumbnailKey } from "../blobs.ts";
import { openFolderBlobs } from "../folder-blobs.ts";
import { openRecords, type RecordsPlace } from "../open-records.ts";
import { openS3Blobs, type S3Place } from "../s3/s3-blobs.ts";
import { addPrediction, addProject, sampleEdit, samplePicture, sampleProject, startMs } from "./sample-records.ts";

export interface SampleInstallation {
  readonly place: RecordsPlace;
  readonly blobs: Blobs;
  /** Null for a folder. */
  readonly bucket: S3Place | null;
  readonly folder: string;
  dispose(): Promise<void>;
}

export async function oneMachine(): Promise<SampleInstallation> {
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-installation-"));
  const blobs = await openFolderBlobs(path.join(folder, "blobs"));
  return { place: { databaseUrl: null, dataFolder: folder }, blobs, bucket: null, folder, dispose: () => rm(folder, { recursive: true }) };
}

export async function severalMachines(postgres: Postgres, s3: S3): Promise<SampleInstallation> {
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-installation-"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const bucket = await s3.createBucket(randomUUID());
  const blobs = await openS3Blobs(bucket, { scratchFolder: path.join(folder, "scratch") });
  const databaseUrl = postgres.url.replace(/[^/]+$/, name);
  return { place: { databaseUrl, dataFolder: folder }, blobs, bucket, folder, dispose: () => rm(folder, { recursive: true }) };
}

export async function keepBytes(blobs: Blobs, bytes: Uint8Array, keyOf: (sha256: string) => string = pictureKey): Promise<string> {
  const staged = await blobs.stage(Readable.from([bytes]), { maxBytes: bytes.length });
  await staged.keep(keyOf(staged.sha256));
  return staged.sha256;
}

/** A tree of edits (a child's id before its parent's among them), a source file, thumbnails, runs of every kind, words and a link. */
export async function fill({ place, blobs }: SampleInstallation, pictureCount = 12): Promise<readonly string[]> {
  const records = await openRecords(place);
  const project = await addProject(records, { name: "Ein „Haus“\n\u2028 🏠" });
  const hashes: string[] = [];
  let parentId: string | null = null;
  for (let index = 0; index < pictureCount; index += 1) {
    const bytes = randomBytes(2000 + index);
    const sha256 = await keepBytes(blobs, bytes);
    const sourceSha256: string | null = index % 5 === 1 ? await keepBytes(blobs, randomBytes(900)) : null;
    hashes.push(sha256, ...(sourceSha256 === null ? [] : [sourceSha256]));
    const picture = samplePicture({ id: pictureId(sha256), sha256, bytes: bytes.length, sourceSha256 });
    await records.pictures.put(picture);
    const edit = sampleEdit({
      projectId: project.id,
      pictureId: picture.id,
      parentId,
      ...(index === 3 ? { id: `edt_0${newId("edt")}` } : {}),
    });
    await records.edits.add(edit);
    parentId = index % 4 === 0 ? null : edit.id;
    if (index < 2) await keepBytes(blobs, webp(300), () => thumbnailKey(sha256, 256));
  }
  const submitted = await addPrediction(records, { projectId: project.id, idempotencyKey: newId("prd"), seed: 0.1 + 0.2 });
  await records.predictions.change(submitted.id, submitted.version, { status: "accepted", upstreamId: newId("prd"), progress: 1 / 3 });
  await records.prompts.use({ id: `prm_${newId("prd")}`, text: "a boat" }, startMs);
  const edits = await records.edits.ofProject(project.id);
  const share = { id: newId("shr"), projectId: project.id, editId: edits[0]?.id ?? null, tokenHash: newId("shr"), createdAtMs: startMs };
  await records.shares.create({ ...share, expiresAtMs: null, revokedAtMs: null });
  await records.projects.create(sampleProject({ name: "Empty" }));
  await records.close();
  return hashes;
}

/** A head that tells the right length, and nothing that could be decoded. */
export function webp(bytes: number): Uint8Array {
  const file = Buffer.alloc(bytes);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(bytes - 8, 4);
  file.write("WEBP", 8, "latin1");
  return file;
}
