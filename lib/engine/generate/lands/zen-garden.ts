/** A garden of stones: raked gravel that runs in lines and rings about them like water, before a clay wall and the trees beyond it. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { between, dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

interface Stone {
  readonly x: number;
  readonly z: number;
  readonly wide: number;
  readonly tall: number;
}

/** Where the wall stands, and how high. */
const [wallAt, wallTall] = [2.3, 0.24];
const furrow = 0.034;

export function isZenGarden({ setting, traits }: Pick<Scene, "setting" | "traits">): boolean {
  return setting === "meadow" && traits.includes("zen garden") && !traits.includes("flat");
}

export function zenGardenOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 481);
  const drift = (scene.seed % 1000) * 0.27;
  const stones = stonesOf(scene);
  // Stones are measured across the ground, rounder than they are.
  const awayFrom = ({ x: sx, z: sz, wide }: Stone, x: number, z: number): number => {
    const dent = 1 + 0.3 * (noise.value(x * 5 + drift, z * 5) - 0.5) * ramp(4 * wide, wide, lengthOf(x - sx, z - sz));
    return lengthOf(x - sx, (z - sz) * 1.25) / dent - wide;
  };
  const nearest = (x: number, z: number): readonly [away: number, stone: Stone] => {
    let [best, chosen] = [9, stones[0] as Stone];
    for (const stone of stones) {
      const away = awayFrom(stone, x, z);
      if (away < best) [best, chosen] = [away, stone];
    }
    return [best, chosen];
  };
  const rings = 5 * furrow;
  const moss = 0.045;
  return {
    near: 0.12,
    far: 7,
    shadowReach: 0.5,
    octaves: 8,
    height: (x, z, octaves) => {
      if (z > wallAt) {
        const crowns = 0.34 + 0.66 * noise.fractal(x * 0.7 + drift, z * 0.5, 2) + 0.12 * noise.billow(x * 6, z * 6, Math.min(4, octaves));
        // A face that stood quite upright would be between two steps of the eye.
        return z < wallAt + 0.14 ? wallTall * ramp(wallAt, wallAt + 0.08, z) : crowns * ramp(wallAt + 0.1, wallAt + 0.8, z);
      }
      const [away, { tall, wide }] = nearest(x, z);
      if (away < 0) {
        const facets = 0.75 * (noise.eroded(x * 5 + drift, z * 5, Math.min(6, octaves)) - 0.3);
        return tall * Math.max(0.04, ramp(0, -wide * 0.9, away) ** 0.6 * (1 + facets));
      }
      if (away < moss) return 0.012 * ramp(moss, 0.2 * moss, away) + (octaves > 5 ? 0.003 * noise.billow(x * 60, z * 60, 2) : 0);
      if (octaves <= 4) return 0;
      const phase = away - moss < rings ? (away - moss) / furrow : z / furrow;
      return 0.0036 * Math.cos(phase * 2 * Math.PI) * ramp(3, 1, z);
    },
    paint: ({ x, z, height: at, flatness, footprint }, out) => {
      if (z > wallAt + 0.004) {
        paintBeyond(x, z, at, out);
        return;
      }
      const [away] = nearest(x, z);
      if (away < 0) {
        set(out, between(hex("4c4a48"), hex("8f8a82"), 1.5 * (noise.fractal(x * 14, z * 14 + at * 20, 4) - 0.25)));
        dim(out, 0.7 + 0.5 * noise.fractal(x * 40, at * 50, 3));
        towards(out, hex("5c6b34"), 0.8 * ramp(0.05, 0.01, at + 0.05 * (noise.fractal(x * 9, z * 9, 3) - 0.5)) * ramp(0.3, 0.7, flatness));
        return;
      }
      if (away < moss + 0.008 * (noise.fractal(x * 40, z * 40, 2) - 0.5)) {
        set(out, between(hex("3a5220"), hex("82973f"), noise.fractal(x * 50, z * 50, 3)));
        return;
      }
      set(out, hex("cfc9bd"));
      dim(out, 0.8 + 0.14 * noise.value(x * 700, z * 700) * ramp(0.006, 0.001, footprint) + 0.1 * noise.fractal(x * 2, z * 2, 2));
      // Where a furrow is finer than a pixel its shade is left.
      const phase = away - moss < rings ? (away - moss) / furrow : z / furrow;
      dim(out, 1 - 0.2 * (0.5 - 0.5 * Math.cos(phase * 2 * Math.PI)) * ramp(0.02, 0.004, footprint));
    },
  };

  function paintBeyond(x: number, z: number, at: number, out: { r: number; g: number; b: number }): void {
    if (z > wallAt + 0.14) {
      const leaf = scene.season === "autumn" ? hex("b4552a") : scene.season === "blossom" ? hex("e0b0bc") : hex("4f6f30");
      set(out, between(hex("22331a"), leaf, noise.fractal(x * 3, z * 3 + at * 3, 3)));
      dim(out, 0.45 + 0.9 * noise.billow(x * 12, z * 12 + at * 12, 3));
      return;
    }
    const isRoof = at > wallTall * 0.84;
    set(out, isRoof ? hex("3c3d40") : hex("b98e5c"));
    if (isRoof) dim(out, 0.6 + 0.5 * Math.abs(Math.sin(x * 90)));
    else dim(out, 0.72 + 0.4 * noise.fractal(x * 4, at * 20, 4));
  }
}

/** In odd numbers, a tall one with lower ones beside it; to the side that is not kept free. */
function stonesOf({ seed, room }: Scene): readonly Stone[] {
  const random = createRandom(seed + 482);
  const side = room === undefined ? (seed % 2 === 0 ? 1 : -1) : room === "left" ? 1 : -1;
  const stone = (x: number, z: number, wide: number, tall: number): Stone => ({
    x: side * (x + 0.05 * random()),
    z: z + 0.08 * random(),
    wide: wide * (0.9 + 0.25 * random()),
    tall: tall * (0.85 + 0.3 * random()),
  });
  const beyond = room === undefined ? [stone(-0.5, 1.5, 0.12, 0.1), stone(-0.7, 1.62, 0.07, 0.05)] : [stone(0.62, 1.8, 0.08, 0.06)];
  return [stone(0.2, 0.98, 0.12, 0.17), stone(0.4, 1.05, 0.08, 0.07), ...beyond];
}
