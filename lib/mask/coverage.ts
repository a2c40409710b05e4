import { labelRuns } from "./label-runs.ts";

export interface Coverage {
  /** 0..1 of the picture that is repainted; grey counts in part. */
  readonly share: number;
  readonly regions: number;
}

export function coverage(mask: Uint8Array, width: number, height: number): Coverage {
  let sum = 0;
  for (let at = 0; at < mask.length; at += 1) sum += mask[at] ?? 0;
  const { runs, areaOf } = labelRuns(mask, width, height, true);
  // Of the runs of an area one names it.
  const regions = runs.reduce((count, _, run) => count + (areaOf(run) === run ? 1 : 0), 0);
  return { share: sum / 255 / (width * height), regions };
}
