import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "#lib/server/clock.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { patience } from "#lib/testing/patience.ts";
import { openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { startWatcher, type Watcher } from "./watcher.ts";

let bench: PredictionBench;
let watchers: Watcher[] = [];
beforeEach(async () => {
  bench = await openPredictionBench();
});
afterEach(async () => {
  await Promise.all(watchers.map((watcher) => watcher.stop()));
  watchers = [];
  await bench.close();
});

/** Each step takes a row one status further; the last one ends it. */
const course = ["intent", "accepted", "running", "fetching", "stored"] as const;

function watch(owner: string, steps: string[], staysHere: (row: PredictionRecord) => boolean, restMs = 20): Watcher {
  const { records } = bench;
  const watcher = startWatcher({
    ...{ rows: records.predictions, clock: systemClock, owner, maxAtOnce: 2, staysHere },
    async advance(row) {
      steps.push(`${row.id} ${owner}`);
      const status = course[course.indexOf(row.status as (typeof course)[number]) + 1] ?? "failed";
      const moved = await records.predictions.change(row.id, row.version, { status, nextAtMs: Date.now() + restMs });
      if (!moved) throw new Error(`${row.id} was moved by somebody else`);
      return moved;
    },
  });
  watchers.push(watcher);
  return watcher;
}

async function untilStored(ids: readonly string[]): Promise<void> {
  for (const id of ids) while ((await bench.row(id)).status !== "stored") await new Promise((resolve) => setTimeout(resolve, 5));
}

it("keeps a run that lives in its process from the first step to the last, beside others that would take it", async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => bench.start()));
  const steps: string[] = [];
  for (const owner of ["one", "other", "third"]) watch(owner, steps, (row) => row.status !== "stored");
  await untilStored(ids);
  for (const id of ids) expect(new Set(steps.filter((step) => step.startsWith(id)))).toHaveProperty("size", 1);
  expect(steps).toHaveLength(ids.length * 4);
});

it("runs that only wait take nobody's place", async () => {
  const steps: string[] = [];
  const ids = await Promise.all(Array.from({ length: 6 }, () => bench.start()));
  // With two places, and nobody's second step due for an hour, all have their first only where those that wait make room.
  watch("one", steps, ({ status }) => status !== "stored", 3_600_000);
  await vi.waitFor(() => expect(steps.toSorted()).toEqual(ids.map((id) => `${id} one`).toSorted()), patience);
});

it("gives its rows back when it is stopped, those that wait here too", async () => {
  const id = await bench.start();
  const steps: string[] = [];
  const begun = Promise.withResolvers<void>();
  const watcher = watch("one", steps, (row) => {
    begun.resolve();
    return row.status !== "stored";
  });
  watcher.wake();
  await begun.promise;
  await watcher.stop();
  const [row] = await bench.records.predictions.claim({ owner: "other", nowMs: Date.now() + 1000, leaseMs: 10, limit: 1 });
  expect(row?.id).toBe(id);
});
