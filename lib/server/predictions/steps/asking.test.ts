import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProviderError } from "#lib/server/providers/provider.ts";
import { openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { snapshot } from "#lib/testing/scripted-provider.ts";

const notStarted = (retryAfterMs?: number) =>
  new ProviderError("provider_throttled", "slow down", {
    started: "no",
    transient: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
const lostAnswer = () => new ProviderError("answer_lost", "connection reset", { started: "maybe", transient: false });

let bench: PredictionBench;
beforeAll(async () => {
  bench = await openPredictionBench();
});
afterAll(() => bench.close());

describe("asking the provider", () => {
  it("has written down that it submits before the provider is asked", async () => {
    const id = await bench.start();
    let statusWhileAsked = "";
    bench.provider.play({
      ask: [
        async () => {
          statusWhileAsked = (await bench.row(id)).status;
          return snapshot("starting", { id: "up-first" });
        },
      ],
    });
    const row = await bench.move(id);
    expect(statusWhileAsked).toBe("submitting");
    expect(row).toMatchObject({ status: "accepted", upstreamId: "up-first" });
  });

  it("draws a seed and hands the same one to the provider that it remembers", async () => {
    const id = await bench.start();
    bench.provider.play({ ask: [snapshot("starting", { id: "up-seed" })] });
    const row = await bench.move(id);
    expect(row.seed).toBeGreaterThan(0);
    expect(bench.provider.asked.at(-1)?.seed).toBe(row.seed);
  });

  it("waits to the letter of Retry-After and asks again when the provider surely did not begin", async () => {
    const id = await bench.start();
    bench.provider.play({ ask: [notStarted(30_000), snapshot("starting", { id: "up-again" })] });
    const waiting = await bench.move(id);
    expect(waiting).toMatchObject({
      status: "intent",
      submittedAtMs: null,
      waiting: { code: "provider_throttled" },
      nextAtMs: bench.clock.now() + 30_000,
    });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "accepted", upstreamId: "up-again", waiting: null });
  });

  it("ends with the provider's reason when it refused", async () => {
    const id = await bench.start();
    bench.provider.play({ ask: [new ProviderError("provider_out_of_credit", "no credit", { started: "refused", transient: false })] });
    expect(await bench.move(id)).toMatchObject({ status: "failed", error: { code: "provider_out_of_credit" } });
    expect((await bench.predictions.get(id)).charged).toBe("no");
  });

  it("finds a lost answer in the provider's list and never asks a second time", async () => {
    const id = await bench.start();
    const asksBefore = bench.provider.asked.length;
    const { seed } = await bench.row(id);
    bench.provider.play({
      ask: [lostAnswer()],
      recent: [[], [{ id: "up-found", model: null, createdAtMs: null, input: { prompt: "a boat", seed } }]],
    });
    expect(await bench.move(id)).toMatchObject({ status: "unknown" });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "accepted", upstreamId: "up-found" });
    expect(bench.provider.asked.length).toBe(asksBefore + 1);
  });

  it("never claims a prediction another row already has", async () => {
    const first = await bench.start();
    bench.provider.play({ ask: [snapshot("starting", { id: "up-taken" })] });
    await bench.move(first);
    const second = await bench.start();
    const { seed } = await bench.row(second);
    bench.provider.play({
      ask: [lostAnswer()],
      recent: [[{ id: "up-taken", model: null, createdAtMs: null, input: { prompt: "a boat", seed } }]],
    });
    expect(await bench.move(second)).toMatchObject({ status: "unknown", upstreamId: null });
  });

  it("gives up after half a minute of looking and says that it may have been charged", async () => {
    const id = await bench.start();
    bench.provider.play({ ask: [lostAnswer()], recent: [[], [], [], [], [], []] });
    const begin = bench.clock.now();
    await bench.move(id);
    for (let look = 0; look < 5; look += 1) await bench.moveWhenDue(id);
    expect(await bench.row(id)).toMatchObject({ status: "failed", error: { code: "answer_lost" } });
    expect(bench.clock.now() - begin).toBe(30_000);
    expect((await bench.predictions.get(id)).charged).toBe("maybe");
  });

  it("treats a row that a dead process left submitting as unknown, not as never asked", async () => {
    const id = await bench.start();
    const { version } = await bench.row(id);
    await bench.records.predictions.change(id, version, { status: "submitting", submittedAtMs: bench.clock.now() });
    const asksBefore = bench.provider.asked.length;
    bench.provider.play({ recent: [null] });
    expect(await bench.move(id)).toMatchObject({ status: "failed", error: { code: "answer_lost" } });
    expect(bench.provider.asked.length).toBe(asksBefore);
  });

  it("says why it had to wait when the deadline passes before it could ask", async () => {
    const id = await bench.start();
    bench.provider.play({ ask: [notStarted(900_000)] });
    const waiting = await bench.move(id);
    expect(waiting.nextAtMs).toBe(waiting.deadlineAtMs + 1);
    const row = await bench.moveWhenDue(id);
    expect(row).toMatchObject({ status: "failed", error: { code: "provider_throttled" } });
    expect((await bench.predictions.get(id)).charged).toBe("no");
  });
});

describe("idempotency", () => {
  it("answers the same prediction for the same key, and a conflict for another body", async () => {
    const first = await bench.start("key-1");
    expect(await bench.start("key-1")).toBe(first);
    const other = { projectId: "prj_bench", parentEditId: null, model: "black-forest-labs/flux-schnell", inputs: { prompt: "a car" } };
    await expect(bench.predictions.start({ ...other, via: "studio", personId: null, idempotencyKey: "key-1" })).rejects.toMatchObject({
      code: "idempotency_conflict",
    });
  });
});
