import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAppError } from "#lib/errors.ts";
import type { Replay, StartReplay } from "#lib/replay-wire.ts";
import { buildHouse } from "#lib/server/build-house.ts";
import { readConfig } from "#lib/server/config.ts";
import type { House } from "#lib/server/house.ts";
import { type Painter, paintPicture } from "#lib/testing/painted-picture.ts";
import { patience } from "#lib/testing/patience.ts";
import { type Edit, isTerminal, type Picture, type Project } from "#lib/wire.ts";

const fill = "black-forest-labs/flux-fill-dev";
const edit = "black-forest-labs/flux-kontext-dev";
const [width, height] = [240, 176];

let house: House;
let folder: string;
let project: Project;
let photo: Picture;
/** photo → words → fill → the fill blended by hand → grown at the right → enlarged */
let chain: Edit[];

const isCar = (x: number, y: number, wide: number, high: number) => x > wide * 0.3 && x < wide * 0.7 && y > high * 0.4 && y < high * 0.7;
const scene =
  (wide: number, high: number): Painter =>
  (x, y) => {
    const grain = (x * 31 + y * 17 + ((x * y) % 13)) % 9;
    if (isCar(x, y, wide, high)) return [20 + grain, 60 + grain, 190 + grain];
    return y < high / 2 ? [190 + grain, 205 + grain, 225 + grain] : [110 + grain, 108 + grain, 105 + grain];
  };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-replays-"));
  house = await buildHouse(readConfig({ PENTIMENTO_DATA: folder }));
  photo = await receive(paintPicture(width, height, scene(width, height)));
  project = await house.projects.create({ name: "Car", pictureId: photo.id, madeBy: null });
  const mask = await receive(paintPicture(width, height, (x, y) => (x > 20 && x < 60 && y > 110 && y < 150 ? [255] : [0])));
  const drawn = await receive(paintPicture(width, height, (x) => (x < 50 ? [255] : [0])));

  const root = project.edits[0] as Edit;
  const worded = await run(root, edit, { prompt: "make the car red", input_image: photo.id });
  const filled = await run(worded, fill, { prompt: "a wooden box", image: worded.picture.id, mask: mask.id, seed: 77 });
  const request = { alphaId: drawn.id, softnessPx: 3, colourMatch: 0.5, whole: false };
  const blended = await house.blends.blend(filled.id, request);
  const expand = { left: 0, top: 0, right: 64, bottom: 0 };
  const grown = await run(blended, fill, { prompt: "more road", image: blended.picture.id }, { expand });
  const { prediction } = await house.predictions.enlarge(grown.id, { times: 2, idempotencyKey: null });
  chain = [root, worded, filled, blended, grown, await resultOf(prediction.id)];
});

afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

function receive(bytes: Buffer): Promise<Picture> {
  const source = (async function* () {
    yield bytes;
  })();
  return house.pictures.receive(source, { maxBytes: 10_000_000, holderId: null });
}

async function run(parent: Edit, model: string, inputs: Record<string, unknown>, framing: object = {}): Promise<Edit> {
  const asked = {
    projectId: parent.projectId,
    parentEditId: parent.id,
    model,
    inputs,
    via: "studio",
    personId: null,
    idempotencyKey: null,
  } as const;
  return resultOf((await house.predictions.start({ ...asked, ...framing })).prediction.id);
}

async function resultOf(predictionId: string): Promise<Edit> {
  let prediction = await house.predictions.get(predictionId);
  while (!isTerminal(prediction.status))
    prediction = await house.predictions.wait(predictionId, { after: prediction.version, waitMs: 5000 });
  expect(prediction).toMatchObject({ status: "stored" });
  return editOf(prediction.projectId, prediction.outputEditIds[0]);
}

async function editOf(projectId: string, id: string | null | undefined): Promise<Edit> {
  const found = (await house.projects.get(projectId)).edits.find((one) => one.id === id);
  if (!found) throw new Error(`Expected an edit ${id} in ${projectId}`);
  return found;
}

const last = () => chain.at(-1)?.id ?? "";
const asked = (fields: Partial<StartReplay> = {}): StartReplay => ({
  ...{ pictures: [{ pictureId: photo.id, name: "Again" }], off: [], seeds: "same", projectId: null },
  ...fields,
});

async function startOne(fields: Partial<StartReplay> = {}, editId = last()): Promise<Replay> {
  const [replay] = await house.replays.start(editId, { ...asked(fields), personId: null, idempotencyKey: null });
  if (!replay) throw new Error("Expected applied steps");
  return replay;
}

async function untilOver({ id }: Replay): Promise<Replay> {
  const isOver = (one: Replay) => one.status !== "running";
  await expect.poll(() => house.replays.get(id), patience).toSatisfy(isOver);
  return house.replays.get(id);
}

async function picturesOf(replay: Replay): Promise<readonly (Picture | undefined)[]> {
  const { edits } = await house.projects.get(replay.projectId);
  return replay.steps.map(({ resultEditId }) => edits.find(({ id }) => id === resultEditId)?.picture);
}

describe("steps applied again", () => {
  it("are told before anything is asked: what each does, what lies at a place, what it costs", async () => {
    const plan = await house.replays.plan(last());
    expect(plan).toMatchObject({ editId: last(), rootPictureId: photo.id });
    expect(plan.steps).toMatchObject([
      { does: "run", model: edit, area: null, priceUsd: 0, problem: null, reusedIds: [] },
      { does: "run", model: fill, area: "mask", seed: 77 },
      { does: "blend", model: null, area: "drawn", needs: 1 },
      { does: "run", model: fill, area: "border" },
      { does: "enlarge", area: null, priceUsd: 0 },
    ]);
    expect(plan.steps.map(({ editId }) => editId)).toEqual(chain.slice(1).map(({ id }) => id));
  });

  it("give the same bytes at every step, on the same picture with the same seeds", async () => {
    const replay = await untilOver(await startOne());
    expect(replay).toMatchObject({ status: "done", error: null });
    expect((await picturesOf(replay)).map((picture) => picture?.id)).toEqual(chain.slice(1).map(({ picture }) => picture.id));
    const made = await house.projects.get(replay.projectId);
    expect(made).toMatchObject({ name: "Again", currentEditId: replay.steps.at(-1)?.resultEditId });
    expect(made.edits).toHaveLength(chain.length);
    const [filled, blended] = replay.steps.slice(1, 3);
    expect(await editOf(made.id, blended?.resultEditId)).toMatchObject({
      parentId: replay.steps[0]?.resultEditId,
      fidelity: { ...chain[3]?.fidelity, blend: { ...chain[3]?.fidelity?.blend, fromEditId: filled?.resultEditId } },
    });
  });

  it("go on a picture of another shape, each thing at its place, as a branch of the project they came from", async () => {
    const [wide, high] = [180, 300];
    const other = await receive(paintPicture(wide, high, scene(wide, high)));
    const before = await house.projects.get(project.id);
    const replay = await untilOver(
      await startOne({ pictures: [{ pictureId: other.id, name: "Tall" }], projectId: project.id, seeds: "new" }),
    );
    expect(replay).toMatchObject({ status: "done", projectId: project.id });
    const grownBy = Math.round((64 * wide) / width);
    const sizes = (await picturesOf(replay)).map((picture) => [picture?.width, picture?.height]);
    expect(sizes).toEqual([...Array(3).fill([wide, high]), [wide + grownBy, high], [2 * (wide + grownBy), 2 * high]]);
    const after = await house.projects.get(project.id);
    expect(after.currentEditId).toBe(before.currentEditId);
    const filled = await editOf(project.id, replay.steps[1]?.resultEditId);
    const made = after.predictions.find(({ id }) => id === filled.predictionId);
    expect(made?.seed).not.toBe(77);
    const mask = await house.pictures.get(String(made?.inputs.mask));
    expect([mask.width, mask.height]).toEqual([wide, high]);
    expect(filled.fidelity?.outside?.changed).toBe(0);
  });

  it("leave out what is switched off and what hangs on it; the others take what there is", async () => {
    const replay = await untilOver(await startOne({ off: [1, 4] }));
    expect(replay.steps.map(({ state }) => state)).toEqual(["done", "off", "off", "done", "off"]);
    const grown = await editOf(replay.projectId, replay.steps[3]?.resultEditId);
    expect(grown.parentId).toBe(replay.steps[0]?.resultEditId);
  });

  it("stop at the step that fails with its reason, and go on without it", async () => {
    const large = await receive(paintPicture(5200, 3000, () => [90]));
    const stopped = await untilOver(await startOne({ pictures: [{ pictureId: large.id, name: "Large" }], off: [0, 1, 3] }));
    expect(stopped).toMatchObject({ status: "failed", error: { code: "invalid_input" } });
    expect(stopped.steps.at(-1)).toMatchObject({ state: "failed", predictionId: null });
    expect(await untilOver(await house.replays.resume(stopped.id, { skip: false }))).toMatchObject({ status: "failed" });
    expect(await untilOver(await house.replays.resume(stopped.id, { skip: true }))).toMatchObject({ status: "done", error: null });
  });

  it("are canceled with the run they wait for, and taken up again from there", async () => {
    const started = await startOne();
    await house.replays.cancel(started.id);
    const stopped = await untilOver(started);
    expect(stopped).toMatchObject({ status: "canceled", error: null });
    const resumed = await untilOver(await house.replays.resume(started.id, { skip: false }));
    expect(resumed.status).toBe("done");
    expect((await picturesOf(resumed)).at(-1)?.id).toBe(chain.at(-1)?.picture.id);
    await expect(house.replays.resume(started.id, { skip: false })).rejects.toMatchObject({ faults: [{ field: "replayId" }] });
  });

  it("are asked once for the same key, and refused for it with another request", async () => {
    const request = { ...asked({ off: [1, 2, 3, 4] }), personId: null, idempotencyKey: "twice" };
    const [first, second] = [await house.replays.start(last(), request), await house.replays.start(last(), request)];
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    await expect(house.replays.start(last(), { ...request, seeds: "new" })).rejects.toMatchObject({ code: "idempotency_conflict" });
    for (const replay of first) await untilOver(replay);
  });

  it.each<readonly [string, Partial<StartReplay>, string]>([
    ["without a picture", { pictures: [] }, "pictures"],
    ["for too many", { pictures: Array.from({ length: 21 }, () => ({ pictureId: "pic_", name: "x" })) }, "pictures"],
    ["for a picture nobody has", { pictures: [{ pictureId: "pic_none", name: "x" }] }, "pictures.0.pictureId"],
    ["where nothing is left to do", { off: [0, 1, 2, 3, 4] }, "off"],
    ["for a step that is not there", { off: [9] }, "off"],
  ])("are refused %s, naming the field", async (_what, fields, field) => {
    const error: unknown = await startOne(fields).catch((cause: unknown) => cause);
    expect(isAppError(error) && error.faults.map((fault) => fault.field)).toEqual([field]);
  });

  it("use a second picture again as it is", async () => {
    const root = chain[0] as Edit;
    const second = await receive(paintPicture(200, 200, (x) => [x % 256, 90, 40]));
    const combine = "flux-kontext-apps/multi-image-kontext-pro";
    const inputs = { prompt: "put both side by side", input_image_1: photo.id, input_image_2: second.id };
    const combined = await run(root, combine, inputs);
    expect((await house.replays.plan(combined.id)).steps).toMatchObject([{ reusedIds: [second.id], problem: null }]);
    const other = await receive(paintPicture(200, 200, scene(200, 200)));
    const replay = await untilOver(await startOne({ pictures: [{ pictureId: other.id, name: "Other" }] }, combined.id));
    const made = (await house.projects.get(replay.projectId)).predictions[0];
    expect(made?.inputs).toMatchObject({ input_image_1: other.id, input_image_2: second.id });
  });

  it("begin at the last picture that was brought in, and at what was made from words alone", async () => {
    const inserted = await house.projects.addUpload(project.id, {
      pictureId: photo.id,
      name: "Retouched",
      parentEditId: chain[1]?.id ?? null,
    });
    const after = await run(inserted, edit, { prompt: "make the car red", input_image: photo.id });
    expect((await house.replays.plan(after.id)).steps.map(({ editId }) => editId)).toEqual([after.id]);
    const asked = {
      projectId: project.id,
      parentEditId: null,
      model: "black-forest-labs/flux-schnell",
      via: "studio",
      personId: null,
    } as const;
    const { prediction } = await house.predictions.start({
      ...asked,
      inputs: { prompt: "a quiet lake", megapixels: "0.25" },
      idempotencyKey: null,
    });
    const lake = await resultOf(prediction.id);
    expect(await house.replays.plan(lake.id)).toMatchObject({ rootPictureId: lake.picture.id, steps: [] });
    const grey = await run(lake, edit, { prompt: "black and white", input_image: lake.picture.id });
    expect(await house.replays.plan(grey.id)).toMatchObject({ rootPictureId: lake.picture.id, steps: [{ editId: grey.id }] });
  });
});
