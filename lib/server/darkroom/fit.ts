/** Brings a stored picture to exactly the size and encoding a model is handed. */
import { stat, writeFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { AppError } from "#lib/errors.ts";
import type { FitRequest, Fitted } from "./darkroom.ts";
import { openPicture, readHeader, unreadable } from "./open-picture.ts";

const qualities = [92, 88, 84, 78, 70, 60, 45, 30] as const;
/** From here on full colour resolution is worth its bytes. */
const fullColourFrom = 88;

export async function fit(request: FitRequest): Promise<Fitted> {
  const [width, height] = request.size;
  try {
    const mime = await (request.as === "mask" ? fitMask(request) : fitPicture(request));
    const { size: bytes } = await stat(request.out);
    return { path: request.out, mime, width, height, bytes };
  } catch (error) {
    throw unreadable(error);
  }
}

async function fitPicture({ path, out, size: [width, height], encode }: FitRequest): Promise<Fitted["mime"]> {
  const upright = () => openPicture(path).flatten({ background: "#fff" }).resize(width, height, { fit: "fill" }).toColourspace("srgb");
  if (encode.mode === "lossless") {
    await upright().png({ compressionLevel: 3 }).toFile(out);
    return "image/png";
  }
  // Resized once; each quality is then only an encoding.
  const { data, info } = await upright().raw().toBuffer({ resolveWithObject: true });
  for (const quality of qualities) {
    const bytes = await encodeJpeg(openRaw(data, info), quality);
    if (bytes.byteLength > encode.maxBytes) continue;
    await writeFile(out, bytes);
    return "image/jpeg";
  }
  throw new AppError(
    "picture_too_demanding",
    `Expected a picture that fits into ${encode.maxBytes} bytes at ${width}×${height} but this one does not`,
  );
}

function openRaw(data: Buffer, { width, height, channels }: { width: number; height: number; channels: 1 | 2 | 3 | 4 }): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function encodeJpeg(picture: Sharp, quality: number): Promise<Buffer> {
  return picture.jpeg({ quality, chromaSubsampling: quality >= fullColourFrom ? "4:4:4" : "4:2:0" }).toBuffer();
}

/** One 8-bit channel without alpha. At its own size every value stays; only another size asks for a filter. */
async function fitMask({ path, out, size: [width, height] }: FitRequest): Promise<Fitted["mime"]> {
  const header = await readHeader(path);
  const grey = openPicture(path).flatten({ background: "#000" }).greyscale();
  const sized = header.width === width && header.height === height ? grey : grey.resize(width, height, { fit: "fill", kernel: "cubic" });
  await sized.toColourspace("b-w").png({ compressionLevel: 6, palette: false }).toFile(out);
  return "image/png";
}
