import { labelRuns } from "./label-runs.ts";

/** Paints every unpainted area that does not reach the border of the picture. */
export function fillHoles(mask: Uint8Array, width: number, height: number): void {
  const { runs, areaOf } = labelRuns(mask, width, height, false);
  const open = new Set<number>();
  for (const [at, { row, from, to }] of runs.entries()) {
    if (row === 0 || row === height - 1 || from === 0 || to === width) open.add(areaOf(at));
  }
  for (const [at, { row, from, to }] of runs.entries()) {
    if (!open.has(areaOf(at))) mask.fill(255, row * width + from, row * width + to);
  }
}
