import { describe, expect, it } from "vitest";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import type { Blobs } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import { createBlends } from "./create-blends.ts";

const picture = (id: string, width = 60, height = 40) => ({ id, sha256: id, width, height }) as PictureRecord;
const pictures = [picture("original"), picture("result"), picture("alpha"), picture("small", 30, 20)];
const edits = [
  { id: "photo", parentId: null, pictureId: "original", fidelity: null },
  { id: "filled", parentId: "photo", pictureId: "result", fidelity: { resultId: "result", alphaId: "alpha" } },
  { id: "shrunk", parentId: "photo", pictureId: "small", fidelity: { resultId: "small", alphaId: null } },
] as unknown as readonly EditRecord[];

/** Only what is read before anything is done: whoever gets further fails. */
const records = {
  edits: { get: async (id: string) => edits.find((edit) => edit.id === id) ?? null },
  pictures: { get: async (id: string) => pictures.find((one) => one.id === id) ?? null },
} as unknown as Records;
const blends = createBlends({ records, blobs: {} as Blobs, darkroom: {} as Darkroom, clock: { now: () => 0 } as never });
const request = { alphaId: null, softnessPx: 0, colourMatch: 0, whole: false };

describe("a blend is refused before anything is made", () => {
  it("of an edit nobody has", async () => {
    await expect(blends.blend("edt_none", request)).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([
    ["an upload, which has no result", "photo", request, "editId"],
    ["a result that does not lie on its original", "shrunk", request, "editId"],
    ["a mask of another size", "filled", { ...request, alphaId: "small" }, "alphaId"],
    ["a mask that is not stored", "filled", { ...request, alphaId: "pic_none" }, "alphaId"],
    ["an edge softer than there is", "filled", { ...request, softnessPx: 65 }, "softnessPx"],
    ["a negative colour match", "filled", { ...request, colourMatch: -0.1 }, "colourMatch"],
  ])("for %s, naming the field", async (_what, editId, asked, field) => {
    await expect(blends.blend(editId, asked)).rejects.toMatchObject({ code: "invalid_input", faults: [{ field }] });
  });
});
