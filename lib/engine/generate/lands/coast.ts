/** A slope that comes down to the sea on one side of the picture: rocks and a strip of sand, then green. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { between, dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

export function coastOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 97);
  const drift = (scene.seed % 1000) * 0.19;
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  const [sand, rock, bush, leaf] = [hex("dcc59a"), hex("6f675e"), hex("2b4a26"), hex("8a9c4c")];
  const inlandAt = (x: number, z: number): number =>
    Math.min(side * x + 0.16 + 0.24 * (noise.fractal(z * 1.6 + drift, 4, 3) - 0.5), 1.5 * (z - 0.92), 0.8 * (3.4 - z));
  return {
    near: 0.8,
    far: 4,
    shadowReach: 0.4,
    octaves: 8,
    height: (x, z, octaves) => {
      const inland = inlandAt(x, z) + 0.1 * (noise.fractal(x * 3 + drift, z * 3, 3) - 0.5);
      if (inland < 0) return -0.01;
      const shape = 0.62 + 0.75 * noise.fractal(x * 1.7, z * 1.7 + drift, Math.min(4, octaves));
      const crowns = octaves > 4 ? 0.012 * ramp(0.2, 0.5, inland) * noise.billow(x * 24 + drift, z * 24, octaves - 4) : 0;
      return 0.006 * Math.min(1, inland * 14) + 0.4 * ramp(0.03, 1.25, inland) * shape + crowns;
    },
    paint: ({ x, z, height: at, flatness }, out) => {
      const patch = noise.fractal(x * 6, z * 6 + at * 8, 4);
      set(out, sand);
      towards(out, rock, Math.max(ramp(0.5, 0.62, noise.fractal(x * 4 + 20, z * 4, 2)), ramp(0.9, 0.7, flatness)));
      dim(out, 0.7 + 0.6 * noise.fractal(x * 44, z * 44 + at * 60, 3));
      const green = between(bush, leaf, 1.7 * (patch - 0.3));
      dim(green, 0.5 + 0.9 * noise.billow(x * 50, z * 50 + at * 40, 3));
      towards(out, green, ramp(0.009, 0.02, at + 0.014 * (patch - 0.5)));
    },
  };
}
