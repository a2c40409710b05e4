/** A spur of rock at one's feet, above the clouds: what those stand on who look over them. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

/** To which side of the picture it lies: away from words. */
export function ledgeSide({ seed, room }: Pick<Scene, "seed" | "room">): 1 | -1 {
  if (room !== undefined) return room === "left" ? 1 : -1;
  return seed % 2 === 0 ? -1 : 1;
}

export function ledgeOf(scene: Scene, eyeHeight: number): Land {
  const noise = createNoiseField(scene.seed + 441);
  const drift = (scene.seed % 1000) * 0.51;
  const side = ledgeSide(scene);
  const tip = 0.82;
  return {
    near: 0.16,
    far: 1,
    shadowReach: 0.2,
    octaves: 8,
    height: (x, z, octaves) => {
      const broken = 0.09 * (noise.ridged(x * 6 + drift, z * 6, Math.min(5, octaves)) - 0.5);
      const half = 0.06 + 0.24 * ramp(tip, 0.2, z);
      const inside = Math.min(half - Math.abs(side * x - 0.19) + broken, 0.8 * (tip - z) + broken);
      // It rises to where one stands, in slabs.
      const slab = 0.022 * (noise.eroded(x * 3.4 + drift, z * 3.4, Math.min(6, octaves)) - 0.4);
      const top = eyeHeight - 0.17 + 0.09 * ramp(0.2, 0.7, z) + slab;
      return top - 0.5 * ramp(0.05, -0.09, inside) - 0.012 * ramp(0.12, 0.05, inside);
    },
    paint: ({ x, z, height: at, flatness }, out) => {
      const grain = noise.fractal(x * 24, z * 24 + at * 30, 4);
      set(out, hex("4a4541"));
      towards(out, hex("857a6d"), 1.7 * (grain - 0.34));
      dim(out, 0.62 + 0.6 * noise.ridged(x * 15 + at * 26, z * 15, 4));
      towards(out, hex("59602f"), 0.7 * ramp(0.82, 0.94, flatness) * ramp(0.46, 0.6, noise.fractal(x * 7, z * 7 + 3, 3)));
    },
  };
}
