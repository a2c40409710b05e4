/**
 * Paints as the real models do to whoever gives them a picture: something new under the mask, and everywhere an uneven
 * cast, less contrast, less sharpness and a lossy file.
 */
import sharp from "sharp";
import { type Paint, paintStripes } from "./paint.ts";

export const paintBent: Paint = async (request) => {
  const { input, index } = request;
  if (typeof input.image !== "string" || typeof input.mask !== "string") return paintStripes(request);
  const { data, info } = await sharp(bytesOf(input.image)).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const mask = await sharp(bytesOf(input.mask)).extractChannel(0).raw().toBuffer();
  const { width, height } = info;
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const drawn = 128 + 80 * Math.sin((x + y * 0.6) / 19 + (i % 3) + index);
    const value = (mask[pixel] ?? 0) > 127 ? drawn : (data[i] ?? 0);
    const cast = 6 * Math.cos((Math.PI * x) / width) + 4 * Math.sin((Math.PI * y) / height) + ([5, -3, 2][i % 3] ?? 0);
    data[i] = Math.max(0, Math.min(255, 128 + (value - 128) * 0.95 + cast));
  }
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(0.9)
    .webp({ quality: 88 })
    .toBuffer();
  return { bytes, mime: "image/webp" };
};

function bytesOf(address: string): Buffer {
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}
