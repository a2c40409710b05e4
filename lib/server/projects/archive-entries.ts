/** What stands in an archive of edits: each stored file under a name that says what it is, and a manifest of how each came about. */
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, PredictionRecord, ProjectRecord } from "#lib/server/storage/records.ts";
import { toIso } from "./present.ts";
import type { ZipEntry } from "./zip-stream.ts";

interface Contents {
  readonly project: ProjectRecord;
  readonly edits: readonly EditRecord[];
  readonly pictures: readonly PictureRecord[];
  readonly predictions: ReadonlyMap<string, PredictionRecord>;
  readonly blobs: Pick<Blobs, "read">;
  readonly nowMs: number;
}

const endings = { jpeg: "jpg", png: "png", webp: "webp" } as const;

export function archiveEntries({ project, edits, pictures, predictions, blobs, nowMs }: Contents): readonly ZipEntry[] {
  const rows = edits.flatMap((edit, at) => {
    const picture = pictures.find(({ id }) => id === edit.pictureId);
    return picture
      ? [{ edit, picture, maker: makerOf(edit, predictions), file: fileName(edit, at, picture, makerOf(edit, predictions)) }]
      : [];
  });
  const manifest = {
    project: { id: project.id, name: project.name, currentEditId: project.currentEditId },
    writtenAt: toIso(nowMs),
    edits: rows.map(({ edit, picture, maker, file }) => ({
      file,
      id: edit.id,
      parentId: edit.parentId,
      kind: edit.kind,
      name: edit.name,
      createdAt: toIso(edit.createdAtMs),
      picture: { id: picture.id, format: picture.format, width: picture.width, height: picture.height, bytes: picture.bytes },
      fidelity: edit.fidelity,
      madeBy: maker && { model: maker.model, provider: maker.provider, inputs: maker.inputs, seed: maker.seed, priceUsd: maker.priceUsd },
    })),
  };
  return [
    ...rows.map(({ picture, file }) => ({ name: file, read: () => blobs.read(pictureKey(picture.sha256)) })),
    { name: "manifest.json", bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
  ];
}

function makerOf({ predictionId }: EditRecord, predictions: ReadonlyMap<string, PredictionRecord>): PredictionRecord | null {
  return predictionId === null ? null : (predictions.get(predictionId) ?? null);
}

/** The number keeps names apart and in order. */
function fileName(edit: EditRecord, at: number, picture: PictureRecord, maker: PredictionRecord | null): string {
  const seed = maker === null || maker.seed === null ? undefined : `seed ${maker.seed}`;
  const parts = [String(at + 1).padStart(3, "0"), edit.name.slice(0, 60).trim(), maker?.model.split("/").at(-1), seed];
  const name = parts.filter((part) => part !== undefined && part !== "").join(" ");
  return `${name.toWellFormed().replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "-")}.${endings[picture.format]}`;
}
