/** An island out at sea, as it is seen from the water: a beach, and green that rises behind it. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { between, dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

export function islandOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 95);
  const drift = (scene.seed % 1000) * 0.23;
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  const [x0, z0] = [side * 0.34, 1.55];
  const [sand, stone, bush, leaf] = [hex("ecd6a6"), hex("6b645a"), hex("274a24"), hex("7c9c42")];
  return {
    near: 0.7,
    far: 3,
    shadowReach: 0.3,
    octaves: 9,
    height: (x, z, octaves) => {
      const [u, v] = [(x - x0) / 0.78, (z - z0) / 0.5];
      const far = lengthOf(u, v) + 0.3 * (noise.fractal(x * 2.6 + drift, z * 2.6, 3) - 0.5);
      if (far > 1) return -0.01;
      const beach = 0.012 * Math.min(1, (1 - far) * 6);
      // One hill stands higher than the other.
      const hill = 0.2 * ramp(0.72, 0, lengthOf((u - side * 0.12) / 0.62, v)) + 0.12 * ramp(0.5, 0, lengthOf((u + side * 0.42) / 0.5, v));
      const inland = ramp(0.86, 0.7, far);
      const crowns = octaves > 4 ? 0.014 * inland * noise.billow(x * 26 + drift, z * 26, octaves - 4) : 0;
      return -0.002 + beach + hill * inland * (0.7 + 0.6 * noise.fractal(x * 4, z * 4 + drift, 3)) + crowns;
    },
    paint: ({ x, z, height: at }, out) => {
      const patch = noise.fractal(x * 5, z * 5 + at * 8, 4);
      const crowns = noise.billow(x * 60, z * 60 + at * 40, 3);
      set(out, sand);
      dim(out, 0.85 + 0.25 * noise.fractal(x * 40, z * 40, 3));
      // Here the green hangs over the water, there it leaves a broad strand; between them lie rocks.
      const strand = noise.fractal(x * 3.1 + 9, z * 3.1, 2) - 0.45;
      towards(out, stone, ramp(0.02, 0.12, strand - 0.1) * ramp(0.4, 0.6, noise.fractal(x * 34, z * 34, 3)));
      const green = ramp(0.0095, 0.016, at + 0.01 * (patch - 0.5) + 0.028 * strand);
      const shade = between(bush, leaf, 1.4 * (patch - 0.25));
      dim(shade, 0.45 + 1.05 * crowns);
      towards(out, shade, green);
    },
  };
}
