import type { Picture, Prediction } from "#lib/wire.ts";

const endings = { jpeg: "jpg", png: "png", webp: "webp" } as const;

/** Project, model, seed and time: a file that is found again months later. */
export function downloadName(project: string, picture: Picture, prediction: Prediction | undefined): string {
  const model = prediction?.model.split("/").at(-1);
  const seed = prediction?.seed === null || prediction?.seed === undefined ? undefined : `seed ${prediction.seed}`;
  const time = picture.createdAt.slice(0, 19).replaceAll(":", "-");
  const parts = [project.slice(0, 60), model, seed, time].filter((part) => part !== undefined && part !== "");
  return `${parts.join(" ").replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-")}.${endings[picture.format]}`;
}
