/**
 * Straight edges and cables that end at a hole's outline on one side and go on at the other: horizons, roofs, table tops,
 * wires. Each pair of ends is held to what stands across the line beyond both.
 */
import type { Work } from "../work.ts";
import type { Level } from "./level.ts";

/** How far beyond an end the line is looked at, and how far to both sides of it. */
const beyond = 12;
const fewestBeyond = 6;
export const profileReach = 4;
const profileSide = 2 * profileReach + 1;
/** The square around an end in which its direction is measured. */
const tensorReach = 3;
const shortest = 6;
/** Grey levels a pixel. */
const leastGradient = 3;
const leastCoherence = 0.5;
/** The cosine of the angle between an end's own direction and the way to its other end. */
const leastParallel = 0.97;
/** In grey levels: what is left of the edge after all that speaks against it. */
const leastScore = 8;
const mismatchShare = 0.8;
const unrestShare = 1;
const mostLines = 8;
/** So many of the clearest are looked at more closely. */
const mostSettled = 40;
const asides = [-0.5, 0, 0.5] as const;

export interface Line {
  readonly fromX: number;
  readonly fromY: number;
  readonly length: number;
  /** A unit step from one end to the other. */
  readonly stepX: number;
  readonly stepY: number;
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

export function* findLines(level: Level): Work<readonly Line[]> {
  const ends = findEnds(level);
  const found: Line[] = [];
  for (let a = 0; a < ends.length; a++) {
    if (a % 8 === 0) yield a / ends.length;
    for (let b = a + 1; b < ends.length; b++) {
      const line = joinEnds(level, ends[a] as End, ends[b] as End);
      if (line !== undefined) found.push(line);
    }
  }
  found.sort((a, b) => b.clarity - a.clarity);
  const settled: Line[] = [];
  for (const line of found.slice(0, mostSettled)) {
    yield 1;
    settled.push(settle(level, line));
  }
  settled.sort((a, b) => b.clarity - a.clarity);
  const chosen: Line[] = [];
  for (const line of settled) {
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

function joinEnds(level: Level, a: End, b: End): Line | undefined {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < shortest) return undefined;
  const [stepX, stepY] = [(b.x - a.x) / length, (b.y - a.y) / length];
  if (Math.abs(a.alongX * stepX + a.alongY * stepY) < leastParallel) return undefined;
  if (Math.abs(b.alongX * stepX + b.alongY * stepY) < leastParallel) return undefined;
  for (let u = 2; u <= length - 2; u++) {
    if (!level.hole[Math.round(a.y + u * stepY) * level.width + Math.round(a.x + u * stepX)]) return undefined;
  }
  return measureLine(level, a.x, a.y, b.x, b.y);
}

/** Ends lie between pixels: of half a pixel to either side at both of them what goes on best is taken. */
function settle(level: Level, line: Line): Line {
  const { fromX, fromY, stepX, stepY, length } = line;
  let best = line;
  for (const near of asides) {
    for (const far of asides) {
      const [toX, toY] = [fromX + length * stepX - far * stepY, fromY + length * stepY + far * stepX];
      const moved = measureLine(level, fromX - near * stepY, fromY + near * stepX, toX, toY);
      if (moved !== undefined && moved.clarity > best.clarity) best = moved;
    }
  }
  return best;
}

function measureLine(level: Level, fromX: number, fromY: number, toX: number, toY: number): Line | undefined {
  const length = Math.hypot(toX - fromX, toY - fromY);
  const [stepX, stepY] = [(toX - fromX) / length, (toY - fromY) / length];
  const first = profileBeyond(level, fromX, fromY, stepX, stepY, -1);
  const last = profileBeyond(level, toX, toY, stepX, stepY, 1);
  if (first === undefined || last === undefined) return undefined;
  let mismatch = 0;
  for (let k = 0; k < first.mean.length; k++) mismatch += ((first.mean[k] as number) - (last.mean[k] as number)) ** 2;
  mismatch = Math.sqrt(mismatch / first.mean.length);
  const unrest = Math.max(first.unrest, last.unrest);
  const score = Math.min(first.strength, last.strength) - mismatchShare * mismatch - unrestShare * unrest;
  if (score < leastScore) return undefined;
  const clarity = score - unrest - Math.max(rimOf(first.mean), rimOf(last.mean));
  return { fromX, fromY, length, stepX, stepY, first: first.mean, last: last.mean, clarity };
}

interface Profile {
  readonly mean: Float32Array;
  /** How much the middle stands out: as a step or as a ridge. */
  readonly strength: number;
  /** By how much single rows across differ from their mean. */
  readonly unrest: number;
}

/** What stands across a line beyond its end, row after row outwards. */
function profileBeyond(level: Level, x: number, y: number, stepX: number, stepY: number, sign: 1 | -1): Profile | undefined {
  const mean = new Float32Array(profileSide * 3);
  const rows: Float32Array[] = [];
  for (let u = 1; u <= beyond; u++) {
    const row = new Float32Array(profileSide * 3);
    let isWhole = true;
    for (let k = -profileReach; k <= profileReach && isWhole; k++) {
      isWhole = sample(level, x + sign * u * stepX - k * stepY, y + sign * u * stepY + k * stepX, row, (k + profileReach) * 3);
    }
    if (isWhole) rows.push(row);
  }
  if (rows.length < fewestBeyond) return undefined;
  for (const row of rows) for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] as number) + (row[k] as number) / rows.length;
  let unrest = 0;
  for (const row of rows) for (let k = 0; k < mean.length; k++) unrest += ((row[k] as number) - (mean[k] as number)) ** 2;
  return { mean, strength: strengthOf(mean), unrest: Math.sqrt(unrest / (rows.length * mean.length)) };
}

function strengthOf(mean: Float32Array): number {
  let [step, ridge] = [0, 0];
  for (let c = 0; c < 3; c++) {
    const at = (k: number): number => mean[(k + profileReach) * 3 + c] as number;
    step += ((at(1) + at(2) - at(-1) - at(-2)) / 2) ** 2;
    ridge += (at(0) - (at(-2) + at(2)) / 2) ** 2;
  }
  return Math.sqrt(Math.max(step, ridge) / 3);
}

/** How much still changes at both rims of a profile: a line that is only touched is not in the middle. */
function rimOf(mean: Float32Array): number {
  let [near, far] = [0, 0];
  for (let c = 0; c < 3; c++) {
    near += Math.abs((mean[c] as number) - (mean[3 + c] as number)) / 3;
    far += Math.abs((mean[mean.length - 6 + c] as number) - (mean[mean.length - 3 + c] as number)) / 3;
  }
  return Math.max(near, far);
}

/** Between four known pixels; false where there are none. */
function sample({ width, height, hole, colours }: Level, x: number, y: number, into: Float32Array, at: number): boolean {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return false;
  const i = top * width + left;
  if (hole[i] || hole[i + 1] || hole[i + width] || hole[i + width + 1]) return false;
  const [fx, fy] = [x - left, y - top];
  for (let c = 0; c < 3; c++) {
    const above = (1 - fx) * (colours[i * 3 + c] as number) + fx * (colours[(i + 1) * 3 + c] as number);
    const below = (1 - fx) * (colours[(i + width) * 3 + c] as number) + fx * (colours[(i + width + 1) * 3 + c] as number);
    into[at + c] = (1 - fy) * above + fy * below;
  }
  return true;
}

/** They cross, or run so near each other that they are one. */
function areInEachOthersWay(a: Line, b: Line): boolean {
  const sideOf = (line: Line, x: number, y: number): number => (x - line.fromX) * -line.stepY + (y - line.fromY) * line.stepX;
  const toX = (line: Line): number => line.fromX + line.length * line.stepX;
  const toY = (line: Line): number => line.fromY + line.length * line.stepY;
  const [p, q] = [sideOf(a, b.fromX, b.fromY), sideOf(a, toX(b), toY(b))];
  const [r, s] = [sideOf(b, a.fromX, a.fromY), sideOf(b, toX(a), toY(a))];
  const isParallel = Math.abs(a.stepX * b.stepX + a.stepY * b.stepY) > 0.9;
  if (isParallel && Math.min(Math.abs(p), Math.abs(q), Math.abs(r), Math.abs(s)) <= profileReach + 1) return true;
  return p * q < 0 && r * s < 0;
}
