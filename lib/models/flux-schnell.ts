import { devSizes } from "./dev-sizes.ts";
import {
  devRatios,
  fastField,
  formatField,
  megapixelsField,
  outputsField,
  promptField,
  qualityField,
  ratioField,
  safetyCheckerField,
  seedOf,
  stepsField,
  text,
  threeFormats,
} from "./fields.ts";
import type { ModelEntry } from "./model.ts";

export const fluxSchnell: ModelEntry = {
  id: "black-forest-labs/flux-schnell",
  title: "FLUX Schnell",
  task: "generate",
  purpose: text("Draws from words in seconds, for trying things out", "几秒内根据文字出图，适合快速尝试"),
  fields: [
    promptField(text("What to draw.", "要画的内容。")),
    ratioField(devRatios, "1:1"),
    outputsField,
    stepsField({ min: 1, max: 4, initial: 4 }),
    fastField,
    megapixelsField,
    formatField(threeFormats, "webp"),
    qualityField,
    seedOf({ zeroIsRandom: true }),
    safetyCheckerField,
  ],
  output: { shape: "list", max: 4 },
  workingSize: { rule: "fit", maxSide: 1440, multipleOf: 16 },
  sizesByRatio: devSizes,
  priceUsd: 0.003,
  usualSeconds: [1, 4],
};
