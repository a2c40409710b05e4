/**
 * An edit's layers as pictures without loss, each by itself: the original, the result, and where it is known which part of the
 * result came over, the whole result and that part. Bare, or as OpenRaster, which painting programs open with its layers.
 */
import { createReadStream } from "node:fs";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import { placeOfOriginal } from "./place-of-original.ts";
import type { ZipEntry } from "./zip-stream.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
}

interface Layer {
  readonly name: string;
  readonly file: string;
  readonly picture: PictureRecord;
  readonly x: number;
  readonly y: number;
  readonly isVisible: boolean;
}

export interface LayerFiles {
  readonly entries: readonly ZipEntry[];
  drop(): Promise<void>;
}

const thumbnailSide = 256;

export async function layerEntries(
  parts: Parts,
  { edit, parent, format }: { readonly edit: EditRecord; readonly parent: EditRecord | null; readonly format: "ora" | "png" },
  signal?: AbortSignal,
): Promise<LayerFiles> {
  const { records, blobs, darkroom } = parts;
  const scratch: string[] = [];
  const options = signal ? { signal } : {};
  const drop = async () => void (await Promise.all(scratch.map((file) => blobs.drop(file))));
  const made = new Map<string, Promise<string>>();

  async function asPng({ sha256, format: stored }: PictureRecord, side: number | null): Promise<string> {
    const out = await blobs.scratchPath("png");
    scratch.push(out);
    // What is one already goes along as it is: packing large pictures again takes seconds.
    const request = { out, format: stored === "png" && side === null ? null : ("png" as const), side, quality: 100, xmp: null };
    await blobs.withFile(pictureKey(sha256), (path) => darkroom.exportPicture({ path, ...request }, options));
    return out;
  }

  /** Each is made when those before it have been sent, so that sending begins at once. */
  function entry(name: string, picture: PictureRecord, side: number | null = null): ZipEntry {
    const key = `${picture.id} ${side}`;
    const file = () => {
      const making = made.get(key) ?? asPng(picture, side);
      made.set(key, making);
      return making;
    };
    return { name, read: async () => createReadStream(await file()) };
  }

  const { result, layers } = await layersOf(records, edit, parent);
  if (format === "png") return { entries: layers.map(({ file, picture }) => entry(file, picture)), drop };
  const entries: ZipEntry[] = [
    { name: "mimetype", bytes: Buffer.from("image/openraster") },
    { name: "stack.xml", bytes: Buffer.from(stackOf(result, layers)) },
    ...layers.map(({ file, picture }) => entry(dataFile(file), picture)),
    entry("mergedimage.png", result),
    entry("Thumbnails/thumbnail.png", result, thumbnailSide),
  ];
  return { entries, drop };
}

/** The topmost first. */
async function layersOf(records: Records, edit: EditRecord, parent: EditRecord | null) {
  const { alphaId = null, resultId = null } = edit.fidelity ?? {};
  const [result, mask, whole, original] = await Promise.all(
    [edit.pictureId, alphaId, resultId, parent?.pictureId ?? null].map((id) => (id === null ? null : records.pictures.get(id))),
  );
  if (!result) throw new Error(`Expected the picture ${edit.pictureId} to be stored`);
  const place = original ? await placeOfOriginal(records, edit, original, result) : null;
  const above = { x: 0, y: 0 };
  const layers: readonly Layer[] = [
    ...(mask ? [{ name: "Mask", file: "mask.png", picture: mask, ...above, isVisible: false }] : []),
    ...(whole ? [{ name: "Whole result", file: "whole.png", picture: whole, ...above, isVisible: false }] : []),
    { name: "Result", file: "result.png", picture: result, ...above, isVisible: true },
    ...(original ? [{ name: "Original", file: "original.png", picture: original, ...(place ?? above), isVisible: place !== null }] : []),
  ];
  return { result, layers };
}

function stackOf({ width, height }: PictureRecord, layers: readonly Layer[]): string {
  const lines = layers.map(
    ({ name, file, x, y, isVisible }) =>
      `<layer name="${name}" src="${dataFile(file)}" x="${x}" y="${y}" opacity="1.0" visibility="${isVisible ? "visible" : "hidden"}" composite-op="svg:src-over"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<image version="0.0.3" w="${width}" h="${height}"><stack>${lines.join("")}</stack></image>\n`;
}

/** Where OpenRaster wants its pictures. */
function dataFile(file: string): string {
  return `data/${file}`;
}
