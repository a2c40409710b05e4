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
    // Three petals about three more, each pointed; together a cup.
    const turn = (angle * petals) / 2;
    return Math.min(cupAt(r, far, h, Math.abs(Math.cos(turn)), 1), cupAt(r, far, h, Math.abs(Math.sin(turn)), 0.88)) * 0.6;
  }
  // Petals in rings, each ring a step lower than the one within.
  const share = Math.min(1.2, far / r);
  const ring = share * 3.6 + 0.25 * Math.cos(angle * petals + Math.floor(share * 3.6) * 2.1);
  const step = ring - Math.floor(ring);
  const flat = kind === "lotus" ? 1.5 : 1.15;
  return (lengthOf(far, h * flat) - r * (0.88 + 0.1 * step + 0.05 * Math.cos(angle * petals * 2))) * 0.55;
}

/** A thin shell, round below and drawn in above; `middle` is 1 along the rib of a petal and 0 where two meet. */
function cupAt(r: number, far: number, h: number, middle: number, wide: number): number {
  const up = Math.max(-1, Math.min(1, h / (r * 1.05)));
  const girth = r * 0.7 * wide * Math.sqrt(1 - 0.42 * up * up - 0.55 * (up < 0 ? up ** 4 : 0)) * (0.93 + 0.07 * middle);
  const rim = r * (0.42 + 0.62 * Math.sqrt(middle));
  return Math.max(Math.abs(far - girth) - r * 0.045, h - rim, -r * 1.02 - h);
}
