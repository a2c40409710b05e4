/**
 * Edges and cables that end at a hole's outline on one side and go on at the other: horizons, roofs, table tops, wires, rims.
 * Each pair of ends is held to what stands across the line beyond both.
 */
import type { Work } from "../work.ts";
import { type Curve, curveBetween, directionAt, placeAt, placeOn } from "./curve.ts";
import type { Level } from "./level.ts";
import { profileBeyond, profileReach, rimOf } from "./profile.ts";

/** The square around an end in which its direction is measured. */
const tensorReach = 3;
const shortest = 6;
/** Grey levels a pixel. */
const leastGradient = 3;
const leastCoherence = 0.5;
/** Radians between an end's own direction and that of a straight line to its other end. */
const mostAslant = 0.245;
/** By how much more one end may turn away from the way between them than the other, where the line is bent. */
const mostUneven = 0.2;
const leastTurn = 0.2;
const mostTurn = 1.6;
/** In grey levels: what is left of the edge after all that speaks against it. */
const leastScore = 8;
const mismatchShare = 0.8;
const unrestShare = 1;
/** A bend has to be seen: any two ends can be joined by one. */
const bentShare = 8;
const mostLines = 8;
/** So many of the clearest are looked at more closely. */
const mostSettled = 40;
const asides = [-0.5, 0, 0.5] as const;
/** Radians by which a line may turn out to bend more, or less, where it is seen better. */
const raisedBends = [-0.05, 0, 0.05] as const;
const bends = [-0.18, -0.12, -0.06, 0, 0.06, 0.12, 0.18] as const;

export interface Line extends Curve {
  /** Three values a step across, from one side to the other, at the first end and at the other. */
  readonly first: Float32Array;
  readonly last: Float32Array;
  /** How well it stands out, and how well its ends lie along it and in the middle of what stands across it. */
  readonly clarity: number;
}

interface End {
  readonly x: number;
  readonly y: number;
  readonly alongX: number;
  readonly alongY: number;
}

/** On the level `n`. What is soft or lies in coarse grain stands out only at half that size: such lines are added to its own. */
export function* findLines(levels: readonly Level[], n: number): Work<readonly Line[]> {
  const level = levels[n] as Level;
  const own = yield* linesOf(level);
  const smaller = levels[n + 1];
  if (smaller === undefined) return own;
  // Down there they have stood out enough: here no more is asked than that both their ends are known.
  const raised = raiseLines(level, yield* linesOf(smaller), -Infinity);
  return choose([...own, ...raised.filter(({ clarity }) => clarity > -Infinity)]);
}

/** The same lines on a level that is twice as large, where they are seen better. */
export function raiseLines(level: Level, lines: readonly Line[], least = leastScore): readonly Line[] {
  return lines.map((line) => {
    const [fromX, fromY] = [2 * line.fromX + 0.5, 2 * line.fromY + 0.5];
    const coarse = { ...line, fromX, fromY, length: 2 * line.length, bend: line.bend / 2, clarity: -Infinity };
    return settle(level, coarse, line.bend === 0 ? [0] : raisedBends, least);
  });
}

function* linesOf(level: Level): Work<readonly Line[]> {
  const ends = findEnds(level);
  const found: Line[] = [];
  for (let a = 0; a < ends.length; a++) {
    if (a % 8 === 0) yield a / ends.length;
    for (let b = a + 1; b < ends.length; b++) found.push(...joinEnds(level, ends[a] as End, ends[b] as End));
  }
  found.sort((a, b) => b.clarity - a.clarity);
  const settled: Line[] = [];
  for (const line of found.slice(0, mostSettled)) {
    yield 1;
    settled.push(settle(level, line, line.bend === 0 ? [0] : bends));
  }
  settled.sort((a, b) => b.clarity - a.clarity);
  return choose(settled);
}

/** The first ones that are not in the way of any before them. */
function choose(lines: readonly Line[]): readonly Line[] {
  const chosen: Line[] = [];
  for (const line of lines) {
    if (chosen.length === mostLines) break;
    if (!chosen.some((other) => areInEachOthersWay(line, other))) chosen.push(line);
  }
  return chosen;
}

function findEnds(level: Level): readonly End[] {
  const { width, height, hole } = level;
  const ends: End[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (hole[i] || !(hole[i - 1] || hole[i + 1] || hole[i - width] || hole[i + width])) continue;
      const end = endAt(level, x, y);
      if (end !== undefined) ends.push(end);
    }
  }
  return ends;
}

/** The direction in which the known pixels around change least, by their structure tensor. */
function endAt({ width, height, hole, colours }: Level, x: number, y: number): End | undefined {
  let [xx, xy, yy, count] = [0, 0, 0, 0];
  for (let sy = Math.max(1, y - tensorReach); sy <= Math.min(height - 2, y + tensorReach); sy++) {
    for (let sx = Math.max(1, x - tensorReach); sx <= Math.min(width - 2, x + tensorReach); sx++) {
      const i = sy * width + sx;
      if (hole[i] || hole[i - 1] || hole[i + 1] || hole[i - width] || hole[i + width]) continue;
      count++;
      for (let c = 0; c < 3; c++) {
        const gx = ((colours[(i + 1) * 3 + c] as number) - (colours[(i - 1) * 3 + c] as number)) / 2;
        const gy = ((colours[(i + width) * 3 + c] as number) - (colours[(i - width) * 3 + c] as number)) / 2;
        xx += gx * gx;
        xy += gx * gy;
        yy += gy * gy;
      }
    }
  }
  if (count < 2 * tensorReach) return undefined;
  const spread = Math.hypot(xx - yy, 2 * xy);
  if (Math.sqrt((xx + yy) / (3 * count)) < leastGradient || spread < leastCoherence * (xx + yy)) return undefined;
  const across = Math.atan2(2 * xy, xx - yy) / 2;
  return { x, y, alongX: -Math.sin(across), alongY: Math.cos(across) };
}

/** Straight, bent, both or not at all. */
function joinEnds(level: Level, a: End, b: End): readonly Line[] {
  const [x, y] = [b.x - a.x, b.y - a.y];
  if (Math.hypot(x, y) < shortest) return [];
  const [atFirst, atLast] = [slantOf(a, x, y), slantOf(b, x, y)];
  const turn = atLast - atFirst;
  const isStraight = Math.max(Math.abs(atFirst), Math.abs(atLast)) <= mostAslant;
  const isBent = Math.abs(atFirst + atLast) <= mostUneven && Math.abs(turn) >= leastTurn && Math.abs(turn) <= mostTurn;
  return [...(isStraight ? [0] : []), ...(isBent ? [turn] : [])].flatMap((by) => {
    const curve = curveBetween(a.x, a.y, b.x, b.y, by);
    return staysInHole(level, curve) ? (measureLine(level, curve, by) ?? []) : [];
  });
}

/** From the way to the other end to the end's own direction, which has no sense of its own. */
function slantOf({ alongX, alongY }: End, x: number, y: number): number {
  const [ahead, left] = [alongX * x + alongY * y, alongY * x - alongX * y];
  return ahead < 0 ? Math.atan2(-left, -ahead) : Math.atan2(left, ahead);
}

function staysInHole({ width, height, hole }: Level, curve: Curve): boolean {
  for (let u = 2; u <= curve.length - 2; u++) {
    const [x, y] = placeAt(curve, u, 0).map(Math.round) as [number, number];
    if (x < 0 || y < 0 || x >= width || y >= height || !hole[y * width + x]) return false;
  }
  return true;
}

/** Ends lie between pixels: of half a pixel to either side at both of them what goes on best is taken, and of bends as well. */
function settle(level: Level, line: Line, turns: readonly number[], least = leastScore): Line {
  const turn = line.bend * line.length;
  let best = line;
  for (const near of asides) {
    for (const far of asides) {
      for (const by of turns) {
        const curve = curveBetween(...placeAt(line, 0, near), ...placeAt(line, line.length, far), turn + by);
        const moved = measureLine(level, curve, turn + by, least);
        if (moved !== undefined && moved.clarity > best.clarity) best = moved;
      }
    }
  }
  return best;
}

function measureLine(level: Level, curve: Curve, turn: number, least = leastScore): Line | undefined {
  const first = profileBeyond(level, curve, -1);
  const last = profileBeyond(level, curve, 1);
  if (first === undefined || last === undefined) return undefined;
  let mismatch = 0;
  for (let k = 0; k < first.mean.length; k++) mismatch += ((first.mean[k] as number) - (last.mean[k] as number)) ** 2;
  mismatch = Math.sqrt(mismatch / first.mean.length);
  const unrest = Math.max(first.unrest, last.unrest);
  const against = mismatchShare * mismatch + unrestShare * unrest + bentShare * Math.abs(turn);
  const score = Math.min(first.strength, last.strength) - against;
  if (score < least) return undefined;
  const clarity = score - unrest - Math.max(rimOf(first.mean), rimOf(last.mean));
  return { ...curve, first: first.mean, last: last.mean, clarity };
}

/** They cross, or run so near each other that they are one. */
function areInEachOthersWay(a: Line, b: Line): boolean {
  return isInTheWayOf(a, b) || isInTheWayOf(b, a);
}

function isInTheWayOf(a: Line, b: Line): boolean {
  let side = 0;
  for (let u = 0; u <= b.length; u += 2) {
    const { along, aside } = placeOn(a, ...placeAt(b, u, 0));
    if (along < 0 || along > a.length) continue;
    if (side * aside < 0) return true;
    side = aside;
    const [[ax, ay], [bx, by]] = [directionAt(a, along), directionAt(b, u)];
    const isParallel = Math.abs(ax * bx + ay * by) > 0.9;
    if (isParallel && Math.abs(aside) <= profileReach + 1) return true;
  }
  return false;
}

/** Of all that is no farther from a line. */
export function boxAround(line: Line, reach: number) {
  const places = Array.from({ length: Math.ceil(line.length) + 1 }, (_, u) => placeAt(line, Math.min(u, line.length), 0));
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const [left, right] = [Math.floor(Math.min(...xs)) - reach, Math.ceil(Math.max(...xs)) + reach];
  const [top, bottom] = [Math.floor(Math.min(...ys)) - reach, Math.ceil(Math.max(...ys)) + reach];
  return { left, right, top, bottom };
}
