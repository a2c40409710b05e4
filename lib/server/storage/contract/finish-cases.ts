import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { PredictionPatch, PredictionRecord, Records } from "../records.ts";
import { addEdit, addPrediction, addProject, sampleEdit, samplePicture, startMs } from "./sample-records.ts";

const patch: PredictionPatch = { status: "stored", completedAtMs: startMs + 70, seed: 7, waiting: null };

/** What a good run of `count` pictures wants to write. */
function results(row: PredictionRecord, count: number) {
  const pictures = Array.from({ length: count }, () => samplePicture());
  const edits = pictures.map((picture) =>
    sampleEdit({ projectId: row.projectId, pictureId: picture.id, predictionId: row.id, kind: "prediction", createdAtMs: startMs + 60 }),
  );
  return { id: row.id, version: row.version, pictures, edits, patch };
}

export function describeFinish(one: () => Records, other: () => Records): void {
  const everything = async (row: PredictionRecord, pictureIds: readonly string[]) => ({
    row: await other().predictions.get(row.id),
    project: await other().projects.get(row.projectId),
    edits: await other().edits.ofProject(row.projectId),
    pictures: await other().pictures.getMany(pictureIds),
    outputs: await other().predictions.outputs([row.id]),
  });

  test("a good run writes pictures, edits, outputs, its row and its project", async () => {
    const row = await addPrediction(one());
    const request = results(row, 4);
    const finished = await one().predictions.finish(request);
    expect(finished).toEqual({ ...row, ...patch, version: 2 });
    const [first] = request.edits;
    expect(
      await everything(
        row,
        request.pictures.map((picture) => picture.id),
      ),
    ).toEqual({
      row: finished,
      project: expect.objectContaining({ currentEditId: first?.id, coverId: first?.pictureId, updatedAtMs: startMs + 70, editCount: 4 }),
      edits: request.edits.map((edit) => ({ ...edit, starred: false, deletedAtMs: null })),
      pictures: request.pictures,
      outputs: new Map([[row.id, request.edits.map((edit, index) => ({ index, pictureId: edit.pictureId, editId: edit.id }))]]),
    });
  });

  test("a project's current edit stays, and pictures that are already there stay as they were", async () => {
    const project = await addProject(one());
    const current = await addEdit(one(), project.id);
    const row = await addPrediction(one(), { projectId: project.id, parentEditId: current.id });
    const request = results(row, 2);
    const [known] = request.pictures;
    if (known) await one().pictures.put({ ...known, createdAtMs: startMs - 5 });
    expect(await one().predictions.finish(request)).toMatchObject({ status: "stored" });
    expect((await one().projects.get(project.id))?.currentEditId).toBe(current.id);
    expect((await one().pictures.get(known?.id ?? ""))?.createdAtMs).toBe(startMs - 5);
  });

  test("one picture may be the result twice", async () => {
    const row = await addPrediction(one());
    const request = results(row, 1);
    const [edit] = request.edits;
    const edits = edit ? [edit, { ...edit, id: newId("edt") }] : [];
    await one().predictions.finish({ ...request, pictures: [...request.pictures, ...request.pictures], edits });
    expect((await one().predictions.outputs([row.id])).get(row.id)).toHaveLength(2);
  });

  test("a run without pictures changes only its row", async () => {
    const row = await addPrediction(one());
    const before = await one().projects.get(row.projectId);
    expect(await one().predictions.finish({ ...results(row, 0), patch: { status: "failed" } })).toMatchObject({
      status: "failed",
      version: 2,
    });
    expect(await one().projects.get(row.projectId)).toEqual(before);
  });

  test("at an old version nothing at all is written", async () => {
    const row = await addPrediction(one());
    await one().predictions.change(row.id, 1, { cancelRequestedAtMs: startMs + 1 });
    const request = results(row, 3);
    const pictureIds = request.pictures.map((picture) => picture.id);
    const before = await everything(row, pictureIds);
    expect(await one().predictions.finish(request)).toBeNull();
    expect(await everything(row, pictureIds)).toEqual(before);
    expect(before.pictures).toEqual([]);
  });

  test("a fault half-way leaves nothing at all", async () => {
    const row = await addPrediction(one());
    const taken = await addEdit(one(), row.projectId);
    const request = results(row, 2);
    const edits = request.edits.map((edit, index) => (index === 1 ? { ...edit, id: taken.id } : edit));
    const pictureIds = request.pictures.map((picture) => picture.id);
    const before = await everything(row, pictureIds);
    await expect(one().predictions.finish({ ...request, edits })).rejects.toThrow();
    expect(await everything(row, pictureIds)).toEqual(before);
    expect(await one().predictions.finish(request)).toMatchObject({ version: 2 });
  });

  test("of many that finish one row at once exactly one does, whatever pictures they share", async () => {
    const row = await addPrediction(one());
    const request = results(row, 4);
    const rivals = Array.from({ length: 10 }, (_, index) => {
      const pictures = index % 2 ? request.pictures : request.pictures.toReversed();
      const edits = pictures.map((picture) => sampleEdit({ projectId: row.projectId, pictureId: picture.id, predictionId: row.id }));
      return (index % 3 ? one() : other()).predictions.finish({ ...request, pictures, edits });
    });
    expect((await Promise.all(rivals)).filter((answer) => answer !== null)).toHaveLength(1);
    expect(await one().edits.ofProject(row.projectId)).toHaveLength(4);
  });

  test("runs of one project with the same pictures, in whatever order, finish side by side", async () => {
    const { id: projectId } = await addProject(one());
    // Many, so that two that store them from opposite ends surely meet.
    const shared = results(await addPrediction(one(), { projectId }), 400).pictures;
    const rows = await Promise.all(Array.from({ length: 8 }, () => addPrediction(one(), { projectId })));
    const finishing = rows.map((row, index) => {
      const pictures = index % 2 ? shared : shared.toReversed();
      const edits = pictures.slice(0, 2).map(({ id }) => sampleEdit({ projectId, pictureId: id, predictionId: row.id }));
      return (index % 2 ? one() : other()).predictions.finish({ id: row.id, version: 1, pictures, edits, patch });
    });
    expect((await Promise.all(finishing)).every((answer) => answer?.status === "stored")).toBe(true);
    expect(await one().projects.get(projectId)).toMatchObject({ editCount: 16 });
  });
}
