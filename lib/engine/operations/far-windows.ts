/** Windows of far houses: too small to have corners, but a wall that is full of them has edges that stand and edges that lie, and no others. */
import { componentsOf } from "#lib/engine/regions/components.ts";
import { boxBlur } from "#lib/pixels/blur.ts";
import { lumaPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { part, type Work } from "#lib/pixels/work.ts";

const side = 900;
/** Walls are told in blocks of so many pixels. */
const block = 12;
/** Levels a pixel; in degrees from the upright or the level. */
const [leastSlope, leaning] = [3.5, 13];
/** Of a block's edges so many are upright or level, and of those each kind is so many at least: ripples lie, and masts stand. */
const [leastStraight, leastOfEach] = [0.52, 0.27];
/** Of its pixels so many are edges. */
const leastBusy = 0.2;
/** A wall has little colour, in levels between its channels, and is as bright as things are by day. */
const [mostColour, leastLight] = [60, 52];
/** So many blocks together; fewer are a gate or a cart. */
const leastBlocks = 8;
/** A pane is darker than the wall about it, and so large; so many of them are lit. */
const [darkness, smallest, largest, lit] = [0.93, 3, 60, 0.75];
const [longest, leastFull] = [2.6, 0.6];
/** Water between poles has such edges as well, and is bluer than any wall, by so many levels. */
const mostBlue = 22;

/** Undefined where no wall is seen. */
export function* findFarWindows(before: Raster, seed: number): Work<Plane | undefined> {
  const scale = Math.min(1, side / Math.max(before.width, before.height));
  const [width, height] = [before.width, before.height].map((own) => Math.max(1, Math.round(own * scale))) as [number, number];
  const small = yield* part(resizeSlowly(before, width, height, "area"), 0, 0.3);
  const luma = lumaPlane(small);
  yield 0.4;
  const walls = yield* part(wallsOf(small, luma), 0.4, 0.7);
  if (!walls.some((value) => value > 0)) return undefined;
  const across = Math.ceil(width / block);
  const around = boxBlur(luma, 3).data;
  const dark = luma.data.map((value, i) => {
    const at = Math.floor(Math.floor(i / width) / block) * across + Math.floor((i % width) / block);
    return (walls[at] as number) > 0 && value < darkness * (around[i] as number) ? 1 : 0;
  });
  const lights = newPlane(width, height);
  for (const [n, pane] of componentsOf(dark, width, height).entries()) {
    if (!isPane(pane, width) || hashPoint(n, 11, seed) > lit) continue;
    const share = 0.45 + 0.55 * hashPoint(n, 13, seed);
    for (const i of pane) lights.data[i] = share;
  }
  return lights.data.some((value) => value > 0) ? lights : undefined;
}

/** A moulding is long, and a gap between leaves is ragged. */
function isPane(group: readonly number[], width: number): boolean {
  if (group.length < smallest || group.length > largest) return false;
  const [columns, rows] = [group.map((i) => i % width), group.map((i) => Math.floor(i / width))];
  const [across, down] = [columns, rows].map((all) => Math.max(...all) - Math.min(...all) + 1) as [number, number];
  return Math.max(across / down, down / across) <= longest && group.length >= leastFull * across * down;
}

interface Edges {
  upright: number;
  level: number;
  other: number;
  busy: number;
  colour: number;
  blue: number;
  light: number;
}

const nothing: Edges = { upright: 0, level: 0, other: 0, busy: 0, colour: 0, blue: 0, light: 0 };

const keys = Object.keys(nothing) as (keyof Edges)[];

/** 1 for each block of a wall; of three channels. */
function* wallsOf({ data: pixels }: Raster, luma: Plane): Work<Uint8Array> {
  const { width, height, data } = luma;
  const [across, down] = [Math.ceil(width / block), Math.ceil(height / block)];
  const blocks = Array.from({ length: across * down }, () => ({ ...nothing }));
  const reach = Math.tan((leaning * Math.PI) / 180);
  for (let y = 1; y < height - 1; y++) {
    if (y % 64 === 0) yield y / height;
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const own = blocks[Math.floor(y / block) * across + Math.floor(x / block)] as Edges;
      const dx = Math.abs((data[i + 1] as number) - (data[i - 1] as number)) / 2;
      const dy = Math.abs((data[i + width] as number) - (data[i - width] as number)) / 2;
      const [red, green, blue] = [pixels[i * 3] as number, pixels[i * 3 + 1] as number, pixels[i * 3 + 2] as number];
      own.colour += Math.max(red, green, blue) - Math.min(red, green, blue);
      own.blue += blue - red;
      own.light += data[i] as number;
      const slope = Math.sqrt(dx * dx + dy * dy);
      if (slope < leastSlope) continue;
      own.busy++;
      if (dy < reach * dx) own.upright += slope;
      else if (dx < reach * dy) own.level += slope;
      else own.other += slope;
    }
  }
  const isWall = Uint8Array.from(blocks, (_, n) => (isWallAt(blocks, n, across, down) ? 1 : 0));
  const result = new Uint8Array(isWall.length);
  for (const group of componentsOf(isWall, across, down)) if (group.length >= leastBlocks) for (const n of group) result[n] = 1;
  return result;
}

/** With the blocks about it: one alone has too few edges to tell. */
function isWallAt(blocks: readonly Edges[], n: number, across: number, down: number): boolean {
  const sum = { ...nothing };
  const [column, row] = [n % across, Math.floor(n / across)];
  let count = 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) {
      const own = blocks[y * across + x] as Edges;
      for (const key of keys) sum[key] += own[key];
      count++;
    }
  }
  const pixels = count * block * block;
  const straight = sum.upright + sum.level;
  const own = blocks[n] as Edges;
  return (
    own.busy > 0.6 * leastBusy * block * block &&
    sum.busy > leastBusy * pixels &&
    straight > leastStraight * (straight + sum.other) &&
    Math.min(sum.upright, sum.level) > leastOfEach * straight &&
    sum.colour < mostColour * pixels &&
    sum.blue < mostBlue * pixels &&
    sum.light > leastLight * pixels
  );
}
