/** Lends the files a frame lies on: the picture and, where one was painted, its mask. */
import { AppError } from "#lib/errors.ts";
import { sha256Of } from "#lib/ids.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";

export interface FramedFiles {
  readonly picture: string;
  readonly mask: string | null;
}

export async function withFramedFiles<Result>(
  blobs: Blobs,
  entry: ModelEntry,
  { inputs }: Pick<PredictionRecord, "inputs">,
  use: (files: FramedFiles) => Promise<Result>,
): Promise<Result> {
  const field = maskFieldOf(entry);
  const picture = field ? inputs[field.of] : undefined;
  const mask = field ? inputs[field.name] : undefined;
  if (typeof picture !== "string") throw new AppError("internal", "Expected a framed run to have a picture");
  return blobs.withFile(pictureKey(sha256Of(picture)), (path) => {
    if (typeof mask !== "string") return use({ picture: path, mask: null });
    return blobs.withFile(pictureKey(sha256Of(mask)), (maskPath) => use({ picture: path, mask: maskPath }));
  });
}
