import { describe, expect, it } from "vitest";
import { builtInModels } from "./built-in.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { fluxKontextPro } from "./flux-kontext-pro.ts";
import { fluxSchnell } from "./flux-schnell.ts";
import { requestInput, seedField } from "./request-input.ts";

const dataUri = "data:image/png;base64,AAAA";

describe("the request", () => {
  it("carries pictures as their data URIs, never as our ids", () => {
    const inputs = { prompt: "a boat", image: `pic_${"0".repeat(64)}`, mask: `pic_${"1".repeat(64)}` };
    const request = requestInput({ entry: fluxFillDev, inputs, seed: 7, pictures: { image: dataUri, mask: dataUri } });
    expect(request).toEqual({ prompt: "a boat", image: dataUri, mask: dataUri, seed: 7 });
    expect(requestInput({ entry: fluxFillDev, inputs, seed: null, pictures: {} })).toEqual({ prompt: "a boat" });
  });
  it("carries only names the model has, and nothing empty", () => {
    const inputs = { prompt: "a boat", guidance: 3, aspect_ratio: "", go_fast: false };
    expect(requestInput({ entry: fluxSchnell, inputs, seed: null, pictures: { image: dataUri } })).toEqual({
      prompt: "a boat",
      go_fast: false,
    });
  });
  it("carries a hidden field only when it was given", () => {
    const inputs = { prompt: "a boat", disable_safety_checker: true };
    expect(requestInput({ entry: fluxSchnell, inputs, seed: null, pictures: {} })).toEqual(inputs);
    expect(requestInput({ entry: fluxSchnell, inputs: { prompt: "a boat" }, seed: null, pictures: {} })).toEqual({ prompt: "a boat" });
  });
  it("carries the drawn seed instead of the given one, and 0 only where 0 is a seed", () => {
    const request = (entry: typeof fluxSchnell, seed: number | null) =>
      requestInput({ entry, inputs: { prompt: "a boat", seed: 5 }, seed, pictures: {} });
    expect(request(fluxSchnell, 9)).toEqual({ prompt: "a boat", seed: 9 });
    expect(request(fluxSchnell, 0)).toEqual({ prompt: "a boat" });
    expect(request(fluxKontextPro, 0)).toEqual({ prompt: "a boat", seed: 0 });
  });
  it("carries no seed for a model without one", () => {
    const entry = { ...fluxSchnell, fields: fluxSchnell.fields.filter((field) => field.name !== "seed") };
    expect(seedField(entry)).toBeNull();
    expect(requestInput({ entry, inputs: { prompt: "a boat" }, seed: 9, pictures: {} })).toEqual({ prompt: "a boat" });
  });
  it("reads 0 as random for the open models only", () => {
    const random = builtInModels.filter((entry) => seedField(entry)?.seed.zeroIsRandom).map((entry) => entry.title);
    expect(random).toEqual(["FLUX Kontext Dev", "FLUX Fill Dev", "FLUX Dev", "FLUX Schnell"]);
  });
});
