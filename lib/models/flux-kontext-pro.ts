import {
  formatField,
  kontextRatios,
  pictureField,
  promptField,
  ratioField,
  seedOf,
  text,
  toleranceField,
  twoFormats,
  upsamplingField,
} from "./fields.ts";
import type { ModelEntry } from "./model.ts";

export const fluxKontextPro: ModelEntry = {
  id: "black-forest-labs/flux-kontext-pro",
  title: "FLUX Kontext Pro",
  task: "edit",
  purpose: text("Changes a picture by words and keeps the rest recognisable", "用一句话修改图片，其余部分保持原样"),
  fields: [
    promptField(
      text("What should change in the picture, or what to draw without one.", "要对图片做什么修改；没有图片时则描述要画的内容。"),
    ),
    pictureField(
      "input_image",
      text("Picture", "图片"),
      text("The picture to change. Without one, words alone make a new picture.", "要修改的图片；留空则只根据文字作画。"),
    ),
    ratioField(kontextRatios, "match_input_image"),
    formatField(twoFormats, "png"),
    toleranceField({ min: 0, max: 6 }, { field: "input_image", max: 2 }),
    upsamplingField,
    seedOf({ zeroIsRandom: false }),
  ],
  output: { shape: "one", max: 1 },
  // About one megapixel whatever comes in; the exact sizes are not published.
  workingSize: { rule: "fit", maxSide: 1568, maxPixels: 1_600_000, multipleOf: 16 },
  priceUsd: 0.04,
  usualSeconds: [6, 12],
};
