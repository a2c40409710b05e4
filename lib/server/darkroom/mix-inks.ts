/** Four inks without a profile mean nothing exact: they are mixed as browsers do it, each taking away its share of the light. */
import sharp, { type Sharp } from "sharp";
import { readPixels } from "./decode.ts";

export async function mixInks(picture: Sharp): Promise<Sharp> {
  const { data, width, height } = await readPixels(picture.pipelineColourspace("cmyk").toColourspace("cmyk"));
  const mixed = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const light = 255 - (data[from + 3] as number);
    for (let c = 0; c < 3; c++) mixed[to + c] = Math.round(((255 - (data[from + c] as number)) * light) / 255);
  }
  return sharp(mixed, { raw: { width, height, channels: 3 } });
}
