import { describe, expect, it } from "vitest";
import { builtInModels } from "#lib/models/built-in.ts";
import { enlargeModel } from "#lib/models/enlarge.ts";
import { sampleFrame, samplePrediction } from "#lib/server/storage/contract/sample-records.ts";
import type { EditRecord, PredictionRecord } from "#lib/server/storage/records.ts";
import { planReplay } from "./plan-replay.ts";
import type { Chain, ChainStep } from "./read-chain.ts";

const fill = "black-forest-labs/flux-fill-dev";
const combine = "flux-kontext-apps/multi-image-kontext-pro";
const pictureOf = (letter: string) => `pic_${letter.repeat(64)}`;
const [root, other, result, mask] = ["a", "b", "c", "d"].map(pictureOf) as [string, string, string, string];
const edit = (id: string, pictureId: string) => ({ id, name: id, pictureId }) as EditRecord;

function run(model: string, inputs: PredictionRecord["inputs"], more: Partial<PredictionRecord> = {}): ChainStep {
  const row = { ...samplePrediction({ projectId: "prj_1", model, inputs, seed: 9 }), ...more } as PredictionRecord;
  return { does: "run", edit: edit(`made by ${model}`, result), base: null, run: row, outputIndex: 0 };
}
const chainOf = (...steps: readonly ChainStep[]): Chain => ({ edit: edit("last", result), rootPictureId: root, steps });
const parts = { catalogue: { list: () => builtInModels }, provider: { asksAreFree: false } };
const plan = (chain: Chain, own: Partial<typeof parts> = {}) => planReplay({ ...parts, ...own }, chain).steps;

describe("a plan", () => {
  it("says what a run costs at the provider, and that nothing does where asks are free", () => {
    const filling = run(fill, { prompt: "a bench", image: root, mask, seed: 9 });
    const [paid] = plan(chainOf(filling));
    expect(paid?.priceUsd).toBeGreaterThan(0);
    const [free] = plan(chainOf(filling), { provider: { asksAreFree: true } });
    expect(free).toEqual({ ...paid, priceUsd: 0 });
    expect(paid).toMatchObject({ area: "mask", reusedIds: [], seed: 9, problem: null });
  });

  it("counts every picture of a run that made several", () => {
    const [one] = plan(chainOf(run("black-forest-labs/flux-schnell", { prompt: "a lake" })));
    const [four] = plan(chainOf(run("black-forest-labs/flux-schnell", { prompt: "a lake", num_outputs: 4 })));
    expect(four?.priceUsd).toBeCloseTo(4 * (one?.priceUsd ?? 0));
  });

  it("tells pictures of the chain from those that are used again", () => {
    const first = run(combine, { prompt: "both", input_image_1: root, input_image_2: other });
    const second = { ...run(combine, { prompt: "both", input_image_1: result, input_image_2: root }), base: 0 };
    expect(plan(chainOf(first, second)).map(({ reusedIds }) => reusedIds)).toEqual([[other], []]);
  });

  it("tells a border that grows from an area that was painted", () => {
    const [grown] = plan(chainOf(run(fill, { prompt: "sky", image: root }, { frame: sampleFrame() })));
    expect(grown).toMatchObject({ area: "border" });
  });

  it("names a model that is gone, and a blend whose result is gone, as what cannot be repeated", () => {
    const gone = run("acme/paint-1", { prompt: "x" });
    const settings = { fromEditId: "", alphaId: mask, softnessPx: 0, colourMatch: 0, whole: false };
    const lost: ChainStep = { does: "blend", edit: edit("blend", result), base: null, of: null, settings };
    expect(plan(chainOf(gone, lost))).toMatchObject([
      { problem: "model", priceUsd: null },
      { problem: "picture", priceUsd: 0, area: "drawn" },
    ]);
  });

  it("knows enlarging, which stands in no catalogue and costs nothing", () => {
    const enlarged = { ...run(enlargeModel.id, { prompt: "x 2×", input_image: root, factor: "2" }), does: "enlarge" as const };
    expect(plan(chainOf(enlarged as ChainStep))).toMatchObject([{ does: "enlarge", priceUsd: 0, seed: null, problem: null }]);
  });
});
