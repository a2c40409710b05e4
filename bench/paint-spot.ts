import sharp from "sharp";
import { type Paint, paintStripes } from "#lib/testing/fake-gateway/paint.ts";

/** Something new in the middle and everything else nearly as it was, so that all the work of keeping the photograph is done. */
export const paintSpot: Paint = async (request) => {
  const { input_image: image } = request.input;
  if (typeof image !== "string") return paintStripes(request);
  const spot = { create: { width: 200, height: 200, channels: 3, background: "#c03020" } } as const;
  const photograph = sharp(Buffer.from(image.slice(image.indexOf(",") + 1), "base64"));
  const bytes = await photograph
    .composite([{ input: spot }])
    .webp({ quality: 90 })
    .toBuffer();
  return { bytes, mime: "image/webp" };
};
