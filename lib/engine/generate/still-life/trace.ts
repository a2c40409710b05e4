/**
 * Looks along a ray for every pixel at a table with things on it, lit by one large window from the left: soft shadows,
 * the darkness where things touch, highlights in the window's form, light that fruit lets through.
 */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Painting } from "../canvas.ts";
import { expose, type Film } from "../film.ts";
import { add, hex, type Radiance, ramp, set, towards } from "../radiance.ts";
import { smoothOutlines } from "./outlines.ts";
import { distanceTo, type Skin, type Solid } from "./solid.ts";

export interface Studio {
  readonly solids: readonly Solid[];
  readonly wall: Radiance;
  readonly key: Radiance;
  readonly fill: Radiance;
  readonly table: (x: number, z: number, noise: NoiseField, out: Skin) => void;
  readonly noise: NoiseField;
  /** How far the eye looks down, and from how far. */
  readonly pitch: number;
  readonly distance: number;
  /** What half the shorter side of the picture sees at the things' distance. */
  readonly halfView: number;
  readonly aimHeight: number;
}

const towardsWindow = [-0.62, 0.62, -0.48] as const;
const maxSteps = 48;

export function* photograph(film: Film, studio: Studio): Painting {
  const { width, height, unit } = film;
  const { solids, noise } = studio;
  const [sin, cos] = [Math.sin(studio.pitch), Math.cos(studio.pitch)];
  const [eyeY, eyeZ] = [studio.aimHeight + studio.distance * sin, -studio.distance * cos];
  const perPixel = (2 * studio.halfView) / unit / studio.distance;
  const hit = { at: 0, solid: -1 };
  const skin: Skin = { colour: { r: 0, g: 0, b: 0 }, gloss: 0, glow: 0 };
  const other: Skin = { colour: { r: 0, g: 0, b: 0 }, gloss: 0, glow: 0 };
  const bounds = solids.map(ballOf);
  /** What is seen there, -1 for the table, -2 for the wall; the light goes to `out`. */
  const look = (x: number, y: number, out: Radiance): number => {
    const sx = (x - width / 2) * perPixel;
    const sy = (height / 2 - y) * perPixel;
    const length = lengthOf(sx, sy, 1);
    const dx = sx / length;
    const dy = (sy * cos - sin) / length;
    const dz = (sy * sin + cos) / length;
    find(studio, bounds, 0, eyeY, eyeZ, dx, dy, dz, hit);
    const floorAt = dy < 0 ? -eyeY / dy : Number.POSITIVE_INFINITY;
    const wallAt = (4.6 - eyeZ) / dz;
    if (hit.solid >= 0 && hit.at < floorAt) {
      const solid = solids[hit.solid] as Solid;
      shadeSolid(studio, bounds, solid, hit.solid, [dx * hit.at, eyeY + dy * hit.at, eyeZ + dz * hit.at], [dx, dy, dz], skin, out);
      return hit.solid;
    }
    if (floorAt < wallAt) {
      const [px, pz] = [dx * floorAt, eyeZ + dz * floorAt];
      studio.table(px, pz, noise, skin);
      const { shade, contact } = shadeAt(studio, bounds, -1, px, 0.002, pz);
      const fall = 1.15 / (1 + 0.045 * ((px + 2.4) ** 2 + (pz + 1) ** 2));
      lightUp(out, studio, skin.colour, 0.72 * shade * fall, contact * (0.5 + 0.5 * fall));
      // A polished table shows what stands on it, dimly.
      if (skin.gloss > 0.05) {
        find(studio, bounds, px, 0.004, pz, dx, -dy, dz, hit);
        const fresnel = skin.gloss * (0.06 + 0.6 * (1 + dy) ** 4);
        if (hit.solid >= 0) {
          const seen: Radiance = { r: 0, g: 0, b: 0 };
          const at = hit.at;
          const point: Point = [px + dx * at, 0.004 - dy * at, pz + dz * at];
          shadeSolid(studio, bounds, solids[hit.solid] as Solid, hit.solid, point, [dx, -dy, dz], other, seen);
          towards(out, seen, fresnel / (1 + at * 0.8));
        } else towards(out, studio.wall, fresnel * 0.5);
      }
      towards(out, studio.wall, ramp(2, 7, pz) * 0.6);
      return -1;
    }
    const [px, py] = [dx * wallAt, eyeY + dy * wallAt];
    const pool = Math.exp(-(((px + 0.9) / 3.6) ** 2) - ((py - 1.9) / 2.6) ** 2);
    const plaster = 0.92 + 0.16 * noise.fractal(px * 1.1 + 8, py * 1.1, 5);
    set(out, studio.wall, (0.34 + 1 * pool) * plaster * (0.7 + 0.3 * ramp(0, 0.9, py)));
    return -2;
  };
  const seen = new Int16Array(width * height);
  yield* expose(film, 0, height, (x, y, out) => {
    seen[y * width + x] = look(x + 0.5, y + 0.5, out);
  });
  yield* smoothOutlines(film, seen, look);
}

type Point = readonly [number, number, number];

interface Ball {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly r: number;
  readonly low: number;
  readonly high: number;
}

function ballOf(solid: Solid): Ball {
  return {
    x: solid.x,
    y: solid.y + solid.middle * solid.scale,
    z: solid.z,
    r: solid.reach * solid.scale,
    low: solid.y - 0.03,
    high: solid.y + solid.top * solid.scale,
  };
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
): void {
  hit.at = Number.POSITIVE_INFINITY;
  hit.solid = -1;
  for (let i = 0; i < bounds.length; i++) {
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

/** How much of the window a point sees, and how open its surroundings are. */
function shadeAt(
  studio: Studio,
  bounds: readonly Ball[],
  own: number,
  x: number,
  y: number,
  z: number,
): { shade: number; contact: number } {
  const [lx, ly, lz] = towardsWindow;
  let shade = 1;
  let contact = 1;
  for (let i = 0; i < bounds.length; i++) {
    const ball = bounds[i] as Ball;
    const cx = ball.x - x;
    const cy = ball.y - y;
    const cz = ball.z - z;
    const far = cx * cx + cy * cy + cz * cz;
    if (i !== own && far < ball.r * ball.r * 3.4) {
      const d = Math.max(0, distanceTo(studio.solids[i] as Solid, x, y, z));
      contact *= 1 - 0.62 * Math.exp((-d * 3.6) / ball.r);
    }
    const along = cx * lx + cy * ly + cz * lz;
    if (along < -ball.r) continue;
    const gap = (ball.r * 1.35) ** 2 - (far - along * along);
    if (gap < 0) continue;
    const solid = studio.solids[i] as Solid;
    const root = Math.sqrt(gap);
    let t = Math.max(i === own ? 0.06 * ball.r : 0.015, along - root, (ball.low - y) / ly);
    const last = Math.min(along + root, (ball.high - y) / ly + 0.1 * ball.r);
    for (let step = 0; step < 14 && t < last && shade > 0.01; step++) {
      const d = distanceTo(solid, x + lx * t, y + ly * t, z + lz * t);
      shade = Math.min(shade, Math.max(0, 0.5 + (2.6 * d) / (t + 0.12)));
      t += Math.max(0.025 * ball.r, d * 0.8);
    }
  }
  return { shade: shade * shade * (3 - 2 * shade), contact };
}

function lightUp(out: Radiance, { key, fill }: Studio, colour: Radiance, sun: number, sky: number): void {
  out.r = colour.r * (sun * key.r + sky * fill.r);
  out.g = colour.g * (sun * key.g + sky * fill.g);
  out.b = colour.b * (sun * key.b + sky * fill.b);
}

const white = hex("ffffff");

function shadeSolid(
  studio: Studio,
  bounds: readonly Ball[],
  solid: Solid,
  index: number,
  [px, py, pz]: Point,
  [dx, dy, dz]: Point,
  skin: Skin,
  out: Radiance,
): void {
  const e = 0.004;
  const here = distanceTo(solid, px, py, pz);
  const gx = distanceTo(solid, px + e, py, pz) - here;
  const gy = distanceTo(solid, px, py + e, pz) - here;
  const gz = distanceTo(solid, px, py, pz + e) - here;
  const steep = lengthOf(gx, gy, gz) + 1e-9;
  const [nx, ny, nz] = [gx / steep, gy / steep, gz / steep];
  const { cos, sin } = solid;
  const [ox, oz] = [(px - solid.x) / solid.scale, (pz - solid.z) / solid.scale];
  solid.skin(ox * cos - oz * sin, (py - solid.y) / solid.scale, ox * sin + oz * cos, ny, skin);
  const [lx, ly, lz] = towardsWindow;
  const facing = nx * lx + ny * ly + nz * lz;
  const { shade, contact } = shadeAt(studio, bounds, index, px + nx * 0.012, py + ny * 0.012, pz + nz * 0.012);
  const wrap = Math.max(0, (facing + skin.glow) / (1 + skin.glow));
  const ground = 1 - 0.55 * Math.exp(-py * 3.2) * (0.6 - 0.4 * ny);
  const sky = (0.55 + 0.45 * ny) * contact * ground;
  lightUp(out, studio, skin.colour, 0.9 * wrap * (facing > 0 ? shade : 1), sky);
  // Light the table throws back, warm and from below.
  const bounce = 0.16 * Math.max(0, -ny * 0.7 + 0.3) * Math.exp(-py * 0.8);
  out.r += skin.colour.r * studio.key.r * bounce;
  out.g += skin.colour.g * studio.key.g * bounce * 0.75;
  out.b += skin.colour.b * studio.key.b * bounce * 0.5;
  if (skin.gloss <= 0) return;
  const turned = 2 * (dx * nx + dy * ny + dz * nz);
  const [rx, ry, rz] = [dx - turned * nx, dy - turned * ny, dz - turned * nz];
  const towardsEye = Math.max(0, -(dx * nx + dy * ny + dz * nz));
  const fresnel = skin.gloss * (0.05 + 0.75 * (1 - towardsEye) ** 5);
  // The window: four panes, seen where the mirrored ray points at it.
  const depth = rx * lx + ry * ly + rz * lz;
  if (depth > 0) {
    const u = (rx * 0.61 - rz * 0.79) / depth;
    const v = (ry - depth * ly) / depth;
    const soft = 0.05 + 0.22 * (1 - skin.gloss);
    const pane = ramp(0.46 + soft, 0.46 - soft, Math.abs(u)) * ramp(0.42 + soft, 0.42 - soft, Math.abs(v));
    const bars = skin.gloss > 0.55 ? ramp(0.0, 0.06, Math.abs(u)) * ramp(0, 0.06, Math.abs(v)) : 1;
    add(out, studio.key, pane * (0.25 + 0.75 * bars) * (0.09 + 1.2 * fresnel) * skin.gloss * Math.min(1, shade + 0.2));
  }
  towards(out, studio.wall, fresnel * 0.8 * contact);
  add(out, white, 0.03 * fresnel * ramp(0.2, 0.9, ry) * contact);
}
