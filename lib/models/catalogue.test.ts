import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { builtInModels } from "./built-in.ts";
import { createCatalogue } from "./catalogue.ts";
import { fluxDev } from "./flux-dev.ts";

const paint = { ...fluxDev, id: "acme/paint-2" };

describe("the catalogue", () => {
  it("lists the built-in models, then the added ones", () => {
    expect(createCatalogue().list()).toEqual(builtInModels);
    expect(createCatalogue({ extra: [paint] }).list()).toEqual([...builtInModels, paint]);
  });
  it("gives a model by its id", () => {
    expect(createCatalogue().get(fluxDev.id)).toBe(fluxDev);
    expect(createCatalogue({ extra: [paint] }).get("acme/paint-2")).toBe(paint);
  });
  it.each(["acme/paint-2", "", "constructor", "__proto__", "BLACK-FOREST-LABS/FLUX-DEV"])(
    "answers unknown_model for %o and names those it knows",
    (id) => {
      const get = () => createCatalogue().get(id);
      expect(get).toThrow(AppError);
      expect(get).toThrow(expect.objectContaining({ code: "unknown_model", message: expect.stringContaining(fluxDev.id) }));
    },
  );
  it("does not echo a whole long name", () => {
    expect(() => createCatalogue().get("x".repeat(5000))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("x".repeat(121)) }),
    );
  });
  it("replaces a price, also an unknown one, and leaves the entry itself alone", () => {
    const prices = { [fluxDev.id]: 0.01, "flux-kontext-apps/multi-image-kontext-pro": 0.08 };
    const catalogue = createCatalogue({ prices });
    expect(catalogue.get(fluxDev.id)).toEqual({ ...fluxDev, priceUsd: 0.01 });
    expect(catalogue.get("flux-kontext-apps/multi-image-kontext-pro").priceUsd).toBe(0.08);
    expect(fluxDev.priceUsd).toBe(0.025);
    expect(catalogue.list().map((entry) => entry.id)).toEqual(builtInModels.map((entry) => entry.id));
  });
  it("refuses a price for a model it does not have and a second entry with the same id", () => {
    expect(() => createCatalogue({ prices: { "acme/paint-2": 1 } })).toThrow(/prices for known models only .* acme\/paint-2/);
    expect(() => createCatalogue({ extra: [fluxDev] })).toThrow(/one entry for each model .* black-forest-labs\/flux-dev/);
  });
});
