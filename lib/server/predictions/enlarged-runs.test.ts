import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Of } from "#lib/ids.ts";
import { enlargeModel } from "#lib/models/enlarge.ts";
import { systemClock } from "#lib/server/clock.ts";
import { createPictures } from "#lib/server/projects/create-pictures.ts";
import { createProjects } from "#lib/server/projects/create-projects.ts";
import { createLocalProvider } from "#lib/server/providers/local.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import { benchProject, openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import type { Edit, Picture } from "#lib/wire.ts";
import { createPredictions } from "./create-predictions.ts";
import { createPrompts } from "./create-prompts.ts";
import type { Predictions } from "./predictions.ts";
import { advance } from "./steps/advance.ts";
import { startWatcher, type Watcher } from "./watcher.ts";

let bench: PredictionBench;
let folder: string;
let local: ReturnType<typeof createLocalProvider>;
let predictions: Predictions;
let upload: Edit;
let watcher: Watcher;

/** A red disc with a soft edge on nothing. */
const [width, height] = [45, 31];
const pixels = Buffer.from(
  Array.from({ length: width * height }, (_, i) => {
    const away = Math.hypot((i % width) - 22, Math.floor(i / width) - 15);
    return [200, 40, 30, Math.round(255 * Math.max(0, Math.min(1, 11 - away)))];
  }).flat(),
);

beforeAll(async () => {
  bench = await openPredictionBench();
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-enlarge-"));
  local = createLocalProvider({ darkroom: bench.parts.darkroom, scratchFolder: folder });
  const prompts = createPrompts(bench.parts);
  // What asks for money is the scripted provider; it has no script and refuses.
  const parts = { ...bench.parts, clock: systemClock };
  const owner = "enlarged-runs";
  const { predictions: rows } = bench.records;
  watcher = startWatcher({
    ...{ ...parts, rows, owner, maxAtOnce: 4, staysHere: () => false },
    advance: (row, signal) => advance({ ...parts, provider: local }, row, signal),
  });
  predictions = createPredictions({ ...parts, prompts, local, deadlineMs: 600_000, wake: watcher.wake });
  const picture = await receive(
    await sharp(pixels, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  );
  const projects = createProjects({ ...bench.parts, predictionsOf: async () => [] });
  upload = await projects.addUpload(benchProject, { pictureId: picture.id, name: "disc" });
});

afterAll(async () => {
  await watcher.stop();
  await local.close();
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

function receive(bytes: Buffer): Promise<Picture> {
  const source = (async function* () {
    yield bytes;
  })();
  return createPictures(bench.parts).receive(source, { maxBytes: 1_000_000, holderId: null });
}

/** Waits for the end, not for a version. */
const finish = (id: string) => predictions.wait(id, { after: Number.MAX_SAFE_INTEGER, waitMs: 60_000 });

describe("enlarging an edit", () => {
  it("gives a new edit below it, larger, with the same outline and colours, and asks no provider for it", async () => {
    const { prediction } = await predictions.enlarge(upload.id, { times: 2, idempotencyKey: null });
    expect(prediction).toMatchObject({ provider: "local", priceUsd: 0, parentEditId: upload.id, model: enlargeModel.id });
    const done = await finish(prediction.id);
    expect(done).toMatchObject({ status: "stored", error: null, charged: "no" });
    expect(done.logs).toContain("45 × 31 → 90 × 62");
    const edit = await bench.records.edits.get(done.outputEditIds[0] ?? "");
    expect(edit).toMatchObject({ parentId: upload.id, name: "disc 2×", fidelity: null });
    const [result] = done.outputs;
    expect(result).toMatchObject({ width: 90, height: 62, hasAlpha: true, format: "png" });
    const bytes = await bench.parts.blobs.withFile(pictureKey(sha256Of(result?.id ?? "")), (file) => readFile(file));
    const again = await sharp(bytes).resize(width, height, { kernel: "lanczos3" }).ensureAlpha().raw().toBuffer();
    const errors = Array.from({ length: width * height }, (_, i) => Math.abs((again[i * 4 + 3] ?? 0) - (pixels[i * 4 + 3] ?? 0)));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(1.5);
    const middle = (15 * width + 22) * 4;
    expect([...again.subarray(middle, middle + 4)]).toEqual([200, 40, 30, 255]);
  });

  it("does not put the name of the result among the prompts", async () => {
    expect((await bench.records.prompts.list({ limit: 10 })).items).toEqual([]);
  });

  it("makes four times as much where that is asked, and the same run again under the same key", async () => {
    const first = await predictions.enlarge(upload.id, { times: 4, idempotencyKey: "four" });
    const second = await predictions.enlarge(upload.id, { times: 4, idempotencyKey: "four" });
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second.prediction.id).toBe(first.prediction.id);
    expect((await finish(first.prediction.id)).outputs[0]).toMatchObject({ width: 180, height: 124 });
  });

  it("can be canceled", async () => {
    const { prediction } = await predictions.enlarge(upload.id, { times: 4, idempotencyKey: null });
    await predictions.cancel(prediction.id);
    expect(await finish(prediction.id)).toMatchObject({ status: "canceled", outputs: [] });
  });

  it("is refused, naming the factor and what would still do, before anything is stored", async () => {
    const large = { ...(await bench.records.pictures.get(upload.picture.id)), id: "pic_large", sha256: "large", width: 3000, height: 2000 };
    await bench.records.pictures.put(large as Parameters<typeof bench.records.pictures.put>[0]);
    await bench.records.edits.add({ ...(await storedEdit()), id: "edt_large", pictureId: "pic_large" });
    await expect(predictions.enlarge("edt_large", { times: 4, idempotencyKey: null })).rejects.toMatchObject({
      code: "invalid_input",
      faults: [{ field: "factor", rule: "number_lte", limit: 2 }],
    });
  });

  it("of an edit nobody has is not found", async () => {
    await expect(predictions.enlarge("edt_none", { times: 2, idempotencyKey: null })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("cannot be asked for as a model", async () => {
    const request = { projectId: benchProject, parentEditId: upload.id, model: enlargeModel.id, inputs: {} };
    await expect(bench.predictions.start({ ...request, via: "studio", personId: null, idempotencyKey: null })).rejects.toMatchObject({
      code: "unknown_model",
    });
  });
});

async function storedEdit() {
  const edit = await bench.records.edits.get(upload.id);
  if (!edit) throw new Error("Expected the upload");
  return edit;
}
