/** Compares what the rows say with the bytes that are there. Reads every byte, changes nothing, and may run beside a studio at work. */
import { createHash } from "node:crypto";
import { isAppError } from "#lib/errors.ts";
import { type Blobs, pictureKey, type StoredBlob } from "../blobs.ts";
import type { RecordsPlace } from "../open-store.ts";
import { readRowsOut } from "./rows-out.ts";

export type FindingKind = "missing" | "truncated" | "flipped" | "stray";

export interface Finding {
  readonly kind: FindingKind;
  readonly key: string;
}

export interface ExpectedPicture {
  readonly sha256: string;
  /** Null where only the hash is known: of files as they came. */
  readonly bytes: number | null;
}

export interface VerifyRequest {
  readonly blobs: Blobs;
  /** Asked after the files are listed, so that whatever is listed has its row by then or never had one. */
  readonly expected: () => Promise<readonly ExpectedPicture[]>;
  readonly nowMs: number;
  readonly onFinding: (finding: Finding) => void;
  readonly onProgress?: (checked: number) => void;
}

/** A file that young may still be waiting for its row. */
const graceMs = 10 * 60_000;
const atOnce = 4;
const webpHeaderBytes = 12;
const endOfJpeg = 0xffd9;

/** What the rows of an installation refer to. */
export async function readExpected(place: RecordsPlace): Promise<readonly ExpectedPicture[]> {
  return readRowsOut(place, async (out) => {
    const found: ExpectedPicture[] = [];
    const table = out.tables.find(({ name }) => name === "pictures");
    if (!table) return found;
    for await (const rows of out.read(table)) {
      for (const { sha256, bytes, source_sha256: source } of rows) {
        if (typeof sha256 === "string") found.push({ sha256, bytes: typeof bytes === "number" ? bytes : null });
        if (typeof source === "string") found.push({ sha256: source, bytes: null });
      }
    }
    return found;
  });
}

/** Answers how many files were read. */
export async function verify({ blobs, expected, nowMs, onFinding, onProgress }: VerifyRequest): Promise<number> {
  const listed = new Map<string, StoredBlob>();
  for await (const blob of blobs.list("")) listed.set(blob.key, blob);
  const pictures = new Map<string, ExpectedPicture>();
  for (const picture of await expected()) {
    const known = pictures.get(pictureKey(picture.sha256));
    pictures.set(pictureKey(picture.sha256), { ...picture, bytes: picture.bytes ?? known?.bytes ?? null });
  }

  let checked = 0;
  const left = pictures.values();
  async function work(): Promise<void> {
    for (const picture of left) {
      const kind = await checkPicture(blobs, picture);
      if (kind) onFinding({ kind, key: pictureKey(picture.sha256) });
      checked += 1;
      onProgress?.(checked);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));

  for (const blob of listed.values()) {
    if (pictures.has(blob.key)) continue;
    const ofPicture = /^thumbnails\/[0-9a-f]{2}\/([0-9a-f]{64})-\d+\.(?:webp|jpg)$/.exec(blob.key)?.[1];
    if (ofPicture !== undefined && pictures.has(pictureKey(ofPicture))) {
      if (await isCutShort(blobs, blob)) onFinding({ kind: "truncated", key: blob.key });
    } else if (nowMs - blob.writtenAtMs >= graceMs) onFinding({ kind: "stray", key: blob.key });
  }
  return checked;
}

async function checkPicture(blobs: Blobs, { sha256, bytes }: ExpectedPicture): Promise<FindingKind | null> {
  const hash = createHash("sha256");
  let length = 0;
  try {
    for await (const piece of await blobs.read(pictureKey(sha256))) {
      hash.update(piece);
      length += piece.byteLength;
    }
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return "missing";
    throw error;
  }
  if (hash.digest("hex") === sha256) return null;
  return bytes !== null && length < bytes ? "truncated" : "flipped";
}

/** A thumbnail has no hash to hold it to: it is made anew from its picture whenever it is removed. But it says its length, or ends as a JPEG does. */
async function isCutShort(blobs: Blobs, { key, bytes }: StoredBlob): Promise<boolean> {
  if (bytes < webpHeaderBytes) return true;
  const read = async (start: number, end: number) => Buffer.from(await new Response(await blobs.read(key, { start, end })).arrayBuffer());
  if (key.endsWith(".jpg")) return (await read(bytes - 2, bytes - 1)).readUInt16BE(0) !== endOfJpeg;
  const header = await read(0, webpHeaderBytes - 1);
  return header.toString("latin1", 0, 4) !== "RIFF" || header.readUInt32LE(4) + 8 !== bytes;
}
