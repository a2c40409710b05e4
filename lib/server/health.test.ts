import { afterEach, beforeEach, expect, it } from "vitest";
import { openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { systemClock } from "./clock.ts";
import { createHealth } from "./health.ts";

let bench: PredictionBench;
beforeEach(async () => {
  bench = await openPredictionBench();
});
afterEach(() => bench.close());

const never = () => new Promise<never>(() => undefined);

it("is ready while its parts answer, and says which one does not", async () => {
  const { records, blobs } = bench.parts;
  const well = createHealth({ records, blobs, clock: systemClock, role: "all" });
  expect(await well.ready()).toEqual({ isReady: true, parts: { database: "works", pictures: "works", process: "works" } });

  const refusing = createHealth({
    records,
    blobs: { ...blobs, size: () => Promise.reject(new Error("no")) },
    clock: bench.clock,
    role: "all",
  });
  expect(await refusing.ready()).toMatchObject({ isReady: false, parts: { pictures: "does not answer" } });
  // The bench's clock lets every patience be over at once.
  const silent = { ...records, predictions: { ...records.predictions, nextDueAtMs: never } };
  expect(await createHealth({ records: silent, blobs, clock: bench.clock, role: "all" }).ready()).toMatchObject({
    isReady: false,
    parts: { database: "does not answer" },
  });
});

it("sends nobody to a process that ends", async () => {
  const { records, blobs } = bench.parts;
  const health = createHealth({ records, blobs, clock: systemClock, role: "web" });
  health.end();
  expect(await health.ready()).toMatchObject({ isReady: false, parts: { database: "works", process: "ends" } });
});

it("tells figures that Prometheus can read, of the process and of the whole studio", async () => {
  const { records, blobs } = bench.parts;
  await bench.start();
  bench.clock.advance(5000);
  const text = await createHealth({ records, blobs, clock: bench.clock, role: "worker" }).metrics();
  expect(text).toContain('\npentimento_predictions_live{status="intent"} 1\n');
  expect(text).toContain('\npentimento_info{role="worker"} 1\n');
  expect(text).toContain("\npentimento_prediction_overdue_seconds 5\n");
  expect(text).toContain("\npentimento_pictures 0\n");
  for (const line of text.trimEnd().split("\n")) {
    expect(line).toMatch(/^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?[\d.e+-]+)$/);
  }
  expect(text).not.toContain("a boat");
});
