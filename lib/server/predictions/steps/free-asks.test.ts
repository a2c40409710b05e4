import { afterAll, beforeAll, expect, it } from "vitest";
import { ProviderError } from "#lib/server/providers/provider.ts";
import { openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { snapshot } from "#lib/testing/scripted-provider.ts";

/** What the local engine knew went with its process. */
const forgotten = () => new ProviderError("prediction_lost", "unknown id", { started: "no", transient: true });

let bench: PredictionBench;
beforeAll(async () => {
  bench = await openPredictionBench({ asksAreFree: true });
});
afterAll(() => bench.close());

it("a run the local engine has forgotten begins anew", async () => {
  const id = await bench.start();
  bench.provider.play({ ask: [snapshot("starting", { id: "local-1" })] });
  await bench.move(id);
  bench.provider.play({ read: [forgotten()], ask: [snapshot("starting", { id: "local-2" })] });
  expect(await bench.moveWhenDue(id)).toMatchObject({ status: "accepted", upstreamId: "local-2" });
});

it("a run whose results went with the process is painted again", async () => {
  const id = await bench.start();
  bench.provider.play({ ask: [snapshot("starting", { id: "local-3" })] });
  await bench.move(id);
  bench.provider.play({
    read: [snapshot("succeeded", { outputs: ["gone"] })],
    download: [() => Promise.reject(forgotten())],
    ask: [snapshot("starting", { id: "local-4" })],
  });
  expect(await bench.moveWhenDue(id)).toMatchObject({ status: "accepted", upstreamId: "local-4" });
});

it("a request interrupted by a death is simply made again", async () => {
  const id = await bench.start();
  const { version } = await bench.row(id);
  await bench.records.predictions.change(id, version, { status: "submitting", submittedAtMs: bench.clock.now() });
  bench.provider.play({ ask: [snapshot("starting", { id: "local-5" })] });
  expect(await bench.move(id)).toMatchObject({ status: "accepted", upstreamId: "local-5" });
});

it("costs nothing, whatever becomes of it", async () => {
  const id = await bench.start();
  expect((await bench.predictions.get(id)).priceUsd).toBe(0);
});
