import { expect, it } from "vitest";
import { fluxPro11 } from "./flux-1.1-pro.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { inputSchema } from "./schema.ts";

it("describes every field of a model with its limits, in the form's order", () => {
  expect(inputSchema(fluxFillDev)).toMatchObject({
    type: "object",
    title: "Input",
    required: ["prompt", "image", "mask"],
    properties: {
      prompt: { type: "string", maxLength: 10_000, title: "Prompt", "x-order": 0 },
      image: { type: "string", format: "uri", "x-order": 1 },
      mask: { type: "string", format: "uri", "x-order": 2 },
      num_outputs: { type: "integer", minimum: 1, maximum: 4, default: 1, "x-order": 3 },
      guidance: { type: "number", minimum: 0, maximum: 100, default: 30 },
      megapixels: { type: "string", enum: ["1", "0.25", "match_input"], default: "1" },
      disable_safety_checker: { type: "boolean", default: false, "x-order": 12 },
    },
  });
});

it("says nothing of limits a model does not state", () => {
  const { properties } = inputSchema(fluxPro11) as { properties: Record<string, Record<string, unknown>> };
  expect(Object.keys(properties.seed ?? {}).sort()).toEqual(["description", "title", "type", "x-order"]);
  expect(properties.width).toMatchObject({ minimum: 256, maximum: 1440, multipleOf: 32 });
});

it("survives being written as JSON", () => {
  const schema = inputSchema(fluxFillDev);
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
});
