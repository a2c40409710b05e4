import { expect, it } from "vitest";
import type { PlannedStep } from "#lib/replay-wire.ts";
import { leftOut, priceOf } from "./step-choice.ts";

const step = (fields: Partial<PlannedStep> = {}): PlannedStep => ({
  ...{ editId: "edt_1", does: "run", name: "red car", model: "acme/paint", seed: 4, priceUsd: 0.04 },
  ...{ area: null, reusedIds: [], needs: null, problem: null },
  ...fields,
});

it("leaves out what hangs on a step that is left out, and what cannot be repeated", () => {
  const steps = [step(), step({ does: "blend", needs: 0 }), step({ problem: "model" }), step({ needs: 2 }), step()];
  expect([...leftOut(steps, new Set())]).toEqual([2, 3]);
  expect([...leftOut(steps, new Set([0]))]).toEqual([0, 1, 2, 3]);
});

it("costs each step that is applied once for each picture, and says nothing where one price is not known", () => {
  const steps = [step(), step({ priceUsd: 0.05 }), step({ does: "blend", priceUsd: 0 })];
  expect(priceOf(steps, new Set(), 3)).toBeCloseTo(0.27);
  expect(priceOf(steps, new Set([1]), 1)).toBeCloseTo(0.04);
  expect(priceOf([...steps, step({ priceUsd: null })], new Set(), 1)).toBeNull();
  expect(priceOf([...steps, step({ priceUsd: null })], new Set([3]), 1)).toBeCloseTo(0.09);
});
