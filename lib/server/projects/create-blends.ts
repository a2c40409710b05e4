/** A result joined with its original anew becomes an edit beside the one it came from; neither is changed. */
import { AppError, type FieldFault, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom, Pasted } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import type { Edit, Fidelity } from "#lib/wire.ts";
import type { BlendRequest, Blends } from "./blends.ts";
import { keepFile } from "./keep-file.ts";
import { toWireEdit } from "./present.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly clock: Clock;
}

interface ToAdd {
  readonly edit: EditRecord;
  readonly request: BlendRequest;
  readonly picture: PictureRecord;
  readonly fidelity: Fidelity;
  readonly madeId: string | undefined;
}

const mostSoftnessPx = 64;

export function createBlends({ records, blobs, darkroom, clock }: Parts): Blends {
  /** The edit's original, its result and the mask, all of one size. */
  async function findParts(edit: EditRecord, { alphaId, whole }: BlendRequest) {
    const parent = edit.parentId === null ? null : await records.edits.get(edit.parentId);
    const resultId = edit.fidelity?.resultId ?? null;
    const original = parent && (await records.pictures.get(parent.pictureId));
    const result = resultId === null ? null : await records.pictures.get(resultId);
    if (!original || !result || !isOneSize(original, result)) {
      throw refuse("editId", "format", "Expected an edit whose result lies on its original for editId");
    }
    const wanted = whole ? null : (alphaId ?? edit.fidelity?.alphaId ?? null);
    const alpha = wanted === null ? null : await records.pictures.get(wanted);
    if (wanted !== null && (!alpha || !isOneSize(original, alpha))) {
      const size = `${original.width} × ${original.height}`;
      throw refuse("alphaId", "format", `Expected the id of a stored picture of ${size} for alphaId`);
    }
    return { original, result, alpha };
  }

  async function add({ edit, request, picture, fidelity, madeId }: ToAdd): Promise<Edit> {
    const nowMs = clock.now();
    const id = madeId ?? newId("edt", nowMs);
    const joined = { ...fidelity, blend: { ...request, fromEditId: edit.id } };
    const made: EditRecord = { ...edit, id, kind: "local", pictureId: picture.id, fidelity: joined, createdAtMs: nowMs };
    await records.edits.add(made);
    return toWireEdit(made, picture);
  }

  return {
    async blend(editId, request, { signal, madeId } = {}) {
      checkRange("softnessPx", request.softnessPx, mostSoftnessPx);
      checkRange("colourMatch", request.colourMatch, 1);
      const madeBefore = madeId === undefined ? null : await records.edits.get(madeId);
      const [pictureBefore] = madeBefore ? await records.pictures.getMany([madeBefore.pictureId]) : [];
      if (madeBefore && pictureBefore) return toWireEdit(madeBefore, pictureBefore);
      const edit = await records.edits.get(editId);
      if (!edit) throw new AppError("not_found", `Expected the id of an edit but received "${editId.slice(0, 80)}"`);
      const larger = request.whole && edit.fidelity?.larger ? await records.pictures.get(edit.fidelity.larger.pictureId) : null;
      if (larger) return add({ edit, request, picture: larger, fidelity: wholeOf(larger, edit), madeId });
      const { original, result, alpha } = await findParts(edit, request);
      const out = { picture: await blobs.scratchPath("png"), alpha: await blobs.scratchPath("png") };
      const { softnessPx, colourMatch } = request;
      try {
        const withAlpha = async (use: (path: string | null) => Promise<Pasted>) =>
          alpha === null ? use(null) : blobs.withFile(pictureKey(alpha.sha256), use);
        const blended = await blobs.withFile(pictureKey(original.sha256), (picture) =>
          blobs.withFile(pictureKey(result.sha256), (placed) =>
            withAlpha((mask) =>
              darkroom.blend({ picture, result: placed, alpha: mask, softnessPx, colourMatch, out }, signal ? { signal } : {}),
            ),
          ),
        );
        const picture = await records.pictures.put(await keepFile({ blobs, clock }, out.picture, blended));
        const used = await records.pictures.put(await keepFile({ blobs, clock }, out.alpha, { ...blended, hasAlpha: false }));
        const fidelity: Fidelity = {
          method: request.whole ? "whole" : "blend",
          ...{ pixels: blended.pixels, changed: blended.changed, outside: blended.outside, reason: null },
          ...{ alphaId: used.id, resultId: result.id, scale: edit.fidelity?.scale ?? 1 },
          ...(edit.fidelity?.larger && { larger: edit.fidelity.larger }),
        };
        return await add({ edit, request, picture, fidelity, madeId });
      } finally {
        await Promise.all(Object.values(out).map((file) => blobs.drop(file)));
      }
    },
  };
}

/** A result that came with more pixels than its original is taken as it came: every one of them is the model's. */
function wholeOf({ id, width, height }: PictureRecord, { fidelity }: EditRecord): Fidelity {
  const pixels = width * height;
  const counts = { pixels, changed: pixels, outside: null, reason: null };
  return { method: "whole", ...counts, alphaId: null, resultId: id, scale: fidelity?.scale ?? 1 };
}

function isOneSize(one: PictureRecord, other: PictureRecord): boolean {
  return one.width === other.width && one.height === other.height;
}

function checkRange(field: string, value: number, most: number): void {
  if (value >= 0 && value <= most) return;
  throw refuse(field, value < 0 ? "number_gte" : "number_lte", `Expected a number from 0 to ${most} for ${field} but received ${value}`);
}

function refuse(field: string, rule: FieldFault["rule"], message: string): AppError {
  return invalidInput({ field, rule, message });
}
