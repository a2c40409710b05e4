/**
 * Looks along a ray for every pixel at a table with things on it, lit by one large window from the left: soft shadows,
 * the darkness where things touch, highlights in the window's form, light that fruit lets through.
 */
import { lengthOf } from "#lib/pixels/length.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, dim, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { addFlames, type Ball, ballOf, lightUp, type Point, type Studio, shadeAt, shadeSolid } from "./lighting.ts";
import { smoothOutlines } from "./outlines.ts";
import { distanceTo, type Skin, type Solid } from "./solid.ts";

const maxSteps = 48;
const up: Point = [0, 1, 0];
const towardsEye: Point = [0, 0, -1];

export function* photograph(film: Film, studio: Studio): Painting {
  const { width, height, unit } = film;
  const { solids, noise } = studio;
  const [sin, cos] = [Math.sin(studio.pitch), Math.cos(studio.pitch)];
  const [eyeY, eyeZ] = [studio.aimHeight + studio.distance * sin, -studio.distance * cos];
  const perPixel = (2 * studio.halfView) / unit / studio.distance;
  const hit = { at: 0, solid: -1 };
  const skin: Skin = { colour: { r: 0, g: 0, b: 0 }, gloss: 0, glow: 0, shine: 0, clear: 0 };
  const other: Skin = { colour: { r: 0, g: 0, b: 0 }, gloss: 0, glow: 0, shine: 0, clear: 0 };
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const bounds = solids.map(ballOf);
  /** What is seen along a ray, -1 for the table, -2 for the wall; the light goes to `out`. Glass is looked through once. */
  const see = ([ox, oy, oz]: Point, [dx, dy, dz]: Point, out: Radiance, through?: number): number => {
    find(studio, bounds, ox, oy, oz, dx, dy, dz, hit, through);
    const floorAt = dy < 0 ? -oy / dy : Number.POSITIVE_INFINITY;
    const wallAt = dz > 0 ? (studio.wallZ - oz) / dz : Number.POSITIVE_INFINITY;
    if (hit.solid >= 0 && hit.at < floorAt) {
      const index = hit.solid;
      const solid = solids[index] as Solid;
      const point: Point = [ox + dx * hit.at, oy + dy * hit.at, oz + dz * hit.at];
      shadeSolid(studio, bounds, solid, index, point, [dx, dy, dz], skin, out);
      if (skin.clear > 0 && through === undefined) lookThrough(solid, index, point, [dx, dy, dz], out);
      return index;
    }
    if (floorAt < wallAt) {
      const [px, pz] = [ox + dx * floorAt, oz + dz * floorAt];
      studio.table(px, pz, noise, skin);
      const { shade, contact } = shadeAt(studio, bounds, -1, px, 0.002, pz);
      const fall = studio.isSeamless ? 1 : 1.15 / (1 + 0.045 * ((px + 2.4) ** 2 + (pz + 1) ** 2));
      lightUp(out, studio, skin.colour, 0.72 * shade * fall, contact * (0.5 + 0.5 * fall));
      addFlames(out, studio, skin.colour, [px, 0, pz], up);
      // A polished table shows what stands on it, dimly.
      if (skin.gloss > 0.05) {
        find(studio, bounds, px, 0.004, pz, dx, -dy, dz, hit);
        const fresnel = skin.gloss * (0.06 + 0.6 * (1 + dy) ** 4);
        if (hit.solid >= 0) {
          const mirrored: Radiance = { r: 0, g: 0, b: 0 };
          const at = hit.at;
          const point: Point = [px + dx * at, 0.004 - dy * at, pz + dz * at];
          shadeSolid(studio, bounds, solids[hit.solid] as Solid, hit.solid, point, [dx, -dy, dz], other, mirrored);
          towards(out, mirrored, (solids[hit.solid]?.isClear ? 0.25 : 1) * (fresnel / (1 + at * 0.8)));
        } else towards(out, studio.wall, fresnel * 0.5);
      }
      if (studio.isSeamless) {
        paintWall(studio, px, 0, tone, (pz - studio.wallZ) * 0.4);
        towards(out, tone, ramp(0.4, studio.wallZ - 0.4, pz));
      } else if (studio.behind === undefined) towards(out, studio.wall, ramp(2, 7, pz) * 0.6);
      return -1;
    }
    const [px, py] = [ox + dx * wallAt, oy + dy * wallAt];
    if (studio.behind !== undefined) studio.behind(px, py, out);
    else paintWall(studio, px, py, out);
    return -2;
  };
  /** What `out` has is the gleam on the glass. Looked at flat it is thick and dark, and bends most. */
  const lookThrough = (solid: Solid, index: number, point: Point, [dx, dy, dz]: Point, out: Radiance): void => {
    const { clear } = skin;
    const tint: Radiance = { ...skin.colour };
    const [nx, , nz] = outwards(solid, point);
    const facing = Math.min(1, Math.abs(dx * nx + dz * nz));
    const bend = 0.5 * (1 - facing) ** 2;
    const behind: Radiance = { r: 0, g: 0, b: 0 };
    see(point, [dx - nx * bend, dy, dz - nz * bend], behind, index);
    const share = clear * (0.3 + 0.7 * ramp(0.02, 0.45, facing));
    out.r += share * behind.r * tint.r;
    out.g += share * behind.g * tint.g;
    out.b += share * behind.b * tint.b;
    // A bright line runs along the side the window is on.
    add(out, studio.key, 0.16 * clear * ramp(0.42, 0.3, facing) * ramp(0.1, 0.22, facing) * ramp(0, 0.5, nx * studio.towardsLight[0]));
  };
  const look = (x: number, y: number, out: Radiance): number => {
    const sx = (x - width / 2) * perPixel;
    const sy = (height / 2 - y) * perPixel;
    const length = lengthOf(sx, sy, 1);
    return see([0, eyeY, eyeZ], [sx / length, (sy * cos - sin) / length, (sy * sin + cos) / length], out);
  };
  const seen = new Int16Array(width * height);
  yield* expose(film, 0, height, (x, y, out) => {
    seen[y * width + x] = look(x + 0.5, y + 0.5, out);
  });
  yield* smoothOutlines(film, seen, look);
}

/** Plaster in the pool of light that falls past the things. Paper that runs on below it takes shadows on, farther down. */
function paintWall(studio: Studio, x: number, y: number, out: Radiance, shadowY = y): void {
  const pool = Math.exp(-(((x + 0.9) / 3.6) ** 2) - ((y - 1.9) / 2.6) ** 2);
  if (studio.isSeamless) {
    // Paper on a roll: brightest where the window reaches, with no line at its foot.
    const open = 1 - 0.42 * (studio.shadow?.(x, shadowY) ?? 0);
    set(out, studio.wall, open * (0.86 + 0.3 * Math.exp(-(((x + 1.6) / 5) ** 2) - ((y - 2.4) / 4.5) ** 2)));
    return;
  }
  const shade = 1 - 0.5 * (studio.shadow?.(x, y) ?? 0);
  if (studio.hasBoards) {
    nailBoards(out, studio, x, y);
    dim(out, shade * (0.4 + 0.95 * pool));
    return;
  }
  const plaster = 0.92 + 0.16 * studio.noise.fractal(x * 1.1 + 8, y * 1.1, 5);
  set(out, studio.wall, shade * (0.34 + 1 * pool) * plaster * (0.7 + 0.3 * ramp(0, 0.9, y)));
  addFlames(out, studio, studio.wall, [x, y, studio.wallZ], towardsEye);
}

/** Upright, each with its own grain and a dark joint beside it. */
function nailBoards(out: Radiance, { wall, noise }: Studio, x: number, y: number): void {
  const at = (x + 40) / 0.62;
  const board = Math.floor(at);
  const aside = Math.abs(at - board - 0.5);
  const grain = noise.fractal(x * 8 + board * 5.1 + 0.5 * noise.fractal(x * 2, y * 0.6, 2), y * 0.7 + board * 3.7, 5);
  const streak = ramp(0.55, 0.75, noise.fractal(x * 26, y * 1.1 + board * 9, 4));
  set(out, wall, (0.8 + 0.35 * noise.value(board * 1.7, 3)) * (0.7 + 0.65 * grain) * (1 - 0.35 * streak));
  dim(out, 1 - 0.75 * ramp(0.478, 0.492, aside));
}

function find(
  studio: Studio,
  bounds: readonly Ball[],
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  hit: { at: number; solid: number },
  except?: number,
): void {
  hit.at = Number.POSITIVE_INFINITY;
  hit.solid = -1;
  for (let i = 0; i < bounds.length; i++) {
    if (i === except) continue;
    const ball = bounds[i] as Ball;
    const cx = ball.x - ox;
    const cy = ball.y - oy;
    const cz = ball.z - oz;
    const along = cx * dx + cy * dy + cz * dz;
    const gap = ball.r * ball.r - (cx * cx + cy * cy + cz * cz - along * along);
    if (gap < 0) continue;
    const root = Math.sqrt(gap);
    // Between the planes it lies between, too: a plate is much flatter than its ball.
    const toLow = (ball.low - oy) / dy;
    const toHigh = (ball.high - oy) / dy;
    const last = Math.min(along + root, Math.max(toLow, toHigh));
    let t = Math.max(0.01, along - root, Math.min(toLow, toHigh));
    if (last < t || t > hit.at) continue;
    const solid = studio.solids[i] as Solid;
    for (let step = 0; step < maxSteps && t < last && t < hit.at; step++) {
      const d = distanceTo(solid, ox + dx * t, oy + dy * t, oz + dz * t);
      if (d < 0.0012 * (1 + t * 0.1)) {
        hit.at = t;
        hit.solid = i;
        break;
      }
      t += d * 0.95;
    }
  }
}

/** Of a thing made on a lathe: straight away from its axis. */
function outwards({ x, z }: Solid, [px, , pz]: Point): Point {
  const far = lengthOf(px - x, pz - z) + 1e-6;
  return [(px - x) / far, 0, (pz - z) / far];
}
