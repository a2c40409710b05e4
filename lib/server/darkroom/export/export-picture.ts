/** A picture as somebody wants it: format, size and quality by choice, always in sRGB and upright, with no metadata but ours. */
import { copyFile, readFile, stat, writeFile } from "node:fs/promises";
import type { Sharp } from "sharp";
import type { Exported, ExportRequest } from "../darkroom.ts";
import { asPictureError, openPicture, readHeader } from "../decode.ts";
import { embedXmp, type XmpFormat } from "./embed-xmp.ts";

export async function exportPicture({ path, out, format, side, quality, xmp }: ExportRequest): Promise<Exported> {
  try {
    const header = await readHeader(path);
    const stored = storedFormat(header.format);
    const isAsStored = format === null && (side === null || side >= Math.max(header.width, header.height));
    if (isAsStored) {
      if (xmp === null) await copyFile(path, out);
      else await writeFile(out, embedXmp(stored, await readFile(path), xmp), { mode: 0o600 });
      return { format: stored, width: header.width, height: header.height, bytes: (await stat(out)).size };
    }
    const kind = format ?? stored;
    let picture = openPicture(path).toColourspace("srgb").withIccProfile("srgb");
    if (side !== null) picture = picture.resize(side, side, { fit: "inside", withoutEnlargement: true });
    // What is transparent has no place in a JPEG.
    if (kind === "jpeg") picture = picture.flatten({ background: "#fff" });
    if (xmp !== null) picture = picture.withXmp(xmp);
    const { width, height, size } = await encode(picture, kind, quality).toFile(out);
    return { format: kind, width, height, bytes: size };
  } catch (error) {
    throw asPictureError(error);
  }
}

function encode(picture: Sharp, format: Exported["format"], quality: number): Sharp {
  switch (format) {
    case "png":
      return picture.png({ compressionLevel: 6 });
    case "jpeg":
      return picture.jpeg({ quality, chromaSubsampling: quality >= 90 ? "4:4:4" : "4:2:0" });
    case "webp":
      return picture.webp({ quality, effort: 3 });
    case "avif":
      return picture.avif({ quality, effort: 2 });
  }
}

function storedFormat(format: string | undefined): XmpFormat {
  return format === "png" || format === "webp" ? format : "jpeg";
}
