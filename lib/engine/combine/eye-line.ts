/**
 * How high in a picture somebody's eyes are who stands in it: things of one size end at it however far they stand. People and
 * cars tell it best, then the feet of walls, then where the sky ends.
 */
import { heightOfKind } from "#lib/engine/eye/kinds.ts";
import type { Horizon } from "#lib/engine/regions/land.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import type { Plane } from "#lib/pixels/plane.ts";

/** Pictures are taken from there, in metres. */
export const eyeHeight = 1.55;

/** Below this a box is a guess. */
const leastScore = 0.4;
/** Runs out of the picture below: nobody knows how tall it is. */
const cutOff = 0.98;
const [highest, lowest] = [0.08, 0.8];
/** Where nothing tells. */
const usual = 0.42;

export interface EyeLine {
  /** As a share of the height, from above. */
  readonly at: number;
  /** Several who stand there agree on it. */
  readonly isSure: boolean;
}

export function eyeLineOf(boxes: readonly NamedBox[], uprights: Plane, horizon: Horizon | undefined): EyeLine {
  const lines = linesByThings(boxes);
  const told = lines[lines.length >> 1] ?? eyeLineByWalls(uprights) ?? eyeLineByHorizon(uprights.height, horizon) ?? usual;
  return { at: Math.min(lowest, Math.max(highest, told)), isSure: doAgree(lines) };
}

/** In order. */
function linesByThings(boxes: readonly NamedBox[]): readonly number[] {
  return boxes
    .flatMap(({ kind, score, top, bottom }) => {
      const height = heightOfKind(kind);
      return height === undefined || score < leastScore || bottom > cutOff ? [] : [bottom - (eyeHeight * (bottom - top)) / height];
    })
    .filter((line) => line > highest && line < lowest)
    .sort((a, b) => a - b);
}

/** So many, and the middle half of them no farther apart. */
const [enough, apart] = [3, 0.06];

function doAgree(lines: readonly number[]): boolean {
  const at = (share: number): number => lines[Math.floor(share * (lines.length - 1))] as number;
  return lines.length >= enough && at(0.75) - at(0.25) < apart;
}

/** In a column, so much of its height must go up, and so many columns must have some, for a wall to be seen. */
const [leastOfColumn, leastColumns] = [0.03, 0.45];
/** Between the edges of windows a wall has none. */
const usualUp = 0.25;
/** The foot of a wall lies below the eyes. */
const belowEyes = 0.05;

function eyeLineByWalls({ width, height, data }: Plane): number | undefined {
  const feet: number[] = [];
  for (let x = 0; x < width; x++) {
    let sum = 0;
    for (let y = height - 1; y > 0; y--) {
      sum = Math.max(0, sum + (data[y * width + x] as number) - usualUp);
      if (sum < leastOfColumn * height) continue;
      feet.push(y / height + leastOfColumn);
      break;
    }
  }
  if (feet.length < leastColumns * width) return undefined;
  return (feet.sort((a, b) => a - b)[feet.length >> 1] as number) - belowEyes;
}

/** A level line this low is a kerb or a shore before one's feet. */
const mostLevel = 0.7;
/** Hills and trees stand above the eyes, and nobody looks at the sky alone who shows a ground to stand on. */
const [aboveEyes, highestOpen, lowestOpen] = [0.08, 0.35, 0.65];

function eyeLineByHorizon(height: number, horizon: Horizon | undefined): number | undefined {
  if (horizon === undefined) return undefined;
  if (horizon.line < mostLevel * height) return horizon.line / height;
  const mean = horizon.outline.reduce((sum, top) => sum + top, 0) / horizon.outline.length / height;
  return Math.min(lowestOpen, Math.max(highestOpen, mean + aboveEyes));
}
