import { describe, expect, it } from "vitest";
import { builtInModels } from "./built-in.ts";
import { checkInputs } from "./check-inputs.ts";
import { fluxPro11 } from "./flux-1.1-pro.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { initialInputs, visibleFields } from "./form.ts";

describe("the form", () => {
  it("starts with our proposals over the model's defaults, without seed, pictures and hidden fields", () => {
    expect(initialInputs(fluxFillDev)).toEqual({
      num_outputs: 1,
      num_inference_steps: 28,
      guidance: 30,
      megapixels: "match_input",
      output_format: "webp",
      output_quality: 80,
    });
  });
  it("shows a width only with the custom ratio", () => {
    const names = (ratio: string) => visibleFields(fluxPro11, { aspect_ratio: ratio }).map((field) => field.name);
    expect(names("custom")).toEqual(fluxPro11.fields.map((field) => field.name));
    expect(names("1:1")).toEqual(names("custom").filter((name) => name !== "width" && name !== "height"));
    expect(visibleFields(fluxPro11).map((field) => field.name)).toEqual(names("1:1"));
  });
  it("never shows a hidden field", () => {
    for (const entry of builtInModels) for (const field of visibleFields(entry)) expect(field.hidden, field.name).toBeUndefined();
  });
  it.each(builtInModels)("of $id starts with values its own check takes", (entry) => {
    const required = Object.fromEntries(entry.fields.filter((field) => field.required).map((field) => [field.name, "given"]));
    const inputs = { ...initialInputs(entry), ...required };
    expect(checkInputs(entry, inputs, { unknownFields: "refuse", pictures: "addresses" }).inputs).toEqual(inputs);
  });
});
