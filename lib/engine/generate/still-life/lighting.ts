/** What the light of a room does to what stands in it: soft shadows, the darkness where things touch, highlights. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { add, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { distanceTo, type Skin, type Solid } from "./solid.ts";

export type Point = readonly [number, number, number];

export interface Ball {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly r: number;
  readonly low: number;
  readonly high: number;
}

export function ballOf(solid: Solid): Ball {
  return {
    x: solid.x,
    y: solid.y + solid.middle * solid.scale,
    z: solid.z,
    r: solid.reach * solid.scale,
    low: solid.y - 0.03,
    high: solid.y + solid.top * solid.scale,
  };
}

export interface Studio {
  readonly solids: readonly Solid[];
  readonly wall: Radiance;
  /** How far behind the things it stands, and what it shows where it is not bare plaster. */
  readonly wallZ: number;
  /** The table runs up into the wall without a line. */
  readonly isSeamless: boolean;
  /** It is of boards instead. */
  readonly hasBoards?: boolean;
  /** Leaves or a window outside keep light off the wall: how much of it, there. */
  readonly shadow?: (x: number, y: number) => number;
  readonly behind?: (x: number, y: number, out: Radiance) => void;
  /** From where the window throws its light; of length 1. */
  readonly towardsLight: Point;
  /** Flames, each with its own light around it. */
  readonly flames: readonly Point[];
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

/** How much of the window a point sees, and how open its surroundings are. */
export function shadeAt(
  studio: Studio,
  bounds: readonly Ball[],
  own: number,
  x: number,
  y: number,
  z: number,
): { shade: number; contact: number } {
  const [lx, ly, lz] = studio.towardsLight;
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
      contact *= 1 - (studio.solids[i]?.isClear ? 0.2 : 0.62) * Math.exp((-d * 3.6) / ball.r);
    }
    const along = cx * lx + cy * ly + cz * lz;
    if (along < -ball.r) continue;
    // As wide as the penumbra that far away, or its end would be seen as the rim of a disc.
    const gap = Math.max(ball.r * 1.35, ball.r + 0.2 * along) ** 2 - (far - along * along);
    if (gap < 0) continue;
    const solid = studio.solids[i] as Solid;
    const root = Math.sqrt(gap);
    let t = Math.max(i === own ? 0.06 * ball.r : 0.015, along - root, (ball.low - y) / ly);
    const last = Math.min(along + root, (ball.high - y) / ly + 0.1 * ball.r);
    for (let step = 0; step < 14 && t < last && shade > 0.01; step++) {
      const d = distanceTo(solid, x + lx * t, y + ly * t, z + lz * t);
      shade = Math.min(shade, Math.max(solid.isClear ? 0.62 : 0, 0.5 + (2.6 * d) / (t + 0.12)));
      t += Math.max(0.025 * ball.r, d * 0.8);
    }
  }
  return { shade: shade * shade * (3 - 2 * shade), contact };
}

export function lightUp(out: Radiance, { key, fill }: Studio, colour: Radiance, sun: number, sky: number): void {
  out.r = colour.r * (sun * key.r + sky * fill.r);
  out.g = colour.g * (sun * key.g + sky * fill.g);
  out.b = colour.b * (sun * key.b + sky * fill.b);
}

const flameLight = hex("ffb25a", 0.5);

export function addFlames(out: Radiance, { flames }: Studio, colour: Radiance, [x, y, z]: Point, [nx, ny, nz]: Point): void {
  for (const [fx, fy, fz] of flames) {
    const [dx, dy, dz] = [fx - x, fy - y, fz - z];
    const far = lengthOf(dx, dy, dz) + 0.15;
    const share = Math.max(0, 0.25 + (0.75 * (dx * nx + dy * ny + dz * nz)) / far) / (far * far + 0.2);
    out.r += share * colour.r * flameLight.r;
    out.g += share * colour.g * flameLight.g;
    out.b += share * colour.b * flameLight.b;
  }
}

const white = hex("ffffff");

export function shadeSolid(
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
  skin.shine = 0;
  skin.clear = 0;
  solid.skin(ox * cos - oz * sin, (py - solid.y) / solid.scale, ox * sin + oz * cos, ny, skin);
  const [lx, ly, lz] = studio.towardsLight;
  const facing = nx * lx + ny * ly + nz * lz;
  const { shade, contact } = shadeAt(studio, bounds, index, px + nx * 0.012, py + ny * 0.012, pz + nz * 0.012);
  const wrap = Math.max(0, (facing + skin.glow) / (1 + skin.glow));
  const ground = 1 - 0.55 * Math.exp(-py * 3.2) * (0.6 - 0.4 * ny);
  const sky = (0.55 + 0.45 * ny) * contact * ground;
  // Glass has gleams, and next to no light of its own.
  const body = 1 - skin.clear;
  lightUp(out, studio, skin.colour, body * 0.9 * wrap * (facing > 0 ? shade : 1), body * sky);
  if (body === 1) addFlames(out, studio, skin.colour, [px, py, pz], [nx, ny, nz]);
  // Light the table throws back, warm and from below.
  const bounce = body * 0.16 * Math.max(0, -ny * 0.7 + 0.3) * Math.exp(-py * 0.8);
  out.r += skin.colour.r * studio.key.r * bounce;
  out.g += skin.colour.g * studio.key.g * bounce * 0.75;
  out.b += skin.colour.b * studio.key.b * bounce * 0.5;
  if (skin.shine > 0) {
    set(out, skin.colour, skin.shine);
    return;
  }
  if (skin.gloss <= 0) return;
  const turned = 2 * (dx * nx + dy * ny + dz * nz);
  const [rx, ry, rz] = [dx - turned * nx, dy - turned * ny, dz - turned * nz];
  const towardsEye = Math.max(0, -(dx * nx + dy * ny + dz * nz));
  const fresnel = skin.gloss * (0.05 + 0.75 * (1 - towardsEye) ** 5);
  // The window: four panes, seen where the mirrored ray points at it.
  const depth = rx * lx + ry * ly + rz * lz;
  if (depth > 0) {
    const level = lengthOf(lx, lz);
    const u = (rx * -lz + rz * lx) / level / depth;
    const v = (ry - depth * ly) / depth;
    const soft = 0.05 + 0.22 * (1 - skin.gloss);
    const pane = ramp(0.46 + soft, 0.46 - soft, Math.abs(u)) * ramp(0.42 + soft, 0.42 - soft, Math.abs(v));
    const bars = skin.gloss > 0.55 ? ramp(0.0, 0.06, Math.abs(u)) * ramp(0, 0.06, Math.abs(v)) : 1;
    add(out, studio.key, pane * (0.25 + 0.75 * bars) * (0.09 + 1.2 * fresnel) * skin.gloss * Math.min(1, shade + 0.2));
  }
  towards(out, studio.wall, fresnel * 0.8 * contact);
  add(out, white, 0.03 * fresnel * ramp(0.2, 0.9, ry) * contact);
}
