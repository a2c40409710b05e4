import { formatField, kontextRatios, pictureField, promptField, ratioField, seedOf, text, toleranceField, twoFormats } from "./fields.ts";
import type { ModelEntry } from "./model.ts";

export const multiImageKontextPro: ModelEntry = {
  id: "flux-kontext-apps/multi-image-kontext-pro",
  title: "Multi-image Kontext Pro",
  task: "combine",
  purpose: text("Brings two pictures together as the words say", "按文字描述把两张图片合成一张"),
  fields: [
    promptField(text("How the two pictures come together.", "两张图片如何组合。")),
    pictureField("input_image_1", text("First picture", "第一张图片"), text("The first of the two.", "两张图片中的第一张。"), {
      required: true,
    }),
    pictureField("input_image_2", text("Second picture", "第二张图片"), text("The second of the two.", "两张图片中的第二张。"), {
      required: true,
    }),
    ratioField(kontextRatios, "match_input_image"),
    formatField(twoFormats, "png"),
    toleranceField({ min: 0, max: 2 }),
    seedOf({ zeroIsRandom: false }),
  ],
  output: { shape: "one", max: 1 },
  workingSize: { rule: "fit", maxSide: 1568, maxPixels: 1_600_000, multipleOf: 16 },
  // No public price was found; a deployment that knows its own can set it.
  priceUsd: null,
  usualSeconds: [8, 16],
};
