import { describe, expect, it } from "vitest";
import type { Prediction, PredictionStatus } from "#lib/wire.ts";
import { ClientError, connectionLost } from "./client-error.ts";
import { backOffMs, watchPrediction } from "./watch-prediction.ts";

function at(version: number, status: PredictionStatus): Prediction {
  return { id: "prd_1", version, status } as Prediction;
}

/** Plays answers in their order; each may be a failure. Time stands still unless an answer says how long it was held. */
function play(script: readonly (Prediction | ClientError | (() => Prediction))[]) {
  const controller = new AbortController();
  const asked: number[] = [];
  const paused: number[] = [];
  const seen: Prediction[] = [];
  const clock = { ms: 0 };
  const parts = {
    ask: async (_id: string, after: number) => {
      const next = script[asked.length];
      asked.push(after);
      if (next === undefined) throw new Error("Expected no further question");
      if (next instanceof ClientError) throw next;
      return typeof next === "function" ? next() : next;
    },
    pause: async (ms: number) => {
      paused.push(ms);
    },
    now: () => clock.ms,
  };
  const watch = () => watchPrediction(at(1, "intent"), (prediction) => seen.push(prediction), parts, controller.signal);
  return { watch, asked, paused, seen, clock, controller };
}

describe("watchPrediction", () => {
  it("asks again at once after each change, always from the version it saw last, until the end", async () => {
    const { watch, asked, paused, seen } = play([at(2, "running"), at(5, "running"), at(6, "stored")]);
    await watch();
    expect(asked).toEqual([1, 2, 5]);
    expect(paused).toEqual([]);
    expect(seen.map(({ version }) => version)).toEqual([2, 5, 6]);
  });

  it("tells nothing when a held request ran out without news, and asks on", async () => {
    const held = play([
      () => {
        held.clock.ms += 25_000;
        return at(1, "intent");
      },
      at(2, "failed"),
    ]);
    await held.watch();
    expect(held.paused).toEqual([]);
    expect(held.seen.map(({ version }) => version)).toEqual([2]);
  });

  it("pauses when an answer without news was not held", async () => {
    const { watch, paused } = play([at(1, "intent"), at(2, "canceled")]);
    await watch();
    expect(paused).toEqual([1000]);
  });

  it("backs off further with each failure in a row and starts over after a success", async () => {
    const { watch, paused } = play([connectionLost(), connectionLost(), at(2, "running"), connectionLost(), at(3, "stored")]);
    await watch();
    expect(paused).toEqual([backOffMs(1), backOffMs(2), backOffMs(1)]);
    expect(backOffMs(2)).toBeGreaterThan(backOffMs(1));
    expect(backOffMs(50)).toBe(30_000);
  });

  it("never goes back to an older version", async () => {
    const { watch, asked } = play([at(4, "running"), at(3, "running"), at(5, "stored")]);
    await watch();
    expect(asked).toEqual([1, 4, 4]);
  });

  it("stops when the prediction is gone", async () => {
    const { watch, asked } = play([new ClientError("not_found", "gone")]);
    await watch();
    expect(asked).toHaveLength(1);
  });

  it("neither tells nor asks after its signal has ended", async () => {
    const left = play([
      () => {
        left.controller.abort();
        return at(2, "running");
      },
    ]);
    await left.watch();
    expect(left.seen).toEqual([]);
    expect(left.asked).toEqual([1]);
  });
});
