/** Slopes cut into steps along their contours: rice in its paddies, flooded, green or ripe, and tea in rounded hedges. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { between, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

/** Where a step ends and the bank to the next one begins. */
const bank = 0.74;

export function isTerraced({ setting, traits }: Pick<Scene, "setting" | "traits">): boolean {
  return setting === "meadow" && (traits.includes("terraces") || traits.includes("tea")) && !traits.includes("flat");
}

export function terracesOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 411);
  const drift = (scene.seed % 1000) * 0.43;
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  const isTea = scene.traits.includes("tea");
  const rise = isTea ? 0.014 : 0.026;
  // Down from one's feet into a valley, up again beyond it, and more so on one side.
  const slope = (x: number, z: number): number => {
    const spurs = noise.fractal(x * 0.75 + drift, z * 0.75, 3) - 0.5;
    const folds = noise.value(x * 2.6 + drift, z * 2.6 + 7) - 0.5;
    const valley = side * x + 0.35 * Math.sin(z * 0.9 + drift);
    return (
      -0.42 * ramp(-0.4, 3, z) +
      1.25 * ramp(2.2, 9, z) +
      0.16 * Math.max(0, valley) ** 1.5 +
      0.36 * ramp(0, 1.4, z) * spurs +
      0.03 * ramp(0.5, 1.5, z) * folds
    );
  };
  const stepAt = (x: number, z: number): readonly [level: number, share: number] => {
    const steps = slope(x, z) / rise;
    const level = Math.floor(steps);
    return [level, steps - level];
  };
  // Above the fields and far off woods are left.
  const woods = (x: number, z: number): number => ramp(3.6, 4.6, z + 2.2 * (noise.fractal(x * 1.3 + 40, z * 1.3, 4) - 0.5));
  const flooded = floodedShare(scene);
  const ripe = scene.season === "autumn" || scene.traits.includes("wheat");
  const [low, high] = ripe ? [hex("98752c"), hex("dcb957")] : isTea ? [hex("35601f"), hex("98bb4c")] : [hex("44732a"), hex("86a83e")];
  // Every paddy is a field by itself: along the step it changes where somebody else's begins.
  const chance = (x: number, z: number, level: number): number => {
    const field = Math.floor((x + 0.3 * z) * 1.7 + level * 0.37);
    const mixed = Math.sin(level * 12.9898 + field * 78.233 + scene.seed) * 43758.5453;
    return mixed - Math.floor(mixed);
  };
  const isWater = (x: number, z: number, level: number): boolean => chance(x, z, level) < flooded;
  const paintSteps = (x: number, z: number, footprint: number, flatness: number, out: Radiance): void => {
    const [level, share] = stepAt(x, z);
    const patch = noise.fractal(x * 3 + 20, z * 3, 3);
    const fine = noise.fractal(x * 90, z * 90, 3);
    if (isTea) {
      set(out, low);
      towards(out, high, 1.5 * (patch - 0.3) + 0.5 * (fine - 0.4));
      // Between two hedges one walks on earth, in their shade.
      const aisle = 2 * Math.abs(share - 0.5);
      const dark = ramp(0.6, 0.98, aisle) * ramp(0.03, 0.004, footprint);
      towards(out, hex("2c2a16"), 0.85 * dark);
      dim(out, 0.75 + 0.5 * fine);
      return;
    }
    const field = chance(x + 3, z, level + 5);
    set(out, between(low, high, 0.25 + 0.5 * field));
    towards(out, high, 0.8 * (patch - 0.4));
    dim(out, 0.78 + 0.44 * fine);
    if (isWater(x, z, level)) towards(out, hex("3b3122"), 0.92);
    // Banks and walls carry grass over earth.
    const edge = Math.max(ramp(bank - 0.02, bank + 0.05, share), ramp(0.12, 0.09, share));
    const earth = between(hex("4d4a22"), ripe ? hex("7c6a34") : hex("55702a"), ramp(0.35, 0.6, fine + 0.2 * (flatness - 0.5)));
    dim(earth, 0.6 + 0.5 * fine);
    towards(out, earth, edge * (1 - 0.6 * ramp(0.002, 0.007, footprint)));
  };
  return {
    near: 0.16,
    far: 30,
    shadowReach: 0.9,
    octaves: 8,
    height: (x, z, octaves) => {
      const wild = woods(x, z);
      if (wild === 1) return slope(x, z) + 0.05 * noise.billow(x * 9, z * 9, Math.min(3, octaves));
      const [level, share] = stepAt(x, z);
      if (isTea) {
        const hedge = Math.sqrt(Math.max(0, 1 - (2 * share - 1) ** 2));
        return rise * (level + 0.75 * share + 0.42 * hedge) + (octaves > 5 ? 0.0016 * hedge * noise.fractal(x * 120, z * 120, 2) : 0);
      }
      // Water is held by a low wall of earth at the edge of each.
      const wall = 0.1 * ramp(0, 0.03, share) * ramp(0.12, 0.07, share);
      const crop = share > 0.1 && share < bank && octaves > 5 && !isWater(x, z, level) ? 0.06 * noise.fractal(x * 130, z * 130, 2) : 0;
      // Far off, where a step is less than a pixel, the slope alone is seen.
      const stepped = level + ramp(bank, 1, share) + wall + crop;
      return rise * (stepped + 0.7 * ramp(1.4, 3, z) * (level + share - stepped));
    },
    mirror: ({ x, z }) => {
      if (isTea || flooded === 0) return 0;
      const [level, share] = stepAt(x, z);
      if (!isWater(x, z, level)) return 0;
      return ramp(0.1, 0.13, share) * ramp(bank, bank - 0.04, share) * (1 - woods(x, z));
    },
    paint: ({ x, z, footprint, flatness }, out) => {
      const wild = woods(x, z);
      paintSteps(x, z, footprint, flatness, out);
      if (wild === 0) return;
      const crown = between(hex("1d3319"), hex(ripe ? "7a5a26" : "4c6a2c"), noise.fractal(x * 5, z * 5, 3));
      dim(crown, 0.5 + 0.8 * noise.billow(x * 26, z * 26, 2));
      towards(out, crown, wild);
    },
  };
}

/** They are under water before the rice is planted, which is what most go to see in a low light. */
function floodedShare({ traits, season, hour }: Scene): number {
  if (traits.includes("flooded")) return 0.9;
  if (season === "autumn" || traits.includes("wheat")) return 0;
  return hour === "day" ? 0.22 : 0.8;
}
