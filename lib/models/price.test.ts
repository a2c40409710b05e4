import { describe, expect, it } from "vitest";
import { fluxPro11 } from "./flux-1.1-pro.ts";
import { fluxDev } from "./flux-dev.ts";
import type { Field } from "./model.ts";
import { multiImageKontextPro } from "./multi-image-kontext-pro.ts";
import { estimatePriceUsd, pictureCount } from "./price.ts";

describe("the price", () => {
  it("is that of one picture times how many are asked for, to the digit", () => {
    expect(estimatePriceUsd(fluxDev, {})).toBe(0.025);
    expect(estimatePriceUsd(fluxDev, { num_outputs: 3 })).toBe(0.075);
    expect(estimatePriceUsd({ ...fluxDev, priceUsd: 0.003 }, { num_outputs: 4 })).toBe(0.012);
  });
  it("counts one picture for a model that makes one", () => {
    expect(pictureCount(fluxPro11, { num_outputs: 4 })).toBe(1);
  });
  it("counts what the model makes by itself when no number is given", () => {
    const fields = fluxDev.fields.map((field) => (field.name === "num_outputs" ? ({ ...field, default: 2 } as Field) : field));
    expect(pictureCount({ ...fluxDev, fields }, {})).toBe(2);
  });
  it("is unknown where no price is known", () => {
    expect(estimatePriceUsd(multiImageKontextPro, {})).toBeNull();
  });
});
