import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { thumbnailKey } from "#lib/server/storage/blobs.ts";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { patience } from "#lib/testing/patience.ts";
import { openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { snapshot } from "#lib/testing/scripted-provider.ts";
import { stageSide } from "#lib/wire.ts";

let bench: PredictionBench;
beforeAll(async () => {
  bench = await openPredictionBench();
});
afterAll(() => bench.close());

const picture = encodePng({ width: 32, height: 24, channels: 3, pixel: (x, y) => [x * 8, y * 10, 90] });

let count = 0;
async function storedRun(): Promise<string> {
  const id = await bench.start();
  const upstream = { id: `up-${++count}` };
  bench.provider.play({
    ask: [snapshot("starting", upstream)],
    read: [snapshot("succeeded", { ...upstream, outputs: ["https://files.test/0.png"] })],
    download: [new Uint8Array(picture)],
  });
  await bench.move(id);
  expect(await bench.moveWhenDue(id)).toMatchObject({ status: "stored" });
  return id;
}

it("whoever waits for a run hears with its end what came of it", async () => {
  const id = await storedRun();
  const { predictions, edits } = await bench.predictions.waitForAny([{ id, after: 0 }], { waitMs: 0 });
  expect(edits).toMatchObject([{ predictionId: id, kind: "prediction", picture: { width: 32, height: 24 } }]);
  expect(predictions[0]?.outputEditIds).toEqual([edits[0]?.id]);
});

it("a run that goes on has no edits to tell of", async () => {
  const id = await bench.start();
  expect(await bench.predictions.waitForAny([{ id, after: 0 }], { waitMs: 0 })).toMatchObject({ predictions: [{ id }], edits: [] });
});

it("what has just been received can be seen while it is kept, and no longer", async () => {
  const id = await bench.start();
  bench.provider.play({
    ask: [snapshot("starting", { id: "up-seen" })],
    read: [snapshot("succeeded", { id: "up-seen", outputs: ["https://files.test/seen.png"] })],
    download: [new Uint8Array(picture)],
  });
  await bench.move(id);
  const { version } = await bench.predictions.get(id);
  const news = bench.predictions.wait(id, { after: version, waitMs: 60_000 });
  const seen = news.then(({ status }) => ({ status, glimpse: bench.predictions.glimpse(id, new AbortController().signal) }));
  await bench.moveWhenDue(id);
  const { status, glimpse } = await seen;
  expect(status).toBe("fetching");
  const { body, contentType } = (await glimpse) ?? {};
  expect(contentType).toBe("image/png");
  expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(picture);
  expect(await bench.predictions.glimpse(id, new AbortController().signal)).toBeNull();
});

it("a result may be asked for while the run goes on, and is there with its first bytes", async () => {
  const id = await bench.start();
  const ahead = bench.predictions.glimpse(id, new AbortController().signal);
  bench.provider.play({
    ask: [snapshot("starting", { id: "up-ahead" })],
    read: [
      snapshot("processing", { id: "up-ahead" }),
      snapshot("succeeded", { id: "up-ahead", outputs: ["https://files.test/ahead.png"] }),
    ],
    download: [new Uint8Array(picture)],
  });
  await bench.move(id);
  await bench.moveWhenDue(id);
  await bench.moveWhenDue(id);
  const { body } = (await ahead) ?? {};
  expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(picture);
});

it("who asked for the result of a run that fails waits no longer than the run", async () => {
  const id = await bench.start();
  const ahead = bench.predictions.glimpse(id, new AbortController().signal);
  bench.provider.play({
    ask: [snapshot("starting", { id: "up-failed" })],
    read: [snapshot("failed", { id: "up-failed" })],
  });
  await bench.move(id);
  await bench.moveWhenDue(id);
  expect(await ahead).toBeNull();
});

it("what a stage asks for next is drawn without being asked for", async () => {
  await storedRun();
  const key = thumbnailKey(createHash("sha256").update(picture).digest("hex"), stageSide, "jpg");
  await vi.waitFor(async () => expect(await bench.parts.blobs.size(key)).toBeGreaterThan(0), patience);
});
