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
import { openStore } from "../open-store.ts";
import type { Records } from "../records.ts";
import { openS3Blobs, type S3Place } from "../s3/s3-blobs.ts";
import { addPerson, sampleAccessToken, sampleInvitation, samplePerson, sampleSession } from "./sample-people.ts";
import {
  addPrediction,
  addProject,
  sampleEdit,
  samplePicture,
  samplePrediction,
  sampleProject,
  sampleReplay,
  startMs,
} from "./sample-records.ts";

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

/** Something in every table. A tree of edits (a child's id before its parent's among them), a source file, thumbnails, runs of every kind, words and a link. */
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
    if (index === 2) await keepBytes(blobs, jpeg(300), () => thumbnailKey(sha256, 1536, "jpg"));
  }
  const submitted = await addPrediction(records, { projectId: project.id, idempotencyKey: newId("prd"), seed: 0.1 + 0.2 });
  await records.predictions.change(submitted.id, submitted.version, { status: "accepted", upstreamId: newId("prd"), progress: 1 / 3 });
  await records.prompts.use({ id: `prm_${newId("prd")}`, text: "a boat" }, startMs);
  const edits = await records.edits.ofProject(project.id);
  const share = { id: newId("shr"), projectId: project.id, editId: edits[0]?.id ?? null, tokenHash: newId("shr"), createdAtMs: startMs };
  await records.shares.create({ ...share, expiresAtMs: null, revokedAtMs: null });
  await records.projects.create(sampleProject({ name: "Empty" }));
  await fillRest(records, project.id);
  await records.close();
  await addCount(place);
  return hashes;
}

/** A stored run with its price, people with all they come in by, what was said, and steps applied again. */
async function fillRest(records: Records, projectId: string): Promise<void> {
  const [edit] = await records.edits.ofProject(projectId);
  if (!edit) throw new Error("Expected an edit to say something about");
  const person = samplePerson({ role: "owner" });
  if (!(await records.people.addFirst(person))) await addPerson(records);
  const [owner] = await records.people.list();
  const personId = owner?.id ?? person.id;
  await records.sessions.create(sampleSession(personId));
  await records.people.change(personId, { factorSecret: "MFRGGZDFMZTWQ2LK" });
  await records.factors.confirm(personId, { sinceMs: startMs, step: 56_666_666, codeHashes: [newId("tok"), newId("tok")] });
  await records.waysBack.open({ tokenHash: newId("tok"), personId, expiresAtMs: startMs });
  await records.identities.link({ issuer: "https://id.example.com", subject: personId, personId, createdAtMs: startMs });
  await records.accessTokens.create(sampleAccessToken(personId));
  await records.invitations.create(sampleInvitation());
  await records.audit.add({ id: newId("aud"), atMs: startMs, action: "cap-changed", personId, subject: "team" });
  await records.caps.set({ holder: "team", period: "month", mostMicros: 25_000_000 });
  const { prediction: run } = await records.predictions.insert(samplePrediction({ projectId, parentEditId: edit.id }), {
    personId,
    amountMicros: 40_000,
    pictures: 1,
  });
  const made = sampleEdit({ projectId, pictureId: edit.pictureId, parentId: edit.id, predictionId: run.id, kind: "prediction" });
  const patch = { status: "stored", submittedAtMs: startMs, completedAtMs: startMs, outputs: ["https://a.test/1"] } as const;
  await records.predictions.finish({ id: run.id, version: run.version, pictures: [], edits: [made], patch });
  const said = { editId: edit.id, text: "Nice “boat”", x: 0.25, y: null, createdAtMs: startMs };
  const [share] = await records.shares.ofProject(projectId);
  await records.shares.addRemark({ ...said, id: newId("rmk"), shareId: share?.id ?? "", author: "Grace", verdict: "approved" }, 10);
  const note = { ...said, id: newId("nte"), projectId, answeredId: null };
  await records.notes.add(note, 10);
  await records.notes.settle(note.id, startMs);
  await records.replays.insert([sampleReplay(edit, { personId })]);
}

/** What counts how often somebody does something has no other way in on one machine. */
async function addCount(place: RecordsPlace): Promise<void> {
  const store = await openStore(place);
  const counted = { key: `runs-who:${newId("psn")}`, points: 3, expire: startMs };
  await store.db.insertInto("rates").values(counted).execute();
  await store.db.destroy();
}

/** A head that tells the right length, and nothing that could be decoded. */
function jpeg(bytes: number): Uint8Array {
  const file = Buffer.alloc(bytes);
  file.writeUInt16BE(0xffd8, 0);
  file.writeUInt16BE(0xffd9, bytes - 2);
  return file;
}

export function webp(bytes: number): Uint8Array {
  const file = Buffer.alloc(bytes);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(bytes - 8, 4);
  file.write("WEBP", 8, "latin1");
  return file;
}
