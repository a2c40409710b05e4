/** What the smaller rules make of an entry: request body, sizes, price, form, schema. */
import { describe, expect, it } from "vitest";
import { createCatalogue } from "./catalogue.ts";
import { initialInputs, visibleFields } from "./form.ts";
import { outputSize } from "./output-size.ts";
import { estimatePriceUsd } from "./price.ts";
import { requestInput } from "./request-input.ts";
import { inputSchema } from "./schema.ts";
import { workingSize } from "./working-size.ts";

const catalogue = createCatalogue();
const model = (name: string) => catalogue.get(`black-forest-labs/${name}`);

describe("requestInput", () => {
  it("sends only what was given, the seed that was drawn, and pictures as data URIs", () => {
    const inputs = { prompt: "red", input_image: "pic_x", guidance: 2 };
    const input = requestInput({
      entry: model("flux-kontext-dev"),
      inputs,
      seed: 7,
      pictures: { input_image: "data:image/png;base64,AA==" },
    });
    expect(input).toEqual({ prompt: "red", input_image: "data:image/png;base64,AA==", guidance: 2, seed: 7 });
  });

  it("never sends a seed of 0 to a model that reads it as random", () => {
    expect(requestInput({ entry: model("flux-dev"), inputs: { prompt: "x" }, seed: 0, pictures: {} })).toEqual({ prompt: "x" });
    expect(requestInput({ entry: model("flux-1.1-pro"), inputs: { prompt: "x" }, seed: 0, pictures: {} })).toEqual({
      prompt: "x",
      seed: 0,
    });
  });
});

describe("workingSize", () => {
  it.each([
    ["flux-fill-dev", [1920, 1080], [1440, 800]],
    ["flux-fill-dev", [4032, 3024], [1440, 1056]],
    ["flux-fill-dev", [1000, 1000], [992, 992]],
    ["flux-fill-dev", [31, 31], [64, 64]],
    ["flux-kontext-dev", [1920, 1080], [1392, 752]],
    ["flux-kontext-dev", [4032, 3024], [1184, 880]],
    ["flux-kontext-dev", [3000, 500], [1568, 672]],
    ["flux-dev", [800, 600], [800, 592]],
  ] as const)("%s takes %j as %j", (name, [width, height], size) => {
    expect(workingSize(model(name), { width, height })).toEqual(size);
  });
});

describe("outputSize", () => {
  it.each([
    ["flux-schnell", {}, undefined, [1024, 1024]],
    ["flux-schnell", { aspect_ratio: "16:9", megapixels: "0.25" }, undefined, [672, 384]],
    ["flux-pro", { aspect_ratio: "custom", width: 512, height: 768 }, undefined, [512, 768]],
    ["flux-kontext-dev", { aspect_ratio: "16:9" }, { width: 880, height: 1184 }, [1328, 800]],
    ["flux-kontext-dev", {}, { width: 880, height: 1184 }, [880, 1184]],
  ] as const)("%s with %j paints %j as %j", (name, inputs, picture, size) => {
    expect(outputSize(model(name), inputs, picture)).toEqual(size);
  });
});

it("a price counts every picture of the run, and is unknown where none is published", () => {
  expect(estimatePriceUsd(model("flux-fill-dev"), { num_outputs: 2 })).toBeCloseTo(0.08);
  expect(estimatePriceUsd(model("flux-pro"), {})).toBeCloseTo(0.055);
  expect(estimatePriceUsd(catalogue.get("flux-kontext-apps/multi-image-kontext-pro"), {})).toBeNull();
});

describe("the form", () => {
  it("starts with what we propose and hides what has no meaning yet", () => {
    expect(initialInputs(model("flux-fill-dev"))).toMatchObject({ megapixels: "match_input", guidance: 30, num_outputs: 1 });
    const names = (inputs = {}) => visibleFields(model("flux-pro"), inputs).map((field) => field.name);
    expect(names({ aspect_ratio: "1:1" })).not.toContain("width");
    expect(names({ aspect_ratio: "custom" })).toContain("width");
  });
});

it("the schema says in JSON what the entry says", () => {
  const schema = inputSchema(model("flux-schnell"));
  expect(schema.required).toEqual(["prompt"]);
  expect(schema.properties).toMatchObject({
    num_inference_steps: { type: "integer", minimum: 1, maximum: 4, default: 4 },
    output_format: { type: "string", enum: ["webp", "jpg", "png"], default: "webp" },
    go_fast: { type: "boolean", default: true },
  });
});
