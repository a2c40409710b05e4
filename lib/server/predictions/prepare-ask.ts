/** Turns stored inputs into what a provider is handed: pictures upright, flat, at the model's working size, in the right encoding. */
import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";
import { sha256Of } from "#lib/ids.ts";
import { pictureFieldsOf } from "#lib/models/check-inputs.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { InputValue, ModelEntry, Size } from "#lib/models/model.ts";
import { paddedSize } from "#lib/models/padded-size.ts";
import { sizeWithin, workingSize } from "#lib/models/working-size.ts";
import type { Darkroom, Fitted } from "#lib/server/darkroom/darkroom.ts";
import type { Ask, Provider } from "#lib/server/providers/provider.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { PictureRecord, PredictionRecord, Records } from "#lib/server/storage/records.ts";
import { withFramedFiles } from "./framed-files.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly provider: Provider;
}

export interface Prepared {
  readonly ask: Ask;
  /** Frees the fitted files. */
  dispose(): Promise<void>;
}

export async function prepareAsk(parts: Parts, entry: ModelEntry, row: PredictionRecord, signal: AbortSignal): Promise<Prepared> {
  const { blobs } = parts;
  const fields = pictureFieldsOf(entry);
  const pictures: Record<string, Fitted> = {};
  const files: string[] = [];
  const dispose = async () => {
    await Promise.all(files.map((file) => blobs.drop(file)));
  };
  try {
    Object.assign(pictures, await cutFrame(parts, entry, row, files, signal));
    for (const field of fields) {
      if (field.name in pictures) continue;
      const id = row.inputs[field.name];
      if (typeof id !== "string") continue;
      // A mask takes the size of the picture it belongs to, so that the two lie on each other pixel by pixel.
      const measured = field.kind === "mask" ? row.inputs[field.of] : id;
      const size = await sizeFor(parts, entry, typeof measured === "string" ? measured : id);
      const padded = field === fields[0] ? await paddingFor(parts, entry, row, id) : null;
      const out = await blobs.scratchPath("bin");
      files.push(out);
      if (await goesWhole(parts, entry, id)) {
        pictures[field.name] = await lendWhole(parts, id, out);
        continue;
      }
      pictures[field.name] = await blobs.withFile(pictureKey(sha256Of(id)), (path) =>
        parts.darkroom.fit(
          {
            ...{ path, out, size: padded?.content ?? size, encode: parts.provider.pictureEncoding, as: field.kind },
            ...(padded && { fillTo: padded.working }),
          },
          { signal },
        ),
      );
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  const pictureNames = new Set(fields.map((field) => field.name));
  const scalars = Object.entries(row.inputs).filter(([name]) => !pictureNames.has(name));
  const inputs: Record<string, InputValue> = Object.fromEntries(scalars);
  return { ask: { predictionId: row.id, model: entry, inputs, pictures, seed: row.seed }, dispose };
}

/** A run with a frame shows its model that part only. The new files are noted before they exist. */
async function cutFrame(
  { blobs, darkroom, provider }: Parts,
  entry: ModelEntry,
  row: PredictionRecord,
  files: string[],
  signal: AbortSignal,
): Promise<Readonly<Record<string, Fitted>>> {
  const { frame } = row;
  const field = maskFieldOf(entry);
  if (frame === null || field === null) return {};
  const out = { picture: await blobs.scratchPath("bin"), mask: await blobs.scratchPath("bin") };
  files.push(out.picture, out.mask);
  const request = { frame, encode: provider.pictureEncoding, out };
  const cut = await withFramedFiles(blobs, entry, row, (lent) => darkroom.cut({ ...lent, ...request }, { signal }));
  return { [field.of]: cut.picture, [field.name]: cut.mask };
}

/** Only the studio's own runs are trimmed when they come back (`merge-result.ts`). */
async function paddingFor({ records, provider }: Parts, entry: ModelEntry, row: PredictionRecord, id: string) {
  if (row.via !== "studio" || provider.mostEditedPixels !== null) return null;
  return paddedSize(entry, await requirePicture(records, id));
}

/** The stored bytes themselves: what shows through stays so. */
async function lendWhole({ records, blobs }: Parts, id: string, out: string): Promise<Fitted> {
  const { sha256, format, width, height, bytes } = await requirePicture(records, id);
  await blobs.withFile(pictureKey(sha256), (path) => copyFile(path, out, constants.COPYFILE_FICLONE));
  return { path: out, mime: `image/${format}`, width, height, bytes };
}

/** Nothing is fitted that need not be: it would cost a decoding and an encoding of the whole photograph. */
async function goesWhole({ records, provider }: Parts, entry: ModelEntry, id: string): Promise<boolean> {
  if (entry.workingSize.rule === "own") return true;
  const { width, height } = await requirePicture(records, id);
  return entry.task === "edit" && provider.mostEditedPixels !== null && width * height <= provider.mostEditedPixels;
}

async function sizeFor({ records, provider }: Parts, entry: ModelEntry, id: string): Promise<Size> {
  const picture = await requirePicture(records, id);
  const most = provider.mostEditedPixels;
  return entry.task === "edit" && most !== null ? sizeWithin(most, picture) : workingSize(entry, picture);
}

async function requirePicture(records: Records, id: string): Promise<PictureRecord> {
  const record = await records.pictures.get(id);
  if (!record) throw new AppError("internal", `Expected picture ${id} to be stored but it is not`);
  return record;
}
