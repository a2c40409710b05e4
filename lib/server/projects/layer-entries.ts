/**
 * An edit as OpenRaster, which painting programs open with its layers: the original below, the result above, and where it is
 * known which part of the result came over, the whole result and that part as hidden layers.
 */
import { createReadStream } from "node:fs";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import type { Blobs } from "#lib/server/storage/blobs.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, Records } from "#lib/server/storage/records.ts";
import type { ZipEntry } from "./zip-stream.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
}

interface Layer {
  readonly name: string;
  readonly file: string;
  readonly pictureId: string;
  readonly isVisible: boolean;
}

interface LayerFiles {
  readonly entries: readonly ZipEntry[];
  drop(): Promise<void>;
}

const thumbnailSide = 256;

export async function layerEntries(
  { records, blobs, darkroom }: Parts,
  edit: EditRecord,
  parent: EditRecord | null,
  signal?: AbortSignal,
): Promise<LayerFiles> {
  const scratch: string[] = [];
  const options = signal ? { signal } : {};
  const drop = async () => void (await Promise.all(scratch.map((file) => blobs.drop(file))));

  async function asPng(
    pictureId: string,
    side: number | null,
  ): Promise<{ readonly path: string; readonly width: number; readonly height: number }> {
    const picture = await records.pictures.get(pictureId);
    const out = await blobs.scratchPath("png");
    scratch.push(out);
    const made = await blobs.withFile(pictureKey(picture?.sha256 ?? ""), (path) =>
      darkroom.exportPicture({ path, out, format: "png", side, quality: 100, xmp: null }, options),
    );
    return { path: out, width: made.width, height: made.height };
  }

  try {
    const layers = layersOf(edit, parent);
    const result = await asPng(edit.pictureId, null);
    const files = new Map([[edit.pictureId, result]]);
    for (const { pictureId } of layers) if (!files.has(pictureId)) files.set(pictureId, await asPng(pictureId, null));
    const thumbnail = await asPng(edit.pictureId, thumbnailSide);
    const entries: ZipEntry[] = [
      { name: "mimetype", bytes: Buffer.from("image/openraster") },
      { name: "stack.xml", bytes: Buffer.from(stackOf(result, layers)) },
      ...layers.map(({ file, pictureId }) => fileEntry(file, files.get(pictureId)?.path ?? result.path)),
      fileEntry("mergedimage.png", result.path),
      fileEntry("Thumbnails/thumbnail.png", thumbnail.path),
    ];
    return { entries, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** The topmost first. */
function layersOf(edit: EditRecord, parent: EditRecord | null): readonly Layer[] {
  const { alphaId, resultId } = edit.fidelity ?? { alphaId: null, resultId: null };
  return [
    ...(alphaId ? [{ name: "Mask", file: "data/mask.png", pictureId: alphaId, isVisible: false }] : []),
    ...(resultId ? [{ name: "Whole result", file: "data/whole.png", pictureId: resultId, isVisible: false }] : []),
    { name: "Result", file: "data/result.png", pictureId: edit.pictureId, isVisible: true },
    ...(parent ? [{ name: "Original", file: "data/original.png", pictureId: parent.pictureId, isVisible: true }] : []),
  ];
}

function stackOf({ width, height }: { readonly width: number; readonly height: number }, layers: readonly Layer[]): string {
  const lines = layers.map(
    ({ name, file, isVisible }) =>
      `<layer name="${name}" src="${file}" x="0" y="0" opacity="1.0" visibility="${isVisible ? "visible" : "hidden"}" composite-op="svg:src-over"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<image version="0.0.3" w="${width}" h="${height}"><stack>${lines.join("")}</stack></image>\n`;
}

function fileEntry(name: string, path: string): ZipEntry {
  return { name, read: async () => createReadStream(path) };
}
