import { afterAll, beforeAll, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { snapshot } from "#lib/testing/scripted-provider.ts";
import { advance } from "./advance.ts";

let bench: PredictionBench;
beforeAll(async () => {
  bench = await openPredictionBench();
});
afterAll(() => bench.close());

/** A run whose result lies with the provider while the picture store takes nothing. */
async function unstorable(code: "storage_unavailable" | "storage_refused", upstreamId: string) {
  const id = await bench.start();
  bench.provider.play({
    ask: [snapshot("starting", { id: upstreamId })],
    read: [snapshot("succeeded", { id: upstreamId, outputs: ["https://files.test/0.png"] })],
    download: Array.from({ length: 200 }, () => new Uint8Array(5)),
    cancel: ["already-over"],
  });
  await bench.move(id);
  const adopt = () => Promise.reject(new AppError(code, "Expected the picture store to answer", { retryAfterMs: 5000 }));
  const parts = { ...bench.parts, blobs: { ...bench.parts.blobs, adopt } };
  const move = async () => {
    bench.clock.advance(Math.max(0, (await bench.row(id)).nextAtMs - bench.clock.now()));
    return advance(parts, await bench.row(id), new AbortController().signal);
  };
  return { id, move };
}

it.each(["storage_unavailable", "storage_refused"] as const)(
  "a result that cannot be stored (%s) waits for the store and is not lost",
  async (code) => {
    const { id, move } = await unstorable(code, code);
    expect(await move()).toMatchObject({ status: "fetching", waiting: { code } });
    expect(await move()).toMatchObject({ status: "fetching", waiting: { code } });
    expect(bench.provider.asked.filter(({ predictionId }) => predictionId === id)).toHaveLength(1);
  },
);

it("what could not be stored until the deadline was paid for all the same", async () => {
  const { id, move } = await unstorable("storage_unavailable", "late");
  while ((await move()).status === "fetching") expect(await bench.row(id)).toMatchObject({ waiting: { code: "storage_unavailable" } });
  expect(await bench.row(id)).toMatchObject({ status: "failed", error: { code: "result_unreachable" } });
});
