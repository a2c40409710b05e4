/** Connected areas of a mask, found over runs of a row instead of single pixels, so that large flat areas cost little. */

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

export interface LabelledRuns {
  readonly runs: readonly Run[];
  /** The area a run belongs to, named by one of its runs. */
  areaOf(run: number): number;
}

export function isPainted(level: number): boolean {
  return level >= 128;
}

/** Runs of painted (or of unpainted) pixels; painted ones touch at corners too, unpainted ones only at sides. */
export function labelRuns(mask: Uint8Array, width: number, height: number, wanted: boolean): LabelledRuns {
  const runs: Run[] = [];
  const parents: number[] = [];
  const find = (run: number): number => {
    let at = run;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  const slack = wanted ? 1 : 0;
  let above = 0;
  for (let row = 0; row < height; row += 1) {
    const first = runs.length;
    for (let column = 0; column < width; column += 1) {
      if (isPainted(mask[row * width + column] ?? 0) !== wanted) continue;
      const from = column;
      while (column < width && isPainted(mask[row * width + column] ?? 0) === wanted) column += 1;
      parents.push(runs.length);
      runs.push({ row, from, to: column });
    }
    let upper = above;
    for (let at = first; at < runs.length; at += 1) {
      const run = runs[at];
      while (run && upper < first && (runs[upper]?.to ?? 0) + slack <= run.from) upper += 1;
      for (let other = upper; run && other < first && (runs[other]?.from ?? 0) < run.to + slack; other += 1) {
        parents[find(at)] = find(other);
      }
    }
    above = first;
  }
  return { runs, areaOf: find };
}
