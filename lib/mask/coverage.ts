import { labelRuns } from "./label-runs.ts";

export interface Coverage {
  /** 0..1 of the picture that is repainted; grey counts in part. */
  readonly share: number;
  readonly regions: number;
}

export function coverage(mask: Uint8Array, width: number, height: number): Coverage {
  let sum = 0;
  for (const level of mask) sum += level;
  const { runs, areaOf } = labelRuns(mask, width, height, true);
  return { share: sum / 255 / (width * height), regions: new Set(runs.map((_, run) => areaOf(run))).size };
}
