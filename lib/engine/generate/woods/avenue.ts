/** The way through a wood, and the two files of trees of an avenue whose crowns meet over it. */
import type { Random } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import type { Scene } from "../scene.ts";
import { growLeaves, growTrunk, type Wood } from "./woods-trees.ts";

export interface Way {
  /** Metres to the right at that distance. */
  readonly middleAt: (z: number) => number;
  readonly half: number;
}

/** It winds, unless trees were planted along it; undefined where none was asked for. */
export function wayThrough({ traits }: Scene): Way | undefined {
  if (traits.includes("avenue")) return { middleAt: () => -0.25, half: 1.9 };
  return traits.includes("path") ? { middleAt: (z) => 1.5 * Math.sin(z * 0.13 + 0.6) - 0.8, half: 1 } : undefined;
}

/** Metres between one tree and the next of its file. */
const apart = 4.4;

/** The trees of both files from one distance to a nearer one. */
export function* standFiles(wood: Wood, { middleAt, half }: Way, random: Random, from: number, to: number): Painting {
  const { camera } = wood;
  for (let n = Math.floor(from / apart); n * apart > to; n--) {
    const z = n * apart;
    const metre = camera.focal / z;
    for (const side of [-1, 1]) {
      const x = middleAt(z) + side * (half + 1.3 + 0.3 * random());
      const depth = z + 0.7 * (random() - 0.5);
      yield* growTrunk(wood, { x, z: depth, girth: 0.2 + 0.07 * random(), lean: -0.03 * side * random(), luck: random() });
      for (let bough = 0; bough < 22; bough++) {
        if (bough % 4 === 0) yield;
        // They reach over the way, the highest farthest.
        const inwards = (half + 1.6) * (1.6 * random() - 0.6);
        growLeaves(wood, random, {
          x: x - side * inwards,
          up: 3.1 + 0.35 * Math.max(0, inwards) + 4.6 * random() ** 0.8,
          z: depth * (0.97 + 0.06 * random()),
          reach: 0.9 + 0.5 * random(),
          metre,
          isLow: false,
        });
      }
    }
  }
}
