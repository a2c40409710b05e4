/** Enlarging as a run of the local engine. It stands in no catalogue: one asks for it by its own button, whatever the provider. */
import { pictureField, text } from "./fields.ts";
import type { ModelEntry } from "./model.ts";

export const enlargeTimes = [2, 4] as const;
export type EnlargeTimes = (typeof enlargeTimes)[number];

/** What may be taken in may come out, so that every result can be worked on. */
export const mostEnlargedPixels = 50_000_000;

export const enlargeModel: ModelEntry = {
  id: "pentimento/enlarge",
  title: "Enlarge",
  task: "edit",
  purpose: text("Makes a picture larger and keeps it sharp", "放大图片并保持清晰"),
  fields: [
    {
      kind: "text",
      name: "prompt",
      label: text("Name", "名称"),
      help: text("What the result is called.", "结果的名称。"),
      hidden: true,
    },
    pictureField("input_image", text("Picture", "图片"), text("The picture to enlarge.", "要放大的图片。"), { required: true }),
    {
      kind: "choice",
      name: "factor",
      label: text("Times", "倍数"),
      help: text("How many times as wide and as high the result is.", "结果的宽和高是原图的几倍。"),
      options: enlargeTimes.map(String),
      default: "2",
    },
  ],
  output: { shape: "one", max: 1 },
  workingSize: { rule: "own" },
  priceUsd: null,
  usualSeconds: [2, 40],
};

interface Sized {
  readonly width: number;
  readonly height: number;
}

export function canEnlarge({ width, height }: Sized, times: EnlargeTimes): boolean {
  return width * height * times * times <= mostEnlargedPixels;
}
