/** Brings a picture or a mask to exactly the size a model works at, in the encoding its provider can take. */
import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { AppError } from "#lib/errors.ts";
import type { FitRequest, Fitted } from "./darkroom.ts";
import { asGrey, asPictureError, openPicture, type Pixels, readHeader, readPixels } from "./decode.ts";

const bestQuality = 92;
const lowerQualities = [88, 84, 78, 70, 60, 45, 30];
/** From here on full colour resolution is worth its bytes. */
const fullColourFrom = 88;

interface Encoded {
  readonly mime: "image/jpeg" | "image/png";
  readonly bytes: Buffer;
}

export async function fit(request: FitRequest): Promise<Fitted> {
  try {
    const fitted = request.as === "mask" ? await fitMask(request) : await fitPicture(request);
    return await writeFitted(request.fillTo ? await fillUp(fitted, request.fillTo) : fitted, request);
  } catch (error) {
    throw asPictureError(error);
  }
}

/** Encodes pixels as a provider can take them. */
export async function writeFitted(pixels: Pixels, { out, encode, as }: Pick<FitRequest, "out" | "encode" | "as">): Promise<Fitted> {
  const maxBytes = encode.mode === "small" ? encode.maxBytes : Number.POSITIVE_INFINITY;
  const isLossless = as === "mask" || encode.mode === "lossless";
  const { mime, bytes } = isLossless ? await encodePng(pixels) : await encodeSmall();
  if (bytes.length > maxBytes) throw tooHeavy(pixels, maxBytes, bytes.length);
  await writeFile(out, bytes, { mode: 0o600 });
  return { path: out, mime, width: pixels.width, height: pixels.height, bytes: bytes.length };

  async function encodeSmall(): Promise<Encoded> {
    // Side by side: only one of them is wanted, and which is not known before both are there.
    const [png, best] = await Promise.all([encodePng(pixels), encodeJpeg(pixels, bestQuality)]);
    // A drawing or a small picture: nothing is lost and nothing is saved by a JPEG.
    if (png.bytes.length <= Math.min(best.bytes.length, maxBytes)) return png;
    if (best.bytes.length <= maxBytes) return best;
    let smallest = best.bytes.length < png.bytes.length ? best : png;
    for (const quality of lowerQualities) {
      const jpeg = await encodeJpeg(pixels, quality);
      if (jpeg.bytes.length <= maxBytes) return jpeg;
      if (jpeg.bytes.length < smallest.bytes.length) smallest = jpeg;
    }
    return smallest;
  }
}

async function fitPicture({ path, size: [width, height], encode }: FitRequest): Promise<Pixels> {
  const picture = openPicture(path);
  const flat = encode.mode === "lossless" && encode.keepsAlpha ? picture : picture.flatten({ background: "#fff" });
  return readPixels(flat.resize(width, height, { fit: "fill", kernel: "lanczos3" }).toColourspace("srgb"));
}

/** Mirrored, as the cut for a run with a mask is: a model makes up the least where the picture goes on. */
function fillUp(pixels: Pixels, [width, height]: NonNullable<FitRequest["fillTo"]>): Promise<Pixels> {
  const missing = { right: width - pixels.width, bottom: height - pixels.height };
  const filled = fromPixels(pixels).extend({ ...missing, extendWith: "mirror" });
  return readPixels(filled.toColourspace(pixels.channels === 1 ? "b-w" : "srgb"));
}

async function fitMask({ path, size: [width, height] }: FitRequest): Promise<Pixels> {
  const metadata = await readHeader(path);
  const isExact = metadata.width === width && metadata.height === height;
  const mask = isExact ? openPicture(path) : openPicture(path).resize(width, height, { fit: "fill", kernel: "cubic" });
  return readPixels(asGrey(mask));
}

async function encodePng(pixels: Pixels): Promise<Encoded> {
  const isGrey = pixels.channels === 1;
  const picture = fromPixels(pixels).toColourspace(isGrey ? "b-w" : "srgb");
  return { mime: "image/png", bytes: await picture.png({ compressionLevel: 4, adaptiveFiltering: !isGrey }).toBuffer() };
}

async function encodeJpeg(pixels: Pixels, quality: number): Promise<Encoded> {
  const chromaSubsampling = quality >= fullColourFrom ? "4:4:4" : "4:2:0";
  return { mime: "image/jpeg", bytes: await fromPixels(pixels).jpeg({ quality, chromaSubsampling }).toBuffer() };
}

function fromPixels({ data, width, height, channels }: Pixels) {
  return sharp(data, { raw: { width, height, channels: channels === 1 || channels === 4 ? channels : 3 } });
}

function tooHeavy({ width, height }: Pixels, most: number, bytes: number): AppError {
  return new AppError(
    "picture_too_demanding",
    `Expected a picture that fits into ${most} bytes at ${width}×${height} but the smallest form has ${bytes}`,
  );
}
