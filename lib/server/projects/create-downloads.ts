/** Makes copies to take away. They live in scratch files, and only as long as somebody reads them. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { AppError, invalidInput } from "#lib/errors.ts";
import { shownNodes } from "#lib/history/shown-nodes.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, PredictionRecord, Records } from "#lib/server/storage/records.ts";
import { archiveEntries } from "./archive-entries.ts";
import type { Downloads } from "./downloads.ts";
import { layerEntries } from "./layer-entries.ts";
import { layersAsPsd } from "./layers-as-psd.ts";
import { sourceTypeOf, xmpPacket } from "./provenance.ts";
import { checkZipSize, zipStream } from "./zip-stream.ts";

export interface DownloadParts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly clock: Clock;
}

export function createDownloads(parts: DownloadParts): Downloads {
  const { records, blobs, darkroom, clock } = parts;

  async function picture(id: string): Promise<PictureRecord> {
    const found = await records.pictures.get(id);
    if (!found) throw new AppError("not_found", `Expected the id of a stored picture but received "${id.slice(0, 80)}"`);
    return found;
  }

  async function packetFor(pictureId: string, editId: string | null, createdAtMs: number): Promise<string> {
    if (editId === null) return xmpPacket({ sourceType: null, maker: null, createdAtMs });
    const edit = await records.edits.get(editId);
    if (edit?.pictureId !== pictureId) {
      throw invalidInput({ field: "edit", rule: "format", message: "Expected the id of an edit with this picture for edit" });
    }
    const edits = await records.edits.ofProject(edit.projectId);
    const predictions = await predictionsOf(records, edits);
    const maker = edit.predictionId === null ? null : (predictions.get(edit.predictionId) ?? null);
    return xmpPacket({ sourceType: sourceTypeOf({ edit, edits, predictions }), maker, createdAtMs: edit.createdAtMs });
  }

  return {
    async picture(id, { format, side, quality, hasMetadata, editId }, signal) {
      const { sha256, createdAtMs } = await picture(id);
      const xmp = hasMetadata ? await packetFor(id, editId, createdAtMs) : null;
      const out = await blobs.scratchPath(format ?? "bin");
      try {
        const options = signal ? { signal } : {};
        const made = await blobs.withFile(pictureKey(sha256), (path) =>
          darkroom.exportPicture({ path, out, format, side, quality, xmp }, options),
        );
        const file = createReadStream(out);
        file.once("close", () => void blobs.drop(out));
        return { format: made.format, bytes: made.bytes, body: Readable.toWeb(file) as ReadableStream<Uint8Array> };
      } catch (error) {
        await blobs.drop(out);
        throw error;
      }
    },

    async archive(projectId, editIds) {
      const project = await records.projects.get(projectId);
      if (!project) throw new AppError("not_found", `Expected the id of a project but received "${projectId.slice(0, 80)}"`);
      const all = shownNodes(await records.edits.ofProject(projectId), ({ deletedAtMs }) => deletedAtMs === null);
      const edits = editIds === null ? all : all.filter(({ id }) => editIds.includes(id));
      if (editIds !== null && edits.length < new Set(editIds).size) {
        throw invalidInput({ field: "edits", rule: "format", message: "Expected ids of edits of this project for edits" });
      }
      if (edits.length === 0) throw invalidInput({ field: "edits", rule: "required", message: "Expected at least one edit for edits" });
      const pictures = await records.pictures.getMany([...new Set(edits.map(({ pictureId }) => pictureId))]);
      checkZipSize(edits.map(({ pictureId }) => pictures.find(({ id }) => id === pictureId)?.bytes ?? 0));
      const entries = archiveEntries({
        project,
        edits,
        pictures,
        predictions: await predictionsOf(records, edits),
        blobs,
        nowMs: clock.now(),
      });
      return { name: `${project.name || "Pentimento"}.zip`, body: bodyOf(zipStream(entries, new Date(clock.now()))) };
    },

    async layers(editId, format, signal) {
      const edit = await records.edits.get(editId);
      if (!edit) throw new AppError("not_found", `Expected the id of an edit but received "${editId.slice(0, 80)}"`);
      const parent = edit.parentId === null ? null : await records.edits.get(edit.parentId);
      if (format === "psd") {
        return { name: `${edit.name || "Pentimento"}.psd`, body: await layersAsPsd(parts, edit, parent, signal) };
      }
      const { entries, drop } = await layerEntries(parts, { edit, parent, format }, signal);
      async function* thenDrop() {
        try {
          yield* zipStream(entries, new Date(clock.now()));
        } finally {
          await drop();
        }
      }
      return { name: `${edit.name || "Pentimento"}.${format === "png" ? "zip" : format}`, body: bodyOf(thenDrop()) };
    },
  };
}

async function predictionsOf(records: Records, edits: readonly EditRecord[]): Promise<ReadonlyMap<string, PredictionRecord>> {
  const ids = [...new Set(edits.flatMap(({ predictionId }) => predictionId ?? []))];
  const rows = await Promise.all(ids.map((id) => records.predictions.get(id)));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

function bodyOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(chunks, { objectMode: false })) as ReadableStream<Uint8Array>;
}
