/** Where a chosen copy of an edit comes from and what the file is called. */
import { type Edit, type ExportFormat, type Picture, type Prediction, paths } from "#lib/wire.ts";

export type ChosenFormat = ExportFormat | "original";

export interface DownloadChoice {
  readonly format: ChosenFormat;
  /** Longest side; null: as it is. */
  readonly side: number | null;
  readonly quality: number;
  readonly hasMetadata: boolean;
}

interface Made {
  readonly edit: Pick<Edit, "id" | "picture">;
  readonly prediction: Prediction | undefined;
  readonly projectName: string;
}

const endings = { jpeg: "jpg", png: "png", webp: "webp", avif: "avif" } as const;
const sides = [4096, 3000, 2048, 1536, 1024, 512] as const;

export function downloadLink({ edit, prediction, projectName }: Made, { format, side, quality, hasMetadata }: DownloadChoice) {
  const name = downloadName(projectName, edit.picture, prediction, format === "original" ? edit.picture.format : format);
  const query = new URLSearchParams({ format, metadata: hasMetadata ? "1" : "0", edit: edit.id, name });
  if (side !== null) query.set("side", String(side));
  query.set("quality", String(quality));
  return { href: `${paths.download(edit.picture.id)}?${query}`, name };
}

/** Project, model, seed and time: a file that is found again months later. */
export function downloadName(project: string, picture: Picture, prediction: Prediction | undefined, format: ExportFormat): string {
  const model = prediction?.model.split("/").at(-1);
  const seed = prediction?.seed === null || prediction?.seed === undefined ? undefined : `seed ${prediction.seed}`;
  const time = picture.createdAt.slice(0, 19).replaceAll(":", "-");
  const parts = [project.slice(0, 60), model, seed, time].filter((part) => part !== undefined && part !== "");
  return `${parts.join(" ").replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-")}.${endings[format]}`;
}

/** As it is, and what is smaller. */
export function sizesFor({ width, height }: Pick<Picture, "width" | "height">) {
  const longest = Math.max(width, height);
  const smaller = sides.filter((side) => side < longest).map((side) => ({ side, scale: side / longest }));
  const scaled = smaller.map(({ side, scale }) => ({
    side,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }));
  return [{ side: null, width, height }, ...scaled];
}
