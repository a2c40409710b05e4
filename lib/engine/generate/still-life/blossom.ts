/** The head of one flower in the round: a ball of petals, a star of them around a middle, or a cup. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { Radiance } from "../light/radiance.ts";
import type { FlowerKind } from "../scene.ts";

export interface Blossom {
  readonly kind: FlowerKind;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly r: number;
  readonly petals: number;
  readonly colour: Radiance;
  /** Where it looks, and two directions across. */
  readonly facing: Direction;
  readonly across: Direction;
  readonly upward: Direction;
}

type Direction = readonly [number, number, number];

const petalCounts: Readonly<Record<FlowerKind, number>> = { rose: 5, daisy: 15, sunflower: 18, lotus: 8, tulip: 3 };

export function newBlossom(
  kind: FlowerKind,
  x: number,
  y: number,
  z: number,
  r: number,
  [fx, fy, fz]: Direction,
  colour: Radiance,
): Blossom {
  const long = lengthOf(fx, fy, fz);
  const facing: Direction = [fx / long, fy / long, fz / long];
  const level = lengthOf(facing[0], facing[2]) + 1e-6;
  const across: Direction = [facing[2] / level, 0, -facing[0] / level];
  const upward: Direction = [
    facing[1] * across[2] - facing[2] * across[1],
    facing[2] * across[0] - facing[0] * across[2],
    facing[0] * across[1] - facing[1] * across[0],
  ];
  return { kind, x, y, z, r, petals: petalCounts[kind], colour, facing, across, upward };
}

/** Along the way it looks, away from that axis, and around it. */
export function along({ x: cx, y: cy, z: cz, facing, across, upward }: Blossom, x: number, y: number, z: number) {
  const [dx, dy, dz] = [x - cx, y - cy, z - cz];
  const u = dx * across[0] + dy * across[1] + dz * across[2];
  const v = dx * upward[0] + dy * upward[1] + dz * upward[2];
  return { h: dx * facing[0] + dy * facing[1] + dz * facing[2], far: lengthOf(u, v), angle: Math.atan2(v, u) };
}

export function petalsAt(head: Blossom, x: number, y: number, z: number): number {
  const { kind, r, petals } = head;
  const { h, far, angle } = along(head, x, y, z);
  if (kind === "daisy" || kind === "sunflower") {
    const reach = r * (0.6 + 0.4 * Math.sqrt(Math.abs(Math.cos((angle * petals) / 2))));
    const trough = h - 0.3 * far + (0.55 * far * far) / r;
    const rays = Math.max(Math.abs(trough) - 0.014, far - reach) * 0.55;
    const middle = lengthOf(far, h * 1.9) - r * 0.34;
    return Math.min(rays, middle * 0.6);
  }
  if (kind === "tulip") {
    const lobes = 1 + 0.05 * Math.cos(angle * petals * 2) * (h > 0 ? 1 : 0.4);
    const egg = lengthOf(far / lobes, h * 0.68) - r * 0.68;
    // Open above.
    return Math.max(egg, h > 0 ? (r * 0.36 - lengthOf(far, (h - r * 1.05) * 0.8)) * 0.7 : -1) * 0.75;
  }
  // Petals in rings, each ring a step lower than the one within.
  const share = Math.min(1.2, far / r);
  const ring = share * 3.6 + 0.25 * Math.cos(angle * petals + Math.floor(share * 3.6) * 2.1);
  const step = ring - Math.floor(ring);
  const flat = kind === "lotus" ? 1.5 : 1.15;
  return (lengthOf(far, h * flat) - r * (0.88 + 0.1 * step + 0.05 * Math.cos(angle * petals * 2))) * 0.55;
}
