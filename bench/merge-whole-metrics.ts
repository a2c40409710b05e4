/** What a merge left and what it brought over, counted on the stored files at the photograph's own size. */
import sharp from "sharp";
import { widen } from "#lib/pixels/merge/shape-mask.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { MergeCase } from "./merge-cases.ts";
import { seamOf } from "./merge-metrics.ts";

interface Merged extends Counted {
  readonly reason: null;
}
interface Whole {
  /** Why nothing was merged. */
  readonly reason: "global" | "unaligned";
  readonly pixels: number;
}
export type WholeFigures = { readonly kind: MergeCase["kind"]; readonly seconds: number } & (Merged | Whole);

interface Counted {
  readonly pixels: number;
  /** Shares of what the ideal edit leaves alone: exactly the photograph's; the same beyond a rim. */
  readonly kept: number;
  readonly keptBeyond: number;
  /** Of what the ideal edit changes visibly, what came over. */
  readonly recall: number;
  /** Step across the rim over that of the ideal edit, at the model's size. */
  readonly seam: number;
  readonly edited: number;
  /** Pixels with another value although the stored mask says that nothing came over there. */
  readonly unsaid: number;
}

interface Files {
  readonly before: string;
  readonly after: string;
  readonly alpha: string;
}

/** Pixels of the model's size, as everywhere in these figures. */
const rim = 12;

export async function measureWhole(built: MergeCase, files: Files): Promise<Counted> {
  const [before, after, alpha] = [await read(files.before, 3), await read(files.after, 3), await read(files.alpha, 1)];
  return { ...countWhole(built, before, after, alpha), seam: await seamAtModelSize(built, after, alpha) };
}

function countWhole({ picture, difference }: MergeCase, before: Raster, after: Raster, alpha: Raster): Omit<Counted, "seam"> {
  const { width, height } = before;
  const edited = Uint8Array.from(difference, (value) => (value > 0 ? 1 : 0));
  const near = widen(edited, picture.width, picture.height, rim);
  const column = Int32Array.from({ length: width }, (_, x) => Math.floor(((x + 0.5) * picture.width) / width));
  const figures = { untouched: 0, kept: 0, beyond: 0, keptBeyond: 0, strong: 0, found: 0, unsaid: 0 };
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * picture.height) / height) * picture.width;
    for (let x = 0; x < width; x++) {
      const [pixel, seen] = [y * width + x, row + (column[x] as number)];
      const isSame = [0, 1, 2].every((c) => before.data[pixel * 3 + c] === after.data[pixel * 3 + c]);
      const share = alpha.data[pixel] as number;
      if (!isSame && share === 0) figures.unsaid++;
      if ((difference[seen] as number) >= 8) {
        figures.strong++;
        if (share >= 128) figures.found++;
      }
      if (edited[seen] === 1) continue;
      figures.untouched++;
      if (isSame) figures.kept++;
      if (near[seen] === 1) continue;
      figures.beyond++;
      if (isSame) figures.keptBeyond++;
    }
  }
  const { untouched, kept, beyond, keptBeyond, strong, found, unsaid } = figures;
  const pixels = width * height;
  return {
    pixels,
    kept: kept / untouched,
    keptBeyond: keptBeyond / beyond,
    recall: strong < 0.0002 * pixels ? Number.NaN : found / strong,
    edited: 1 - untouched / pixels,
    unsaid,
  };
}

async function seamAtModelSize({ ideal }: MergeCase, after: Raster, alpha: Raster): Promise<number> {
  const [small, mask] = [await shrink(after, ideal), await shrink(alpha, ideal)];
  return seamOf({ alpha: mask }, [lumaPlane(small)], [lumaPlane(ideal)]);
}

async function read(file: string, channels: 1 | 3): Promise<Raster> {
  const opened = sharp(file, { limitInputPixels: false }).removeAlpha();
  const { data, info } = await opened
    .toColourspace(channels === 1 ? "b-w" : "srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels, data };
}

async function shrink({ data, width, height, channels }: Raster, to: Raster): Promise<Raster> {
  const small = sharp(data, { raw: { width, height, channels } }).resize(to.width, to.height, { fit: "fill" });
  const inks = channels === 1 ? "b-w" : "srgb";
  return { width: to.width, height: to.height, channels, data: await small.toColourspace(inks).raw().toBuffer() };
}
