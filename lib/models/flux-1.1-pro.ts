import {
  customSide,
  formatField,
  pictureField,
  promptField,
  proRatios,
  qualityField,
  ratioField,
  seedOf,
  text,
  threeFormats,
  toleranceField,
  upsamplingField,
} from "./fields.ts";
import type { ModelEntry } from "./model.ts";

export const fluxPro11: ModelEntry = {
  id: "black-forest-labs/flux-1.1-pro",
  title: "FLUX 1.1 Pro",
  task: "generate",
  purpose: text("Draws from words, sharp and true to the prompt", "根据文字作画，清晰且忠于提示词"),
  fields: [
    promptField(text("What to draw.", "要画的内容。")),
    pictureField(
      "image_prompt",
      text("Guiding picture", "参考图片"),
      text("Its composition guides the result, together with the words.", "与文字一起引导画面的构图。"),
    ),
    ratioField(proRatios, "1:1"),
    customSide("width"),
    customSide("height"),
    toleranceField({ min: 1, max: 6 }),
    upsamplingField,
    formatField(threeFormats, "webp"),
    qualityField,
    seedOf({ zeroIsRandom: false }),
  ],
  output: { shape: "one", max: 1 },
  workingSize: { rule: "fit", maxSide: 1440, multipleOf: 16 },
  priceUsd: 0.04,
  usualSeconds: [4, 8],
};
