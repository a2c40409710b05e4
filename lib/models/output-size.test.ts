import { describe, expect, it } from "vitest";
import { builtInModels } from "./built-in.ts";
import { fluxPro11 } from "./flux-1.1-pro.ts";
import { fluxDev } from "./flux-dev.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { fluxKontextDev } from "./flux-kontext-dev.ts";
import { fluxKontextPro } from "./flux-kontext-pro.ts";
import type { Inputs, ModelEntry } from "./model.ts";
import { multiImageKontextPro } from "./multi-image-kontext-pro.ts";
import { outputSize } from "./output-size.ts";

const picture = { width: 640, height: 480 };

describe("the size of a result", () => {
  it.each<[string, ModelEntry, Inputs, string]>([
    ["follows the table at one megapixel", fluxDev, { aspect_ratio: "16:9" }, "1344x768"],
    ["is square when no ratio is given", fluxDev, {}, "1024x1024"],
    ["has half the sides at a quarter of a megapixel", fluxDev, { aspect_ratio: "4:5", megapixels: "0.25" }, "448x544"],
    ["is the width and height given with the custom ratio", fluxPro11, { aspect_ratio: "custom", width: 512, height: 768 }, "512x768"],
    ["is square where the custom ratio comes alone", fluxPro11, { aspect_ratio: "custom" }, "1024x1024"],
    ["is about a megapixel where no table is known", fluxPro11, { aspect_ratio: "3:2" }, "1248x832"],
    ["is square where there is no picture to match", fluxKontextPro, {}, "1024x1024"],
    ["is about a megapixel at Kontext's widest ratio", fluxKontextPro, { aspect_ratio: "21:9" }, "1568x672"],
  ])("%s", (_, entry, inputs, expected) => {
    expect(outputSize(entry, inputs).join("x")).toBe(expected);
  });
  it.each<[string, ModelEntry, Inputs, string]>([
    ["is the matched picture's", fluxKontextPro, {}, "640x480"],
    ["is the first picture's where two are combined", multiImageKontextPro, { aspect_ratio: "match_input_image" }, "640x480"],
    ["follows an explicit ratio instead of the picture", fluxKontextDev, { aspect_ratio: "9:16" }, "800x1328"],
    ["is the starting picture's, whatever the ratio", fluxDev, { aspect_ratio: "1:1" }, "640x480"],
    ["does not follow a picture that only guides", fluxPro11, { aspect_ratio: "1:1" }, "1024x1024"],
    ["of a fill is the picture's when it is to match", fluxFillDev, { megapixels: "match_input" }, "640x480"],
    ["of a fill is about a megapixel when nothing is said", fluxFillDev, {}, "1152x864"],
    ["of a fill can be a quarter of one", fluxFillDev, { megapixels: "0.25" }, "576x416"],
  ])("%s", (_, entry, inputs, expected) => {
    expect(outputSize(entry, inputs, picture).join("x")).toBe(expected);
  });
  it("is a paintable one for every ratio of every model", () => {
    for (const entry of builtInModels) {
      const ratio = entry.fields.find((field) => field.name === "aspect_ratio");
      for (const option of ratio?.kind === "choice" ? ratio.options : []) {
        const [width, height] = outputSize(entry, { aspect_ratio: option });
        expect(width % 16 || height % 16, `${entry.id} ${option}`).toBe(0);
        expect(Math.abs(width * height - 1024 * 1024) / (1024 * 1024), `${entry.id} ${option}`).toBeLessThan(0.08);
        const [across = 1, down = 1] = option.includes(":") ? option.split(":").map(Number) : [];
        expect(Math.abs(Math.log((width / height) * (down / across))), `${entry.id} ${option}`).toBeLessThan(0.08);
      }
    }
  });
});
