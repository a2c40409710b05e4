import { expect, it } from "vitest";
import { builtInModels } from "#lib/models/built-in.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { chosenModels, factsOfPlan, planRuns, readVariants, withAlsoOn } from "./run-plan.ts";

function model(id: string): ModelEntry {
  const entry = builtInModels.find((one) => one.id.endsWith(id));
  if (!entry) throw new Error(`Expected a model ${id}`);
  return entry;
}
const pro = model("flux-kontext-pro");
const fill = model("flux-fill-dev");

it("asks a model of one picture as often as variants are wanted, each with a seed of its own", () => {
  const runs = planRuns(pro, { prompt: "x", seed: 7 }, { variants: 3 });
  expect(runs.map(({ inputs }) => inputs.seed)).toEqual([7, 8, 9]);
  expect(planRuns(pro, { prompt: "x" }, { variants: 2 }).map(({ inputs }) => inputs)).toEqual([{ prompt: "x" }, { prompt: "x" }]);
  expect(factsOfPlan(runs)).toEqual({ pictures: 3, priceUsd: 0.12 });
});

it("asks a model that answers several only once", () => {
  const runs = planRuns(fill, { num_outputs: 2 }, { variants: 4 });
  expect(runs).toHaveLength(1);
  expect(factsOfPlan(runs)).toEqual({ pictures: 2, priceUsd: 0.08 });
});

it("adds the models it is compared with, of the same task only", () => {
  const alsoOn = withAlsoOn({ alsoOn: withAlsoOn({}, fill.id, true) ?? "" }, model("flux-kontext-dev").id, true) ?? "";
  expect(chosenModels(pro, builtInModels, { alsoOn }).map(({ title }) => title)).toEqual([pro.title, model("flux-kontext-dev").title]);
  expect(withAlsoOn({ alsoOn: fill.id }, fill.id, false)).toBeUndefined();
});

it("takes a number it does not offer for the nearest one", () => {
  expect([undefined, 0, 9, 2.5, "3"].map((variants) => readVariants(variants === undefined ? {} : { variants }))).toEqual([1, 1, 4, 1, 1]);
});

it("knows no price where one is missing", () => {
  const unknown = { ...pro, priceUsd: null };
  expect(factsOfPlan([...planRuns(pro, {}, {}), ...planRuns(unknown, {}, {})])).toEqual({ pictures: 2, priceUsd: null });
});
