/** Finds where a picture lies in a result that was shifted and zoomed: coarse to fine, whatever part of it was edited. */
import { boxBlur } from "../blur.ts";
import { lumaPlane, type Plane } from "../plane.ts";
import type { Raster } from "../raster.ts";
import { doubtShown } from "./doubt-shown.ts";
import { evenContrast, halve } from "./even-contrast.ts";
import { drawPlacement, type Fit, refinePlacement } from "./fit-placement.ts";
import { followSlopes } from "./follow-slopes.ts";
import { type Match, matchBlocks, type Search } from "./match-blocks.ts";
import { inPlace, type Placement, readPlaced } from "./placement.ts";

/** Fewer blocks, or blocks further off, prove nothing. */
const least = { agreeing: 20, share: 0.5 } as const;
const mostResidual = 0.6;
/** A placement may be so many pixels off in a corner, or further where it shows less than so many values of a channel. */
const mostDoubt = { pixels: 0.15, shown: 0.5 } as const;
/** Squared, of an evened plane: below this it is noise that slopes. */
const slopes = { any: 0.0025, clear: 0.02 } as const;
/** Of blocks with something to be found by. */
const fewBlocks = 300;
/** At a quarter of the size. */
const coarse = { side: 16, step: 12, reach: 15, mostPeaks: 3 } as const;
const fine = { side: 24, step: 24, reach: 3, mostPeaks: 1 } as const;
/** Of the neighbourhoods in which contrast is evened; at the smallest size, and at the others. */
const evenRadius = { top: 6, fine: 10 } as const;
/** Blocks this much further apart tell as much where so many of them are found. */
const thinner = 1.5;
const enough = { coarse: 60, fine: 300 } as const;
/** Of a picture this small there would be too few blocks. */
const smallSide = 500;
const fineOfSmall = { ...fine, side: 16, step: 16 } as const;
/** For slopes of a picture with little to be found by: what is finer is noise, and slopes are as faint as this. */
const faint = { softness: 2, leastContrast: 1 } as const;
/** Once the placement is nearly right. */
const finestReach = 2;
/** The longest side that is looked for from one end to the other, at least: less shows too little. */
const leastTopSide = 220;

/** Peaks between two pixels lean towards the nearer one: each round only comes closer, and one is never enough. */
const mostRounds = 5;
const settled = 0.04;

export interface Registration extends Fit {
  readonly isAligned: boolean;
  /** Blocks that had something to be found by and were found somewhere. */
  readonly found: number;
}

/** RGB, both of one size. */
export function register(picture: Raster, result: Raster): Registration {
  const blocks = Math.max(picture.width, picture.height) < smallSide ? fineOfSmall : fine;
  const own = levelsOf(lumaPlane(picture));
  const other = levelsOf(lumaPlane(result));
  const top = own.length - 1;
  const evened = own.map((level, n) => evenContrast(level, n === top ? evenRadius.top : evenRadius.fine));
  const evenedOther = other.map((level, n) => evenContrast(level, n === top ? evenRadius.top : evenRadius.fine));
  const matches = matchThinly(evened[top] as Plane, evenedOther[top] as Plane, coarse, enough.coarse);
  let { placement } = refinePlacement(matches, drawPlacement(matches, 1.2), 1.2);
  let fit: Fit = { placement: inPlace, agreeing: 0, residual: Number.POSITIVE_INFINITY, doubtAt: () => Number.POSITIVE_INFINITY };
  let found = 0;
  for (let level = top; level >= 0; level--) {
    for (let round = 0; round < (level === 0 ? mostRounds : 1); round++) {
      const placed = { ...(other[level] as Plane), data: readPlaced(evenedOther[level] as Plane, 1, placement) };
      const seen =
        round === 0
          ? matchThinly(evened[level] as Plane, placed, blocks, enough.fine / 4 ** level)
          : matchBlocks(evened[level] as Plane, placed, { ...blocks, reach: finestReach });
      const near = seen.map((match) => through(match, placement));
      fit = refinePlacement(near, placement, 2);
      const moved = farthest(placement, fit.placement, picture);
      placement = fit.placement;
      found = near.length;
      if (round > 0 && moved < settled) break;
    }
    // At full size slopes lean towards what was softened or framed: there they only speak where blocks have little to say.
    const isPoor = found < fewBlocks / 4 ** level;
    if (level > 0 || isPoor) {
      const search = { step: 1, rounds: isPoor ? 5 : 3, leastSlope: isPoor ? slopes.any : slopes.clear };
      const [from, to] =
        level > 0 ? [evened[level] as Plane, evenedOther[level] as Plane] : [faintOf(own[0] as Plane), faintOf(other[0] as Plane)];
      placement = followSlopes(from, to, placement, search);
    }
    if (level > 0) placement = toFiner(placement);
  }
  const isAgreed = fit.agreeing >= least.agreeing && fit.agreeing >= least.share * found;
  const isSure = () =>
    doubtAtCorners(fit, picture) <= mostDoubt.pixels || doubtShown(own[1] ?? halve(own[0] as Plane), fit.doubtAt) <= mostDoubt.shown;
  const isAligned = isAgreed && fit.residual <= mostResidual && isSure();
  return { ...fit, placement, found, isAligned };
}

/** What little a smooth picture shows, told from the noise that lies over it. */
function faintOf(luma: Plane): Plane {
  const once = boxBlur(luma, faint.softness);
  return evenContrast(boxBlur(once, faint.softness, once), evenRadius.fine, faint.leastContrast);
}

function matchThinly(picture: Plane, result: Plane, search: Search, wanted: number): readonly Match[] {
  const matches = matchBlocks(picture, result, { ...search, step: search.step * thinner });
  return matches.length >= wanted ? matches : matchBlocks(picture, result, search);
}

function doubtAtCorners({ doubtAt }: Fit, { width, height }: Raster): number {
  return Math.max(doubtAt(0, 0), doubtAt(width - 1, 0), doubtAt(0, height - 1), doubtAt(width - 1, height - 1));
}

/** How far apart two placements put a picture's corners. */
function farthest(one: Placement, other: Placement, { width, height }: Raster): number {
  const apart = (scale: number, shift: number, length: number) => Math.max(Math.abs(shift), Math.abs(scale * (length - 1) + shift));
  const across = apart(one.scaleX - other.scaleX, one.shiftX - other.shiftX, width);
  return Math.hypot(across, apart(one.scaleY - other.scaleY, one.shiftY - other.shiftY, height));
}

/** Down to a quarter of the size, unless that would be too small. */
function levelsOf(luma: Plane): readonly Plane[] {
  const levels = [luma];
  while (levels.length <= 2) {
    const last = levels.at(-1) as Plane;
    if (Math.max(last.width, last.height) < 2 * leastTopSide) break;
    levels.push(halve(last));
  }
  return levels;
}

/** Found in what was read through a placement; told as found in the result itself. */
function through({ x, y, peaks }: Match, { scaleX, shiftX, scaleY, shiftY }: Placement): Match {
  const seen = peaks.map(({ dx, dy, likeness }) => ({
    dx: scaleX * (x + dx) + shiftX - x,
    dy: scaleY * (y + dy) + shiftY - y,
    likeness,
  }));
  return { x, y, peaks: seen };
}

function toFiner({ scaleX, shiftX, scaleY, shiftY }: Placement): Placement {
  return { scaleX, shiftX: 2 * shiftX + (1 - scaleX) / 2, scaleY, shiftY: 2 * shiftY + (1 - scaleY) / 2 };
}
