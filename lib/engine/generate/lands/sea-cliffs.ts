/** Cliffs as they are seen from the water: a face on one side, a point that runs out beyond it, and stacks the sea has left standing. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";
import { headlandSide } from "./headland.ts";

/** Nobody stands on the grass above them. */
export function isUnderCliffs({ setting, traits }: Pick<Scene, "traits" | "setting">): boolean {
  const isOther = (["headland", "beach", "island", "from above"] as const).some((each) => traits.includes(each));
  return setting === "sea" && traits.includes("cliffs") && !isOther;
}

export function seaCliffsOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 431);
  const drift = (scene.seed % 1000) * 0.37;
  const side = headlandSide(scene);
  const stacks = [
    { x: 0.2, z: 1.5, size: 0.055, tall: 0.13 },
    { x: 0.02, z: 2.5, size: 0.075, tall: 0.16 },
  ];
  const heightIn = (x: number, z: number, octaves: number): number => {
    const across = side * x;
    const bays = 0.32 * (noise.fractal(x * 2.4 + drift, z * 2.4, 3) - 0.5);
    const face = Math.min(across - 0.3 + bays, z - 0.98 + 0.4 * bays, 2.2 - z);
    const point = Math.min(across - 0.18 * z + 0.2 + bays, 0.9 * (z - 3.1), 4.6 - z);
    // Buttresses from top to bottom, and ledges where softer rock has gone.
    const carved = 0.1 * (noise.ridged(x * 9 + drift, z * 9, Math.min(6, octaves)) - 0.45);
    const crest = 0.78 + 0.5 * noise.fractal(x * 1.6 + 30, z * 1.6 + drift, 3);
    const wall = (inland: number, tall: number): number => {
      const steep = ramp(-0.01, 0.07, inland + carved);
      return tall * crest * (0.86 * steep + 0.3 * ramp(0.05, 0.5, inland));
    };
    let top = Math.max(wall(face, 0.36), wall(point, 0.3));
    for (const { x: sx, z: sz, size, tall } of stacks) {
      const near = size * (0.8 + 0.5 * noise.fractal(x * 14 + drift, z * 14, 3)) - lengthOf(across - sx, z - sz);
      top = Math.max(top, tall * ramp(-0.012, 0.03, near + 0.4 * carved));
    }
    return top - 0.02;
  };
  return {
    near: 0.7,
    far: 4.8,
    shadowReach: 0.3,
    octaves: 8,
    height: heightIn,
    paint: ({ x, z, height: at, flatness }, out) => {
      const strata = noise.fractal(at * 42 + x * 5, x * 2.5 + z, 4);
      set(out, hex("4b4744"));
      towards(out, hex("857c70"), 1.6 * (strata - 0.34));
      dim(out, 0.45 + 0.9 * noise.ridged(x * 26 + z * 9, at * 22, 4));
      towards(out, hex("46562e"), ramp(0.6, 0.82, flatness + 0.3 * (strata - 0.5)) * ramp(0.1, 0.2, at));
      // Wet and black as far as the waves reach.
      dim(out, 1 - 0.6 * ramp(0.05, 0.01, at));
    },
  };
}
